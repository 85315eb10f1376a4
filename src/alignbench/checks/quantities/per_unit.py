"""What a sum is for: each day, each hour, each person."""

import re
from collections.abc import Iterator

from alignbench.checks.lazy_pattern import lazy

Matches = tuple[re.Match[str], re.Match[str]]
"""What the Japanese and the English say, where the two differ."""

_UNIT_JA_PER = lazy(
    r"(?<![\d一二三四五六七八九十])[1一](?P<unit>日|週間?|[かヶカヵ]月|年|時間|分)(?:につき|あたり|当たり|当り|ごと)|(?P<sum>[日週月年])額(?![のを]?合計)"
)
_UNIT_EN_PER = lazy(
    r"\b(?:per|for\s+each|for\s+every|each|every)\s+(?P<unit>day|week|month|year|hour|minute)\b",
    re.I,
)
_SPEED_JA = lazy(
    r"(?P<unit>[時分秒日月])(?:速|給(?=は|が|を|\s?\d|で))|毎(?P<every>[時分秒])(?!間)"
)
_SPEED_EN = lazy(
    r"\b(?:per|an?|each|every)\s+(?P<unit>second|minute|hour|day|week|month|year)\b|(?P<h>\b(?:[km]ph|hourly)\b|/h\b|\bkm/h)",
    re.I,
)
_SPEEDS = {"時": "hour", "分": "minute", "秒": "second", "日": "day", "月": "month"}
_NAMED = {"日": "day", "週": "week", "週間": "week", "月": "month", "か月": "month", "ヶ月": "month", "カ月": "month",
          "ヵ月": "month", "年": "year", "時間": "hour", "分": "minute"}  # fmt: skip


def per_unit(ja: str, en: str) -> Iterator[Matches]:
    """A sum for each day that became one for each month."""
    ours = list(_UNIT_JA_PER.finditer(ja))
    theirs = list(_UNIT_EN_PER.finditer(en))
    named = {_NAMED[match["unit"] or match["sum"]] for match in ours}
    if (
        len(named) == 1
        and theirs
        and not re.search(rf"\b(?:{named.pop()}|daily|annual|yearly)", en, re.I)
    ):
        yield ours[0], theirs[0]


_ALONE = "(?<![0-9一二三四五六七八九十今前昨同近毎去来半数翌先各a-z])"
_SHARE = r"\s?[0-9.]+\s?(?:%|パーセント)(?:の(?:利|金利|手数料|複利|割合)|で|ずつ|の?利|の[一-龠])"
_NAMED_JA = (
    ("day", "日歩|日給|日当(?!た)|日額|日割り"), ("week", "週給|週額"), ("month", f"月利|月給|月収|月謝|月額|月賦|月割り|{_ALONE}月(?={_SHARE})"),
    ("year", f"年利|年率|年収|年俸|年額|年会費|{_ALONE}年(?={_SHARE})"), ("hour", "時給|時間給|時速"), ("minute", "分速"), ("second", "秒速"),
)  # fmt: skip
_OWN_EN = {
    "day": "day|dai", "week": "week", "month": "month", "year": "year|annu|p\\.a", "hour": "hour|mph|kph|/h",
    "minute": "minute", "second": "second|/s",
}  # fmt: skip
_NAMED_EN = lazy(
    r"\b(?:per|an?|each|every)\s+(?P<unit>day|week|month|year|annum|hour|minute|second)\b"
    r"|\b(?P<adverb>daily|weekly|monthly|yearly|annual(?:ly)?|hourly)\b",
    re.I,
)


def named_rate(ja: str, en: str) -> Iterator[Matches]:
    """A wage, an interest or a speed that has its unit in its name (日歩, 時給), of another unit."""
    ours = [(unit, m) for unit, words in _NAMED_JA if (m := re.search(words, ja))]
    theirs = _NAMED_EN.search(en) if len(ours) == 1 else None
    if theirs and not re.search(rf"\b(?:{_OWN_EN[ours[0][0]]})|{_OWN_EN[ours[0][0]]}\b", en, re.I):
        yield ours[0][1], theirs


_INTEREST_JA = lazy(
    r"(?<![0-9一二三四五六七八九十今前昨同近毎去来半数翌先各])(?P<unit>[年月週日])(?:率|利率?|歩|当たり|あたり)?(?:約)?\s?[0-9〇零一二三四五六七八九十][0-9.〇零一二三四五六七八九十・]*\s?(?:[%％割]|パーセント)"
)
_PER_CENT = r"(?:%|per\s?cent(?:age\s+points?)?)"
_INTEREST_EN = lazy(
    rf"{_PER_CENT}\s+(?:(?:interest|simple|compound|compounded)\s+)*(?:(?:per|an?|each|every)\s+(?P<unit>day|week|month|quarter|year|annum)\b|(?P<adverb>daily|weekly|monthly|quarterly|yearly|annually)\b|(?P<pa>p\.a\.))"
    rf"|\b(?P<before>daily|weekly|monthly|quarterly|yearly|annual(?:ized|ised)?)\s+(?:[a-z]+\s+){{0,3}}(?:of|at|is|was|to)\s+(?:[a-z]+\s+)?[\d.]+\s?{_PER_CENT}",
    re.I,
)
_INTEREST_UNITS = {
    "年": ("year", "ann", "p.a"),
    "月": ("month",),
    "週": ("week",),
    "日": ("day", "dai"),
}


def interest(ja: str, en: str) -> Iterator[Matches]:
    """A share of each year (年3％) that became one of each month."""
    ours = list(_INTEREST_JA.finditer(ja))
    theirs = list(_INTEREST_EN.finditer(en)) if ours else []
    units = {match["unit"] for match in ours}
    if len(units) != 1 or not theirs:
        return
    own = _INTEREST_UNITS[units.pop()]
    said = [next(filter(None, match.group("unit", "adverb", "pa", "before"))) for match in theirs]
    if not any(each.lower().startswith(own) for each in said):
        yield ours[0], theirs[0]


_AREAS = {
    "cm2": (r"平方センチ(?:メートル)?|cm2|㎠", r"square cent\w+|sq\.? ?cm|cm2|cm²"),
    "m2": (r"平方メートル|平米|㎡|m2(?![a-z])", r"square met\w+|sq\.? ?m\b|m2\b|m²"),
    "km2": (r"平方キロ(?:メートル)?|㎢|km2", r"square kilom\w+|sq\.? ?km|km2|km²"),
    "m3": (r"立方メートル|立米|㎥|m3(?![a-z])", r"cubic met\w+|m3\b|m³"),
    "cm3": (r"立方センチ(?:メートル)?|cc(?![a-z])|㎤", r"cubic cent\w+|cc\b|cm3|cm³|millilit\w+|ml\b"),
    "ha": (r"ヘクタール|ha(?![a-z])|㌶", r"hectares?|ha\b"), "are": (r"(?<!クト)(?<!ヘクト)アール", r"ares?\b"),
    "tsubo": (r"坪", r"tsubo|3\.3\d* square met\w+"), "l": (r"(?<!ミリ)(?<!デシ)(?<!キロ)リットル|(?<![a-z])[lL](?![a-z])|㍑", r"lit(?:re|er)s?|l\b"),
    "g": (r"(?<!キロ)(?<!ミリ)グラム|(?<![a-zk])g(?![a-z])|㌘", r"grams?|g\b"), "kg": (r"キログラム|kg|㌕|キロ(?=当|あた|につき|[0-9一二三四五六七八九十百千]+(?:円|ドル))", r"kilos?|kilograms?|kg\b|kilomet\w+|km\b"),
    "t": (r"(?<![バニボフプカ])トン|(?<![a-z])t(?![a-z])", r"tons?|tonnes?|metric tons?|t\b"), "m": (r"(?<!平方)(?<!立方)(?<!キロ)(?<!センチ)(?<!ミリ)メートル|(?<![a-zck])m(?![a-z0-9])", r"met(?:re|er)s?|m\b"),
    "km": (r"(?<!平方)キロメートル|km(?![a-z0-9])", r"kilom\w+|km\b"), "kwh": (r"キロワット時|kWh", r"kilowatt[- ]?hours?|kWh\b"),
}  # fmt: skip
_OTHERS_EN = r"gallons?|pounds?|ounces?|acres?|square (?:feet|foot|miles?)|cubic (?:feet|foot)|miles?|feet|foot|yards?|pints?"
_FOR_EACH_JA = "|".join(f"(?P<{name}>{ja})" for name, (ja, _) in _AREAS.items())
_FOR_EACH_MEASURE_JA = lazy(
    rf"(?<![0-9.〇一二三四五六七八九十百千])[1一](?:{_FOR_EACH_JA})(?:当たり|あたり|当り|につき|ごと|(?=(?:約)?[0-9一二三四五六七八九十百千]+(?:円|ドル|ユーロ|銭)))"
)
_FOR_EACH_MEASURE_EN = lazy(
    rf"\b(?:per|to (?:the|a)|for (?:each|every)|each|every|an?|the)\s(?P<unit>{'|'.join(en for _, en in _AREAS.values())}|{_OTHERS_EN})(?!\w)",
    re.I,
)
_PER_WORD = lazy(r"\b(?:per|for (?:each|every)|to (?:the|a)|an?)\s", re.I)


def per_measure(ja: str, en: str) -> Iterator[Matches]:
    """A sum for each square metre that became one for each square kilometre."""
    ours = list(_FOR_EACH_MEASURE_JA.finditer(ja))
    theirs = list(_FOR_EACH_MEASURE_EN.finditer(en)) if ours else []
    units = {match.lastgroup or "" for match in ours}
    if len(units) != 1 or not theirs:
        return
    own = _AREAS[units.pop()][1]
    if re.search(rf"(?<![a-z])(?:{own})(?!\w)", en, re.I):
        return
    wrong = next((match for match in theirs if _PER_WORD.match(match[0])), None)
    if wrong and not re.search(rf"\d\s?(?:{_OTHERS_EN})\s", en, re.I):
        yield ours[0], wrong


_WHOM_JA = lazy(
    r"(?:[1１一]|お一)\s?(?P<unit>人|名|世帯|社|組|グループ|台|個|回|泊|株|部屋|室)(?:様)?(?:に(?:つき)?|あたり|当たり|当り|につき|ずつ)"
)
_WHOM = {
    "人": "person|people|head|capita|each|individual|worker|employee|resident|member|one|apiece|guest|adult|child|customer|visitor|student|participant|him|her|you|everyone|employees",
    "世帯": "household|famil|home|each", "社": "compan|firm|business|each", "組": "group|couple|pair|part|set|each", "グループ": "group|each",
    "台": "vehicle|car|unit|machine|set|each|apiece", "個": "piece|unit|item|each|apiece|one", "回": "time|visit|use|session|once|dose|each|trip|transaction|single",
    "泊": "night|stay|each", "株": "share|each", "部屋": "room|each", "室": "room|each",
}  # fmt: skip
_WHOM_EN = lazy(
    r"\b(?:per|for\s+(?:each|every))\s+(?:person|head|capita|household|family|company|firm|group|couple|party|vehicle|car|piece|item|room|share|night|visit)\b|\bin\s+(?:all|total)\b|\baltogether\b",
    re.I,
)


def per_whom(ja: str, en: str) -> Iterator[Matches]:
    """A sum for each person that became one for each group, or one for all."""
    ours, theirs = list(_WHOM_JA.finditer(ja)), list(_WHOM_EN.finditer(en))
    units = {match["unit"].replace("名", "人") for match in ours}
    if len(units) == 1 and theirs and not re.search(rf"\b(?:{_WHOM[units.pop()]})", en, re.I):
        yield ours[0], theirs[0]


def speed(ja: str, en: str) -> Iterator[Matches]:
    """A speed or a wage by the hour that became one by the minute."""
    ours, theirs = list(_SPEED_JA.finditer(ja)), list(_SPEED_EN.finditer(en))
    named = {_SPEEDS[match["unit"] or match["every"]] for match in ours}
    said = {"hour" if match["h"] else match["unit"].lower() for match in theirs}
    if (
        len(named) == 1
        and said
        and not named & said
        and not re.search(rf"\b{next(iter(named))}", en, re.I)
    ):
        yield ours[0], theirs[0]
