"""Japanese values that belong together: compound measures, and what is said twice."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.units import CONVERTIBLE, OLD, UNITS, Unit
from alignbench.checks.values.value import DATES, Kind, Value

_BRACKETS = lazy(r"\(([^()]*)\)")
_ERA_ALONE = lazy(r"[^\d()、。]{0,12}(?:元|\d{1,2})(?:年.{0,12})?[頃?]?")
_AGE = lazy(r"(?:享年|数え年?で?|行年)\s?$")
_TENTHS = {
    "寸": Fraction(1, 10),
    "匁": Fraction(1, 10),
    "尺": Fraction(1, 100),
    "度": Fraction(1, 10),
}
"""What 分 is of the old measure before it."""
_FEVER = 10
"""Degrees below which a fever is told without its thirty: 熱が8度6分."""
_BETWEEN_MEASURES = lazy(r"[~\-、・×x]|から|ないし|乃至|又は|または|と")


def compounds(values: Sequence[Value]) -> Iterator[Value]:
    """With the whole as a reading of `1時間30分`, `三尺五寸` and `2匁5分`: its parts need not be
    said then.
    """
    place = 0
    while place < len(values):
        stop = place + 1
        while stop < len(values) and _goes_on(values[stop - 1], values[stop]):
            stop += 1
        run = values[place:stop]
        yield from _together(run) if len(run) > 1 else run
        place = stop


def _goes_on(first: Value, second: Value) -> bool:
    if first.span.end != second.span.start or second.kind != Kind.NUMBER:
        return False
    if second.noun == "分" and (
        first.noun in _TENTHS or (first.unit == "度" and second.amount < 10)
    ):
        return True
    ours, theirs = UNITS.get(first.unit), UNITS.get(second.unit)
    if not ours or not theirs or ours.kind not in (*CONVERTIBLE, "money-yen"):
        return False
    return ours.kind == theirs.kind and ours.size > theirs.size


def _together(run: Sequence[Value]) -> Iterator[Value]:
    first = run[0]
    base = UNITS.get(first.unit) or Unit("")
    total = first.amount
    keys = set(first.keys)
    for before, value in pairwise(run):
        if value.noun == "分" and before.noun in _TENTHS and before.unit:
            size = UNITS[before.unit].size * _TENTHS[before.noun]
        else:
            size = UNITS[value.unit].size
        total += value.amount * size / base.size
        keys |= {("n", total), ("n", total * base.size / size)}
    keys.add(("n", total))
    if first.unit == "度" and run[1].noun == "分" and total < _FEVER:
        keys.add(("n", total + 30))
    if base.kind == "time":
        yield first.but(keys=frozenset(keys))
    else:
        old = first.unit in OLD and first.weight < 2
        yield first.but(
            keys=frozenset(keys),
            amount=total,
            weight=2 if old else first.weight,
            compound=old or first.unit in OLD or run[1].unit == "銭",
        )
    for value in run[1:]:
        yield value.but(weight=1)


def grouped(text: str, values: list[Value]) -> list[Value]:
    """With a common number for what is said twice: a date and the same one of another calendar in
    brackets, a measure and its conversion, an age by both ways of counting.
    """
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
        if not held:
            continue
        before = _said_before(text, values, held, match)
        if before:
            groups.update(dict.fromkeys([*before, *held], number))
    return [
        value.but(group=groups.get(i, 0), bracketed=i in inside)
        if i in groups or i in inside
        else value
        for i, value in enumerate(values)
    ]


def _said_before(text: str, values: list[Value], held: range, match: re.Match[str]) -> list[int]:
    """Values directly before a bracket that those in it say again."""
    place, edge = held.start, match.start()
    if all(values[i].unit and UNITS[values[i].unit].kind in CONVERTIBLE for i in (held[-1],)):
        return list(_measures_before(text, values, place, edge, UNITS[values[held[-1]].unit].kind))
    if place and values[held[0]].noun == "歳" and edge - values[place - 1].span.end <= 1:
        age = values[place - 1]
        if age.noun == "歳" or _AGE.search(text, max(0, age.span.start - 6), age.span.start):
            return [place - 1]
    if all(_datelike(values[i]) for i in held) and values[place].kind != Kind.WEEKDAY:
        before = list(_dates_before(text, values, place, edge))
        dated = any(values[i].kind in DATES or values[i].amount >= 400 for i in held)
        return before if dated or _ERA_ALONE.fullmatch(match[1].strip()) else []
    return []


def _measures_before(
    text: str, values: list[Value], place: int, edge: int, kind: str
) -> Iterator[int]:
    """Measures of a class that end where a bracket opens, the last first."""
    first = True
    while place:
        value = values[place - 1]
        between = text[value.span.end : edge].strip()
        unit = UNITS.get(value.unit)
        if first and (
            between not in ("", "ほど", "程", "程度", "弱", "強", "余", "余り")
            or not unit
            or unit.kind != kind
        ):
            return
        if not first and not (_BETWEEN_MEASURES.fullmatch(between) or (not between and unit)):
            return
        first = False
        place -= 1
        edge = value.span.start
        yield place


def _datelike(value: Value) -> bool:
    return value.kind in DATES or (
        value.kind == Kind.NUMBER and value.noun in ("", "年", "日", "歳")
    )


def _dates_before(text: str, values: list[Value], place: int, edge: int) -> Iterator[int]:
    """Values of the date that ends where a bracket opens, the last first."""
    if text[:edge].rstrip().endswith(("-", "~")):
        return
    while place and _datelike(values[place - 1]):
        between = text[values[place - 1].span.end : edge]
        if between.strip(" _年月日頃~-?閏正」』"):
            return
        place -= 1
        edge = values[place].span.start
        yield place
