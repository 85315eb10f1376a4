"""Dates and times of day in a Japanese text."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.values.eras import LETTERS, YEARS_BEFORE, western_year
from alignbench.checks.values.kanji import WHOLE_RUN, numeral
from alignbench.checks.values.model import Key, Kind, Value
from alignbench.checks.values.rule_scanner import Add, Rule, consumed
from alignbench.domain.text import Span

_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
WEEKDAYS = "月火水木金土日"
_YEAR = re.compile(
    rf"(?P<letter>(?<![A-Za-z])[MTSHR]\.?\s?)?(?P<year>元|{WHOLE_RUN})\s?年(?!間|ぶり|生|目|前(?![半後期])|後(?![半期])|余"
    rf"|半(?!ば)|近|以上|以内|以下|未満|弱|強|ほど|程|あまり|ごと|毎|おき|連続|にわた|も[のた経か]|経|たっ|た[ちつ]|か月)"
    rf"(?P<tail>度|代)?"
)
_MONTH = re.compile(
    rf"(?P<leap>閏)?(?P<month>{_SMALL}|正(?=月\d))\s?月(?!間|末?日数|ほど)(?:\s?(?P<day>{_SMALL})\s?日(?!間|目|後|ぶり|以内|前|ほど|程度|余|半))?"
    rf"(?P<term>期)?"
)
_MONTHS = re.compile(
    r"(?<![\d.,年数])(\d{1,2})(?=\s?[~・、-]\s?(?:翌)?\d{1,2}\s?月(?!間|\s?\d|末日))"
)
"""The first month of `10～11月`."""
_WEEKDAY = re.compile(
    rf"(?P<one>[{WEEKDAYS}])曜|(?<=日)\s?\((?P<two>[{WEEKDAYS}])(?:曜日?)?(?:[・、,/]?[祝休振])?\)"
)
_BARE_WEEKDAYS = re.compile(
    rf"(?<![\u3041-\u9fff])[{WEEKDAYS}](?:[~・\-、][{WEEKDAYS}])+(?=曜|\)|の|に|は|、|。|$|\s)|土日(?!本)"
)
_FULL = re.compile(r"(?<![\d/.\-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/\-])")
_CLOCK = re.compile(
    r"(?<![\d:])(?P<half>午前|午後|AM|PM|am|pm)?\s?(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])\s?(?P<after>[AaPp]\.?[Mm]\.?)?"
)
_HOUR = re.compile(
    rf"(?P<half>午前|午後|早朝|朝|夜|深夜|未明|夕方|昼)?の?\s?(?<![\d.,])(?P<hour>{_SMALL}|零)\s?時(?!間|代|期|点|限|節)"
    rf"(?:(?P<thirty>半)|\s?(?P<minute>{_SMALL})\s?分(?P<before>前(?![後日]))?)?"
)
_NOON = re.compile("正午")
_YEARS_OF_ERA = 100


def dates(text: str, add: Add) -> str:
    """`text` with its dates and times blanked out, each of them handed to `add`."""
    rules: tuple[Rule, ...] = (
        (_FULL, _full), (_CLOCK, _clock), (_YEAR, _year), (_WEEKDAY, _weekday),
        (_BARE_WEEKDAYS, _weekdays), (_MONTHS, _first_month), (_MONTH, _month), (_HOUR, _hour), (_NOON, _noon),
    )  # fmt: skip
    return consumed(text, rules, add)


def weight_of(numeral_: str, amount: Fraction) -> int:
    """Digits must be kept; of kanji numerals the larger ones, and a single one least."""
    if any("0" <= c <= "9" for c in numeral_):
        return 3 if amount != 1 else 1
    if amount >= 10:
        return 2
    return 0 if amount <= 1 else 1


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
        yield _value(Kind.DAY, day, match, "day", {("n", day)}, noun="日", weight=weight)


def _first_month(match: re.Match[str]) -> Iterator[Value]:
    month = Fraction(match[1])
    if 1 <= month <= 12:
        yield _value(Kind.MONTH, month, match, 1, {("m", month), ("n", month)}, noun="月", weight=2)


def _weekday(match: re.Match[str]) -> Iterator[Value]:
    name = match["one"] or match["two"]
    group = "one" if match["one"] else "two"
    day = Fraction(WEEKDAYS.index(name))
    yield _value(Kind.WEEKDAY, day, match, group, {("w", day)}, noun="曜", weight=2)


def _weekdays(match: re.Match[str]) -> Iterator[Value]:
    for at, character in enumerate(match[0]):
        if character in WEEKDAYS:
            day = Fraction(WEEKDAYS.index(character))
            span = Span(match.start() + at, match.start() + at + 1)
            yield Value(Kind.WEEKDAY, day, span, character, frozenset({("w", day)}), 1, "曜")


def _full(match: re.Match[str]) -> Iterator[Value]:
    year, month, day = Fraction(match[1]), Fraction(match[3]), Fraction(match[4])
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield _value(Kind.YEAR, year, match, 1, {("n", year)}, noun="年")
        yield _value(Kind.MONTH, month, match, 3, {("m", month)}, weight=2)
        yield _value(Kind.DAY, day, match, 4, {("n", day)}, weight=3)


def _clock(match: re.Match[str]) -> Iterator[Value]:
    hour, minute = int(match[2]), int(match[3])
    half = match["half"] or match["after"] or ""
    if minute < 60 and hour < 30:
        yield _time(match, hour, minute, half, exact=True)


def _hour(match: re.Match[str]) -> Iterator[Value]:
    hour = numeral(match["hour"])
    minute = numeral(match["minute"]) if match["minute"] else Fraction(0)
    if hour is None or minute is None or hour >= 30 or minute >= 60:
        return
    if match["hour"] == "一" and not match["half"] and not match["thirty"]:
        return
    value = _time(match, int(hour), 30 if match["thirty"] else int(minute), match["half"] or "")
    if match["before"]:
        value = value.but(
            keys=value.keys | {("t", (at - 2 * minute) % 1440) for _, at in value.keys}
        )
    yield value


def _noon(match: re.Match[str]) -> Iterator[Value]:
    keys = frozenset({("t", Fraction(720))})
    yield Value(Kind.TIME, Fraction(720), Span(*match.span()), match[0], keys, 2, "時")


def _time(match: re.Match[str], hour: int, minute: int, half: str, exact: bool = False) -> Value:
    minutes = set(clock(hour, minute, half))
    keys: set[Key] = {("t", Fraction(at)) for at in minutes}
    if not minute and not exact:
        keys.add(("n", Fraction(hour)))
        if hour % 24:
            keys.add(("n", Fraction(hour % 12 or 12)))
    weight = 3 if any("0" <= c <= "9" for c in match[0]) else 1
    span = Span(*match.span())
    return Value(Kind.TIME, Fraction(min(minutes)), span, match[0], frozenset(keys), weight, "時")


def clock(hour: int, minute: int, half: str) -> Iterator[int]:
    """Minutes since midnight that an hour may mean: without a half of the day, both."""
    mark = half.lower().replace(".", "")
    if mark in ("午前", "am", "早朝", "朝", "未明"):
        yield hour % 12 * 60 + minute
    elif mark in ("午後", "pm", "夕方", "昼"):
        yield (hour % 12 + 12) * 60 + minute
        if hour == 12 and mark == "午後":
            yield minute
    elif hour >= 24:
        yield (hour - 24) * 60 + minute
        yield hour * 60 + minute
    else:
        yield hour * 60 + minute
        if hour <= 12:
            yield (hour % 12 + 12) * 60 + minute
            yield hour % 12 * 60 + minute
