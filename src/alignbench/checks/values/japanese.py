"""All values of a Japanese text, with offsets into it."""

import re
from collections.abc import Iterator

from alignbench.checks.values.eras import YEARS_BEFORE, western_year
from alignbench.checks.values.ja_dates import dates
from alignbench.checks.values.ja_numbers import numbers
from alignbench.checks.values.ja_words import (
    ABOUT_BEFORE,
    APPROX_AFTER,
    APPROXES,
    AT_LEAST_BEFORE,
    AT_MOST_BEFORE,
    BOUND_AFTER,
    BOUNDS,
    NOT_NUMBERS,
)  # fmt: skip
from alignbench.checks.values.model import Approx, Bound, Kind, Value
from alignbench.checks.values.tokens import blanked
from alignbench.checks.values.view import value_view
from alignbench.domain.text import Span

_DATES = frozenset({Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY})
_THOUSANDS = re.compile(r"(?<=\d)、(?=000(?!\d))")
_REMARKS = re.compile(r"[ _]?\((?:旧暦|新暦|元号|日本|西暦|和暦)[^()]{0,3}\)")
"""Notes on a calendar or an era, which stand between the parts of a date."""
_ERA_ALONE = re.compile(r"[^\d()、。]{0,12}(?:元|\d{1,2})(?:年.{0,12})?[頃?]?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LOOK_BACK = 8


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _nothing(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def read_japanese(text: str) -> list[Value]:
    """The values of `text`, in its order; their spans are offsets into `text`."""
    view = value_view(text)
    plain = _REMARKS.sub(_spaces, view.text)
    found: list[Value] = []
    rest = _THOUSANDS.sub(",", blanked(plain))
    rest = NOT_NUMBERS.sub(_nothing, rest)
    numbers(dates(rest, found.append), found.append)
    found.sort(key=lambda value: value.span.start)
    found = [
        _modified(view.text, value) for value in _hours_and_minutes(list(_same_era(plain, found)))
    ]
    return [
        value.but(span=Span(*view.source_span(value.span.start, value.span.end)))
        for value in _grouped(plain, found)
    ]


def _same_era(text: str, values: list[Value]) -> Iterator[Value]:
    """With the era of the year before for 同8年 and 昭和52、53年, and for 大正12 without 年."""
    era, edge = "", -9
    for value in values:
        start = value.span.start
        if value.kind == Kind.NUMBER and value.noun in ("", "年") and value.amount < 65:
            own = _era_before(text, start)
            if not own and start - edge == 1 and text[edge] in "、・~-":
                own = era
            if own:
                western = western_year(own, value.amount)
                keys = frozenset({("n", western), ("e", value.amount)})
                value = value.but(kind=Kind.YEAR, amount=western, keys=keys, era=own, noun="年")
        era = value.era or era
        edge = (
            value.span.end + (text[value.span.end : value.span.end + 1] == "年")
            if value.era
            else -9
        )
        if era and value.kind == Kind.YEAR and ("e", value.amount) in value.keys and not value.era:
            western = western_year(era, value.amount)
            value = value.but(keys=value.keys | {("n", western)}, amount=western, era=era)
        yield value


def _era_before(text: str, start: int) -> str:
    before = text[max(0, start - 4) : start]
    return next((before[-n:] for n in (4, 2) if before[-n:] in YEARS_BEFORE), "")


def _hours_and_minutes(values: list[Value]) -> Iterator[Value]:
    """With one and a half as a reading of `1時間30分`, whose minutes then need not be said."""
    held: Value | None = None
    for value in values:
        if held and value.noun == "分" and held.span.end == value.span.start:
            together = held.amount + value.amount / 60
            keys = held.keys | {("n", together), ("n", together * 60)}
            yield held.but(keys=keys)
            yield value.but(weight=1)
            held = None
            continue
        if held:
            yield held
        held = value if value.noun == "時間" else None
        if not held:
            yield value
    if held:
        yield held


def _modified(text: str, value: Value) -> Value:
    """With the words around it that say about, at most, at least."""
    start, end = value.span.start, value.span.end
    back = max(0, start - _LOOK_BACK)
    bound: Bound | None = None
    approx: Approx | None = None
    if ABOUT_BEFORE.search(text, back, start):
        approx = Approx.ABOUT
    if AT_LEAST_BEFORE.search(text, back, start):
        bound = Bound.AT_LEAST
    elif AT_MOST_BEFORE.search(text, back, start):
        bound = Bound.AT_MOST
    at = end + (value.kind in _DATES and text.startswith(("年", "月", "日"), end))
    at += value.kind in _DATES and text.startswith(")", at)
    if match := BOUND_AFTER.match(text, at):
        bound = BOUNDS[match[1]]
    if match := APPROX_AFTER.match(text, at):
        approx = APPROXES[match[1]]
    return value.but(bound=bound, approx=approx) if bound or approx else value


def _grouped(text: str, values: list[Value]) -> list[Value]:
    """With a common number for a date and the same date in another calendar in brackets."""
    if "(" not in text:
        return values
    groups: dict[int, int] = {}
    inside: set[int] = set()
    place = 0
    for number, match in enumerate(_BRACKETS.finditer(text), 1):
        start, end = match.span(1)
        while place < len(values) and values[place].span.start < start:
            place += 1
        stop = place
        while stop < len(values) and values[stop].span.start < end:
            stop += 1
        held = range(place, stop)
        inside.update(held)
        if held and all(_datelike(values[i]) for i in held) and values[place].kind != Kind.WEEKDAY:
            before = list(_dates_before(text, values, place, start - 1))
            if before and (
                any(values[i].kind in _DATES for i in held)
                or _ERA_ALONE.fullmatch(match[1].strip())
            ):
                groups.update(dict.fromkeys([*before, *held], number))
    return [
        value.but(group=groups.get(i, 0), bracketed=i in inside)
        if i in groups or i in inside
        else value
        for i, value in enumerate(values)
    ]


def _datelike(value: Value) -> bool:
    return value.kind in _DATES or (
        value.kind == Kind.NUMBER and value.noun in ("", "年", "日", "歳")
    )


def _dates_before(text: str, values: list[Value], place: int, edge: int) -> Iterator[int]:
    """Values of the date that ends where a bracket opens, the last first."""
    while place and _datelike(values[place - 1]):
        between = text[values[place - 1].span.end : edge]
        if between.strip(" _年月日頃~-?"):
            return
        place -= 1
        edge = values[place].span.start
        yield place
