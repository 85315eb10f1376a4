"""Dates and times of day in a Japanese text."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.eras import LETTERS, YEARS_BEFORE, western_year
from alignbench.checks.values.ja_clock import CLOCK, HOURS, SMALL
from alignbench.checks.values.kanji import WHOLE_RUN, numeral, weight_of
from alignbench.checks.values.rule_scanner import Add, Rule, consumed
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

WEEKDAYS = "月火水木金土日"
_YEAR = lazy(
    rf"(?P<letter>(?<![A-Za-z])[MTSHR]\.?\s?)?(?P<year>元|{WHOLE_RUN})\s?年(?!間|ぶり|生(?!ま|れ|じ)|目|前(?![半後期])|後(?![半期])|余"
    rf"|半(?!ば)|近|以上|以内|以下|未満|弱|強|ほど|程|あまり|ごと|毎|おき|連続|にわた|も[のた経か]|経|たっ|た[ちつ]|か月)"
    rf"(?P<tail>度|代)?"
)
_MONTH = lazy(
    rf"(?P<leap>閏)?(?P<month>{SMALL}|正(?=月\d))\s?月(?!間|末?日数|ほど)(?:\s?(?P<day>{SMALL})\s?日(?!間|目|後|ぶり|以内|前|ほど|程度|余|半))?"
    rf"(?P<term>期)?"
)
_MONTHS = lazy(r"(?<![\d.,年数])(\d{1,2})(?=\s?[~・、-]\s?(?:翌)?\d{1,2}\s?月(?!間|\s?\d|末日))")
"""The first month of `10～11月`."""
_WEEKDAY = lazy(
    rf"(?P<one>[{WEEKDAYS}])曜|(?<=[日\x00])\s?\((?P<two>[{WEEKDAYS}])(?:曜日?)?(?:[・、,/]?[祝休振])?\)"
)
_BARE_WEEKDAYS = lazy(
    rf"(?<![\u3041-\u9fff])[{WEEKDAYS}](?:[~・\-、][{WEEKDAYS}])+(?=曜|\)|の|に|は|、|。|$|\s)|土日(?!本)"
)
_FULL = lazy(r"(?<![\d/.\-])(\d{4})(-)(\d{1,2})-(\d{1,2})(?![\d/\-])")
MARKED_DATE = lazy(
    r"(?=\d)(?:(?<![\d/.])(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d/])|(?<![\d/.])(?P<y>(?:19|20)\d\d)[./](?P<m>0?[1-9]|1[0-2])"
    r"(?![\d./%]|\s?(?:%|[円個人件点倍度名社万億台本枚]|[kc]?m\b|kg|yen|points?|percent|million|billion|people|dollars))"
    r"|(?<![\d.,-])(?P<yy>(?:19|20)\d\d)(?P<mm>0[1-9]|1[0-2])(?P<dd>0[1-9]|[12]\d|3[01])(?![\d.,-]|\s?[円個人件]|\sof\sthe))"
)
"""2024.4.1, 2024/4/1, 2024.4 and 20240401."""
ERA_DATE = lazy(
    r"(?:(?<![A-Za-z0-9])(?P<letter>[MTSHR])\.?|(?P<era>明治|大正|昭和|平成|令和))\s?(?P<n>元|\d{1,2})(?P<s>[./-])"
    r"(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?![./-]?\d)"
)
_ERA_YEARS = lazy(
    r"(?P<era>明治|大正|昭和|平成|令和)\s?(?P<a>\d{1,2}|元)(?:年度?)?\s?[/・]\s?(?P<b>\d{1,2})\s?年(?P<tail>度)?"
)
_MD = r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])"
_SLASHED = lazy(rf"(?<![\d/.]){_MD}(?![\d/.])")
_SLASHED_DAY = lazy(rf"(?<![\d/.]){_MD}(?=\s?\([月火水木金土日祝])")
_SLASHED_RANGE = lazy(
    rf"(?<![\d/.]){_MD}(?=(?:\([月火水木金土日][^()]{{0,3}}\))?\s?(?:~|から)\s?(?:1[0-2]|0?[1-9])/\d)|(?:(?<=/\d[~])|(?<=/\d\d[~])|(?<=\)[~]))(?P<m2>1[0-2]|0?[1-9])/(?P<d2>3[01]|[12]\d|0?[1-9])(?![\d/.])"
)
_DOTTED = lazy(
    r"(?<![\d/.A-Za-z])(?P<m>1[0-2]|0?[1-9])\.(?P<d>3[01]|[12]\d|0?[1-9])(?![\d.%]|\s?(?:%|[円個人件点倍度名社万億台本枚秒歳割階畳]|[kc]?m\b|kg|ポイント|パーセント|メートル|キロ|℃|インチ|版))"
)
_DOTTED_DAY = lazy(
    rf"(?<![\d.A-Za-z]){_DOTTED.pattern.partition(')')[2]}(?=\s?\([月火水木金土日祝])|(?<=[~→])\s?{_DOTTED.pattern.replace('<m>', '<m2>').replace('<d>', '<d2>')}"
)
"""10.31(金), and the second end of 2025.4.12~6.29."""
_SHORT_YEAR = lazy(
    r"(?<![\d/'])'?(?P<y>\d\d)/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/])"
)
SHORT_YEAR_DOTTED = lazy(
    r"(?<![\d./A-Za-z])(?P<y>[0-6]\d)\.(?P<m>0[1-9]|1[0-2])\.(?P<d>3[01]|[12]\d|0[1-9])(?![\d.]*\d)"
)
"""26.11.08: a version has no noughts before its numbers."""
_KANJI_DAY = lazy(
    r"(?P<m>十[一二]?|[一二三四五六七八九])・(?P<d>[一二三]?[〇一二三四五六七八九十])(?=事件|運動|革命|独立|テロ|クーデター|政変|闘争|大震災|震災|同時多発)"
)
"""二・二六事件: days that are names."""
_LETTER_YEAR = lazy(
    r"(?<![A-Za-z0-9])(?P<letter>[MTSHR])\.?(?P<n>\d{1,2})(?=卒|入[社学]|生まれ?|年?度|築|製|竣工|[春夏秋冬]|末|頃)"
)
_YEARS_OF_ERA = 100
_NEXT_DAY = lazy(
    r"(?:日|曜日?)?(?:\s?(?:\([^()]{1,4}\)|\x00{2,6}))?の?(?:深夜|夜中|夜|未明)?の?\s?(?:2[4-9]|二十[四五六七八九]|二[四五六七八九])(?:時|:\d\d)"
)
"""木曜深夜27時 is three in the morning of Friday."""
_SHORT_ERAS = {"昭": "昭和", "平": "平成", "令": "令和"}


@cache
def _rules(*, slashed: bool) -> tuple[Rule, ...]:
    """In the order in which they read; with `slashed`, those of bare days too."""
    return (
        Rule(ERA_DATE, era_date, "./-"), Rule(_ERA_YEARS, _era_years, "/・"), Rule(_FULL, full_date, "-"),
        Rule(MARKED_DATE, full_date, "12"), Rule(_SLASHED_DAY, _month_slash_day, "/"),
        Rule(_SLASHED_RANGE, _month_slash_day, "/"),
        Rule(_SHORT_YEAR, _short_year, "/"), Rule(SHORT_YEAR_DOTTED, _short_year, "."), Rule(_KANJI_DAY, _kanji_day, "・"), Rule(_LETTER_YEAR, _letter_year), Rule(_DOTTED_DAY, _month_slash_day, "."),
        *((Rule(_SLASHED, _month_slash_day, "/"), Rule(_DOTTED, _month_slash_day, ".")) if slashed else ()), *CLOCK,
        Rule(_YEAR, _year, "年"), Rule(_WEEKDAY, _weekday, "曜("), Rule(_BARE_WEEKDAYS, _weekdays, "月火水木金土日"),
        Rule(_MONTHS, _first_month, "月"), Rule(_MONTH, _month, "月"), *HOURS,
    )  # fmt: skip


def dates(text: str, add: Add, *, slashed: bool = False) -> str:
    """`text` with its dates and times blanked out, each of them handed to `add`.

    With `slashed`, a bare 4/10 is the tenth of April.
    """
    return consumed(text, _rules(slashed=slashed), add)


def _value(
    kind: Kind,
    amount: Fraction,
    match: re.Match[str],
    group: str | int,
    keys: set[Key],
    **more: object,
) -> Value:
    start, end = match.span(group)
    weight = weight_of(match[group], amount)
    return Value(kind, amount, Span(start, end), match[0], frozenset(keys), weight).but(**more)


def _year(match: re.Match[str]) -> Iterator[Value]:
    written, tail = match["year"], match["tail"] or ""
    amount = Fraction(1) if written == "元" else numeral(written)
    if amount is None or amount.denominator != 1 or "万" in written:
        return
    era = _era(match, amount)
    noun = f"年{tail}"
    if era:
        western = western_year(era, amount)
        keys: set[Key] = {("n", western), ("e", amount)}
        if tail == "代":
            keys |= {("n", amount), ("n", western - 5), ("n", western + 5)}
        yield _value(Kind.YEAR, western, match, "year", keys, era=era, noun=noun, weight=3)
    elif 100 <= amount <= 2200:
        yield _value(Kind.YEAR, amount, match, "year", {("n", amount)}, noun=noun)
    elif tail == "代" and 10 <= amount < 100:
        keys = {("n", amount), ("n", 1900 + amount)}
        yield _value(Kind.YEAR, 1900 + amount, match, "year", keys, noun=noun)
    elif match.string[: match.start("year")].endswith(("'", "同", "翌")):
        keys = {("n", amount), ("e", amount), ("n", 1900 + amount), ("n", 2000 + amount)}
        yield _value(Kind.YEAR, amount, match, "year", keys, noun=noun, weight=1)


def _era(match: re.Match[str], amount: Fraction) -> str:
    if amount >= _YEARS_OF_ERA:
        return ""
    if letter := match["letter"]:
        return LETTERS[letter[0]]
    before = match.string[max(0, match.start("year") - 14) : match.start("year")].rstrip(" _")
    before = before.removesuffix("(日本)").rstrip(" _").removesuffix("天皇")
    for length in (4, 2):
        if before[-length:] in YEARS_BEFORE:
            return before[-length:]
    if before[-1:] in _SHORT_ERAS and not "\u4e00" <= before[-2:-1] <= "\u9fff":
        return _SHORT_ERAS[before[-1:]]
    return ""


def _month(match: re.Match[str]) -> Iterator[Value]:
    month = Fraction(1) if match["month"] == "正" else numeral(match["month"])
    if month is None or not 1 <= month <= 12 or (match["month"] == "一" and not match["day"]):
        return
    start = match.start("month")
    if start and match.string[start - 1] in "0123456789.,数":
        return
    keys: set[Key] = {("m", month)}
    noun = "月期" if match["term"] else "月"
    weight = max(weight_of(match["month"], month), 2 if match["day"] else 1)
    yield _value(Kind.MONTH, month, match, "month", keys, noun=noun, weight=weight)
    day = numeral(match["day"]) if match["day"] else None
    if day is not None and 1 <= day <= 31:
        weight = max(weight_of(match["day"], day), 2)
        days: set[Key] = {("n", day)}
        if _NEXT_DAY.match(match.string, match.end()):
            days.add(("n", day + 1))
        yield _value(Kind.DAY, day, match, "day", days, noun="日", weight=weight)


def _first_month(match: re.Match[str]) -> Iterator[Value]:
    month = Fraction(match[1])
    if 1 <= month <= 12:
        yield _value(Kind.MONTH, month, match, 1, {("m", month), ("n", month)}, noun="月", weight=2)


def _weekday(match: re.Match[str]) -> Iterator[Value]:
    name = match["one"] or match["two"]
    group = "one" if match["one"] else "two"
    day = Fraction(WEEKDAYS.index(name))
    keys: set[Key] = {("w", day)}
    if _NEXT_DAY.match(match.string, match.end()):
        keys.add(("w", (day + 1) % 7))
    yield _value(Kind.WEEKDAY, day, match, group, keys, noun="曜", weight=2)


def _weekdays(match: re.Match[str]) -> Iterator[Value]:
    for at, character in enumerate(match[0]):
        if character in WEEKDAYS:
            day = Fraction(WEEKDAYS.index(character))
            span = Span(match.start() + at, match.start() + at + 1)
            yield Value(Kind.WEEKDAY, day, span, character, frozenset({("w", day)}), 1, "曜")


def full_date(match: re.Match[str]) -> Iterator[Value]:
    """The parts of 2024.4.1, 2024-04-01, 2024.4 or 20240401."""
    names: tuple[str | int, str | int, str | int] = (1, 3, 4)
    if match.re.pattern == MARKED_DATE.pattern and not match[1]:
        names = ("y", "m", "") if match["y"] else ("yy", "mm", "dd")
    year, month = Fraction(match[names[0]]), Fraction(match[names[1]])
    day = Fraction(match[names[2]]) if names[2] else Fraction(1)
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield _value(Kind.YEAR, year, match, names[0], {("n", year)}, noun="年")
        yield _value(Kind.MONTH, month, match, names[1], {("m", month)}, weight=2)
        if names[2]:
            yield _value(Kind.DAY, day, match, names[2], {("n", day)}, weight=3)


def era_date(match: re.Match[str]) -> Iterator[Value]:
    """The parts of R6.4.1 or 令和6.4.1."""
    era = match["era"] or LETTERS[match["letter"]]
    n = Fraction(1 if match["n"] == "元" else int(match["n"]))
    month, day, western = Fraction(match["m"]), Fraction(match["d"]), western_year(era, n)
    keys: set[Key] = {("n", western), ("e", n)}
    yield _value(Kind.YEAR, western, match, "n", keys, era=era, noun="年", weight=3)
    yield _value(Kind.MONTH, month, match, "m", {("m", month)}, weight=2)
    yield _value(Kind.DAY, day, match, "d", {("n", day)}, weight=3)


def _kanji_day(match: re.Match[str]) -> Iterator[Value]:
    """The month and the day of 二・二六事件."""
    month, written = numeral(match["m"]), match["d"]
    digits = "".join(str(numeral(c)) for c in written) if "十" not in written else ""
    day = Fraction(digits) if digits else numeral(written)
    if month and day:
        yield _value(Kind.MONTH, month, match, "m", {("m", month), ("n", month)}, weight=2)
        yield _value(Kind.DAY, day, match, "d", {("n", day)}, weight=2)


def _letter_year(match: re.Match[str]) -> Iterator[Value]:
    """H7 of H7卒, without 年."""
    era, n = LETTERS[match["letter"]], Fraction(match["n"])
    western = western_year(era, n)
    keys: set[Key] = {("n", western), ("e", n), ("n", western % 100)}
    yield _value(Kind.YEAR, western, match, "n", keys, era=era, noun="年", weight=3)


def _short_year(match: re.Match[str]) -> Iterator[Value]:
    """23/6/18, the eighteenth of June 2023."""
    year, month, day = (Fraction(match[name]) for name in "ymd")
    yield _value(Kind.YEAR, 2000 + year, match, "y", {("n", 2000 + year), ("n", year)}, noun="年")
    yield _value(Kind.MONTH, month, match, "m", {("m", month)}, weight=2)
    yield _value(Kind.DAY, day, match, "d", {("n", day)}, weight=3)


def _era_years(match: re.Match[str]) -> Iterator[Value]:
    """平成30/31年度, two years of one era."""
    for group in ("a", "b"):
        n = Fraction(1 if match[group] == "元" else int(match[group]))
        western = western_year(match["era"], n)
        keys: set[Key] = {("n", western), ("e", n), ("n", western % 100)}
        noun = f"年{match['tail'] or ''}"
        yield _value(Kind.YEAR, western, match, group, keys, era=match["era"], noun=noun, weight=3)


def _month_slash_day(match: re.Match[str]) -> Iterator[Value]:
    """4/10, the tenth of April."""
    names = ("m", "d") if match["m"] else ("m2", "d2")
    month, day = Fraction(match[names[0]]), Fraction(match[names[1]])
    yield _value(Kind.MONTH, month, match, names[0], {("m", month)}, noun="月", weight=3)
    yield _value(Kind.DAY, day, match, names[1], {("n", day)}, noun="日", weight=3)
