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
