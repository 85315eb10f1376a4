"""All values of a Japanese text, with offsets into it."""

import re

from alignbench.checks.values.ja_dates import dates
from alignbench.checks.values.ja_numbers import numbers
from alignbench.checks.values.ja_words import (
    ABOUT_BEFORE, APPROX_AFTER, APPROXES, AT_LEAST_BEFORE, AT_MOST_BEFORE, BOUND_AFTER, BOUNDS,
    NOT_NUMBERS,
)  # fmt: skip
from alignbench.checks.values.model import Approx, Bound, Kind, Value
from alignbench.checks.values.tokens import blanked
from alignbench.checks.values.view import value_view

_DATE_GAP = re.compile(r"[\s年月日(]*")
_DATES = frozenset({Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY})
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LOOK_BACK = 8


def read_japanese(text: str) -> list[Value]:
    """The values of `text`, in its order; their spans are offsets into `text`."""
    view = value_view(text)
    found: list[Value] = []
    rest = NOT_NUMBERS.sub(lambda match: "\x00" * len(match[0]), blanked(view.text))
    numbers(dates(rest, found.append), found.append)
    found.sort(key=lambda value: value.span.start)
    found = _grouped(view.text, [_modified(view.text, value) for value in found])
    return [value.but(span=_source(view, value)) for value in found]


def _source(view, value):  # type: ignore[no-untyped-def]
    from alignbench.domain.text import Span

    return Span(*view.source_span(value.span.start, value.span.end))


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
    at = end + (1 if value.kind in _DATES and text[end : end + 1] in ("年", "月", "日") else 0)
    if match := BOUND_AFTER.match(text, at):
        bound = BOUNDS[match[1]]
    if match := APPROX_AFTER.match(text, at):
        approx = APPROXES[match[1]]
    return value.but(bound=bound, approx=approx) if bound or approx else value


def _grouped(text: str, values: list[Value]) -> list[Value]:
    """With a common number for a date and the same date in another calendar in brackets."""
    if "(" not in text:
        return values
    brackets = [match.span(1) for match in _BRACKETS.finditer(text)]
    group = 0
    groups: dict[int, int] = {}
    inside: set[int] = set()
    place = 0
    for start, end in brackets:
        while place < len(values) and values[place].span.start < start:
            place += 1
        held = [i for i in range(place, len(values)) if values[i].span.start < end] if place < len(values) and values[place].span.start < end else []
        inside.update(held)
        if held and all(values[i].kind in _DATES for i in held) and values[held[0]].kind != Kind.WEEKDAY:
            before = []
            i, edge = held[0] - 1, start - 1
            while i >= 0 and values[i].kind in _DATES and not text[values[i].span.end : edge].strip(" _年月日頃(旧暦)日本~-、"):
                before.append(i)
                edge = values[i].span.start
                i -= 1
            if before:
                group += 1
                groups.update(dict.fromkeys([*before, *held], group))
    return [
        value.but(group=groups.get(i, 0), bracketed=i in inside) if i in groups or i in inside else value
        for i, value in enumerate(values)
    ]


assert _DATE_GAP
