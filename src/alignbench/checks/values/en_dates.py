"""Dates and times of day in an English text."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.en_words import CARDINALS, MONTH_NUMBERS, ORDINALS, WEEKDAY_NUMBERS
from alignbench.checks.values.eras import ENGLISH, LETTERS
from alignbench.checks.values.ja_clock import clock
from alignbench.checks.values.ja_dates import (
    ERA_DATE,
    MARKED_DATE,
    SHORT_YEAR_DOTTED,
    era_date,
    full_date,
)
from alignbench.checks.values.named_days import NAMED_DAYS
from alignbench.checks.values.rule_scanner import DIGITS, Add, Rule, consumed
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_LONG}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
_DAYS = {word: value for word, value in ORDINALS.items() if value <= 31} | {
    f"{tens}-{word}": base + value
    for tens, base in (("twenty", 20), ("thirty", 30))
    for word, value in ORDINALS.items()
    if value < 10 and base + value <= 31
}
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?![,.:]?\d)|{'|'.join(sorted(_DAYS, key=len, reverse=True))})"
)
_YEAR = r"(?:\d{3,4}|'\d\d)(?![,.]?\d|\w)"
_MONTH_FIRST = lazy(
    rf"(?<![A-Za-z])(?P<m>{_MONTH})\b\.?(?:\s+(?:the\s+)?(?P<d>{_DAY}))?(?:,?\s+(?:of\s+)?(?P<y>{_YEAR}))?"
)
_DAY_FIRST = lazy(
    rf"(?<![\d.,/:])(?P<d>{_DAY})(?:\s+day)?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?(?:,?\s+(?P<y>{_YEAR}))?"
)
_WEEKDAY = lazy(
    r"\b(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)(?P<s>s?)\b(?!\s+(?:Yat|Tzu))"
)
_ISO = lazy(r"(?<![\d/.-])(?P<y>\d{4})(-)(?P<m>\d{1,2})-(?P<d>\d{1,2})(?![\d/-])")
_SLASHED = lazy(r"(?<![\d/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d{2})(?![\d/])")
_ERA = lazy(
    rf"\b(?P<era>{'|'.join(name.title() for name in ENGLISH)})\s+(?P<n>\d{{1,2}})\b|\b(?P<l>[MTSHR])\.?(?P<k>\d{{1,2}})(?=\.\d{{1,2}}\.\d)"
)
_NUMBER = r"(?:[01]?\d|2[0-9])"
_CLOCK = lazy(
    rf"(?<![\d:.,])(?P<h>{_NUMBER})(?:[:.](?P<m>[0-5]\d))(?::[0-5]\d)?(?![\d:])\s?(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?"
    rf"|(?<![\d:.,])(?P<h2>{_NUMBER})\s?(?P<half2>[AaPp]\.?\s?[Mm]\b\.?)"
)
_HOURS = "|".join(word for word, value in CARDINALS.items() if 1 <= value <= 12)
_OCLOCK = lazy(
    rf"(?:(?P<part>half|(?:a\s+)?quarter)\s+(?P<way>past|to|after|before)\s+)?\b(?P<h>{_HOURS}|\d{{1,2}})(?P<thirty>[\s-]{{1,3}}thirty)?"
    rf"(?P<o>\s+o'?\s?clock)?(?P<half>(?:\s+in\s+the\s+(?:morning|afternoon|evening)|\s+at\s+night)|\s+(?:[AaPp]\.\s?[Mm]\.|[AaPp][Mm]\b))?",
    re.I,
)
_NOON = lazy(r"\b(?P<n>noon|midday)\b|\bmidnight\b", re.I)
_MINUTES = lazy(
    rf"\b(?P<n>five|ten|twenty(?:-five)?|half|(?:a\s+)?quarter|\d{{1,2}})(?P<said>\s+minutes?)?\s+(?P<way>past|to|after|before|of)\s+(?P<h>noon|midday|midnight|{_HOURS})\b(?!\s*[-\d])",
    re.I,
)
_SPELLED_MINUTES = {
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "twenty-five": 25,
    "half": 30,
    "quarter": 15,
}
_END_OF = lazy(
    rf"\b(?:(?:the\s+)?(?P<which>end|(?:last|final|closing)\s+day|close|start|beginning|(?:first|opening)\s+day)\s+of|(?P<late>late|early|mid))[\s-]+(?P<m>{_MONTH})\b(?:,?\s+(?P<y>{_YEAR}))?",
    re.I,
)
"""What says a day of a month without its number."""
_LAST_DAYS = ("end", "last day", "final day", "closing day", "close")
_MONTH_SIGNS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_SIGNS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MINUTE_SIGNS = ("five ", "ten ", "twenty", "half ", "quarter", "minute", " past ")
_HOUR_SIGNS = (
    "clock",
    "a.m",
    "p.m",
    "a. m",
    "p. m",
    " am",
    "pm",
    "morning",
    "afternoon",
    "evening",
    "night",
    "thirty",
    "half",
    "quarter",
)
_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}


@cache
def _rules() -> tuple[Rule, ...]:
    """In the order in which they read."""
    return (
        Rule(ERA_DATE, era_date, DIGITS), Rule(_ISO, _iso, "-"), Rule(MARKED_DATE, full_date, DIGITS),
        Rule(_SLASHED, _slashed, "/"), Rule(SHORT_YEAR_DOTTED, _short_year, "."),
        NAMED_DAYS, Rule(_END_OF, _end_of, _MONTH_SIGNS), Rule(_DAY_FIRST, _written, _MONTH_SIGNS),
        Rule(_MONTH_FIRST, _written, _MONTH_SIGNS), Rule(_WEEKDAY, _weekday, _WEEKDAY_SIGNS), Rule(_ERA, _era, DIGITS),
        Rule(_CLOCK, _clock, DIGITS), Rule(_MINUTES, _minutes, _MINUTE_SIGNS), Rule(_OCLOCK, _oclock, _HOUR_SIGNS),
        Rule(_NOON, _noon, ("noon", "midday", "midnight")),
    )  # fmt: skip


def english_dates(text: str, add: Add) -> str:
    """`text` with its dates and times blanked out, each of them handed to `add`."""
    return consumed(text, _rules(), add)


def _value(
    kind: Kind,
    amount: int | Fraction,
    match: re.Match[str],
    group: str,
    keys: set[Key],
    weight: int = 3,
    **more: object,
) -> Value:
    span = Span(*match.span(group))
    return Value(kind, Fraction(amount), span, match[group], frozenset(keys), weight).but(**more)


def _year(match: re.Match[str]) -> Iterator[Value]:
    written = match["y"]
    if not written:
        return
    year = Fraction(written.strip("'"))
    keys: set[Key] = {("n", year)}
    if len(written.strip("'")) == 2:
        keys |= {("n", 1900 + year), ("n", 2000 + year)}
    yield _value(Kind.YEAR, year, match, "y", keys)


def _day(match: re.Match[str]) -> Iterator[Value]:
    if written := match["d"]:
        day = Fraction(_DAYS.get(written) or written.rstrip("stndrh"))
        yield _value(Kind.DAY, day, match, "d", {("n", day)}, 3, ordinal=not written.isdigit())


def _written(match: re.Match[str]) -> Iterator[Value]:
    name = match["m"]
    if (
        name in ("May", "March", "Mar", "Sep", "Dec", "Jan", "Jun")
        and not match["d"]
        and not match["y"]
        and not _month_like(match)
    ):
        return
    month = Fraction(MONTH_NUMBERS[name.lower()])
    yield _value(Kind.MONTH, month, match, "m", {("m", month)}, 3)
    yield from _day(match)
    yield from _year(match)


def _month_like(match: re.Match[str]) -> bool:
    """Whether a bare "May" or "March" is a month: not at a sentence's beginning, not a verb."""
    before = match.string[max(0, match.start() - 14) : match.start()].lower()
    return bool(
        re.search(
            r"(?:\b(?:in|of|since|until|by|from|to|last|next|this|late|early|and|through|mid|every|each|during|around|"
            r"or|between|end|after|before|for)|,|-)[\s-]*$",
            before,
        )
    )


def _short_year(match: re.Match[str]) -> Iterator[Value]:
    """26.11.08, as the Japanese writes it: the year, the month and the day."""
    year, month, day = (Fraction(match[name]) for name in "ymd")
    yield _value(Kind.YEAR, 2000 + year, match, "y", {("n", 2000 + year), ("n", year)}, 0)
    yield _value(Kind.MONTH, month, match, "m", {("m", month), ("n", month)}, 0)
    yield _value(Kind.DAY, day, match, "d", {("n", day)}, 0)


def _end_of(match: re.Match[str]) -> Iterator[Value]:
    """The month of "the end of March", and the days that it may mean."""
    if not match["m"][0].isupper():
        return
    month = Fraction(MONTH_NUMBERS[match["m"].lower()])
    yield _value(Kind.MONTH, month, match, "m", {("m", month)}, 3)
    which = (match["which"] or match["late"]).lower()
    days = range(28, 32) if which in _LAST_DAYS else range(1, 2)
    if which in ("late", "early", "mid"):
        days = {"late": range(20, 32), "early": range(1, 11), "mid": range(10, 21)}[which]
    keys: set[Key] = {("n", Fraction(day)) for day in days}
    group = "which" if match["which"] else "late"
    yield _value(Kind.DAY, days[0], match, group, keys, 0)
    yield from _year(match)


def _minutes(match: re.Match[str]) -> Iterator[Value]:
    """Ten to noon, half past midnight; "five to seven" may be two numbers as well."""
    word = match["n"].lower().removeprefix("a ").strip()
    if word in ("half", "quarter") and match["h"].lower() in CARDINALS:
        return
    minute = _SPELLED_MINUTES.get(word) or int(word)
    after = match["way"].lower() in ("past", "after")
    spelled = match["h"].lower()
    hour = CARDINALS.get(spelled, 0 if spelled == "midnight" else 12)
    either = {hour % 12 * 60, hour % 12 * 60 + 720} if spelled in CARDINALS else {hour * 60}
    shifted = {(at + (minute if after else -minute)) % 1440 for at in either}
    if spelled not in CARDINALS:
        yield _time(match, shifted, 3)
        return
    sure = after or match["said"] or minute > hour
    yield _time(match, shifted, 1 if sure else 0)
    for group, n in (("n", minute), ("h", hour)):
        yield _value(Kind.NUMBER, n, match, group, {("n", Fraction(n))}, 0)


def _weekday(match: re.Match[str]) -> Iterator[Value]:
    name = match["w"].lower()
    if name in ("sun", "sat", "wed", "mon", "fri") and match.string[
        match.end() : match.end() + 1
    ] not in (",", ")", ".", "-", "/"):
        return
    day = Fraction(WEEKDAY_NUMBERS[name])
    yield _value(Kind.WEEKDAY, day, match, "w", {("w", day)}, 3)


def _iso(match: re.Match[str]) -> Iterator[Value]:
    if 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31:
        yield from _year(match)
        month = Fraction(match["m"])
        yield _value(Kind.MONTH, month, match, "m", {("m", month), ("n", month)})
        yield from _day(match)


def _slashed(match: re.Match[str]) -> Iterator[Value]:
    a, b = Fraction(match["a"]), Fraction(match["b"])
    either: set[Key] = {("m", a), ("m", b), ("n", a), ("n", b)}
    yield _value(Kind.MONTH, a, match, "a", either if b <= 12 else {("m", a), ("n", a)})
    yield _value(Kind.DAY, b, match, "b", either if a <= 12 else {("n", b), ("m", b)})
    yield from _year(match)


def _era(match: re.Match[str]) -> Iterator[Value]:
    era = ENGLISH[match["era"].lower()] if match["era"] else LETTERS[match["l"]]
    group = "n" if match["n"] else "k"
    year = Fraction(match[group])
    yield _value(Kind.YEAR, year, match, group, {("e", year)}, 3, era=era)


def _time(
    match: re.Match[str], minutes: set[int], weight: int = 3, plain: int | None = None
) -> Value:
    keys: set[Key] = {("t", Fraction(at)) for at in minutes}
    if plain is not None:
        keys.add(("n", Fraction(plain)))
    span = Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    return Value(Kind.TIME, Fraction(min(minutes)), span, match[0].strip(), frozenset(keys), weight)


def _clock(match: re.Match[str]) -> Iterator[Value]:
    hour, minute = int(match["h"] or match["h2"]), int(match["m"] or 0)
    half = (match["half"] or match["half2"] or "").replace(" ", "")
    if "." in match[0][:3] and not half:
        return
    yield _time(match, set(clock(hour, minute, half)))


def _oclock(match: re.Match[str]) -> Iterator[Value]:
    half = (match["half"] or "").split()
    if not (match["o"] or half or match["part"] or (match["thirty"] and not match["h"].isdigit())):
        return
    spelled = match["h"].lower()
    hour = int(spelled) if spelled.isdigit() else CARDINALS[spelled]
    if hour > 24:
        return
    minute = 30 if match["thirty"] else 0
    if match["part"]:
        minute = 30 if match["part"].lower() == "half" else 15
        if match["way"].lower() in ("to", "before"):
            hour, minute = hour - 1 or 12, 60 - minute
    name = half[-1].lower() if half else ""
    minutes = set(clock(hour, minute, _HALVES.get(name, name)))
    if name == "night" and hour in (12, 1, 2, 3, 4):
        minutes.add(hour % 12 * 60 + minute)
    plain = hour if not minute and not half else None
    yield _time(match, minutes, 3 if spelled.isdigit() else 1, plain)


def _noon(match: re.Match[str]) -> Iterator[Value]:
    minutes = {720} if match["n"] else {0, 1440}
    yield _time(match, minutes, 1, None).but(
        keys=frozenset(
            {("t", Fraction(at)) for at in minutes}
            | ({("n", Fraction(12))} if match["n"] else set())
        )
    )
