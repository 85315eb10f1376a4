"""All values of a Japanese text, with offsets into it."""

import re
from collections.abc import Iterator

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.eras import YEARS_BEFORE, western_year
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.ja_combined import compounds, grouped
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
    NEGATED_LIMIT,
    NOT_NUMBERS,
    WORDS_WITH_FIGURES,
)  # fmt: skip
from alignbench.checks.values.shares import with_shares
from alignbench.checks.values.tokens import blanked
from alignbench.checks.values.value import DATES, Approx, Bound, Kind, Value
from alignbench.domain.text import Span
from alignbench.language.mapped import MappedText, without

_THOUSANDS = lazy(r"(?<=\d)、(?=000(?!\d))")
_ISSUES = lazy(r"[ _]?\((?:旧暦|新暦|元号|日本|西暦|和暦)[^()]{0,3}\)")
"""Notes on a calendar or an era, which stand between the parts of a date."""
_JOINED = lazy(r"\s?[、・~-]\s?")
_INNER = lazy("(?<=[0-9十百千万億])(?:余|強|弱)")
"""What stands before a counter instead of behind it: 350余名."""
_LOOK_BACK = 8
_DAIJI = lazy("(?<=[壱弐参四伍拾百千万])[陸漆柒](?=[拾百千万円])")
_DAIJI_VALUES = {"陸": "六", "漆": "七", "柒": "七"}
"""Land and lacquer by themselves, 6 and 7 among the numerals of a deed."""
_OPPOSITE = {Bound.ABOVE: Bound.AT_MOST, Bound.BELOW: Bound.AT_LEAST}
_NUMERAL = lazy("[一二三四五六七八九十百千万億零参拾捨唯]")
_SHAKING = 6
_TO_UPPER = lazy(
    r"\s?(?:の者|の方)?(?:以上|以降|超|を(?:超え|越え|こえ|上回)(?:て|る|り)?)(?:から|で|かつ|の|~|-)?[、,]?\s?"
)
"""From the lower limit of a stretch to its upper one."""
_COUNTED = 1000
"""From which numbers on nobody says 999 for fewer than a thousand."""


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _nothing(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def read_japanese(text: str, *, slashed_dates: bool = False) -> list[Value]:
    """The values of `text`, in its order; their spans are offsets into `text`.

    A bare 4/10 is a share, with `slashed_dates` a day: the English tells which.
    """
    view = _closed_up(value_view(text))
    plain = _ISSUES.sub(_spaces, view.text)
    found: list[Value] = []
    rest = _THOUSANDS.sub(",", blanked(plain))
    if _NUMERAL.search(rest):
        rest = NOT_NUMBERS.sub(_nothing, rest)
    rest = WORDS_WITH_FIGURES.sub(_nothing, rest)
    rest = _DAIJI.sub(lambda match: _DAIJI_VALUES[match[0]], rest)
    numbers(dates(rest, found.append, slashed=slashed_dates), found.append)
    found.sort(key=lambda value: value.span.start)
    found = [_modified(view.text, value) for value in compounds(list(_same_era(plain, found)))]
    found = list(_between(view.text, list(_sharing_a_unit(plain, found))))
    found = list(with_shares(plain, found))
    return [
        value.but(span=Span(*view.source_span(value.span.start, value.span.end)))
        for value in grouped(plain, found)
    ]


_SPACED = lazy(r"(?<=\d)[ \u3000]+(?=[万億兆千])|(?<=[万億兆千])[ \u3000]+(?=\d)")
"""Spaces inside a number: 15 万 6 千件."""


def _closed_up(view: MappedText) -> MappedText:
    spaces = [match.span() for match in _SPACED.finditer(view.text)]
    return without(view, spaces) if spaces else view


_RANGE = lazy(r"\s?(?:~|-|から|ないし|乃至)\s?")


def _sharing_a_unit(text: str, values: list[Value]) -> Iterator[Value]:
    """With the unit of the second limit for the first (2~8℃), and either half of 3泊4日 free to go."""
    for place, value in enumerate(values):
        after = values[place + 1] if place + 1 < len(values) else None
        alike = after and after.unit and not value.noun and value.kind == after.kind == Kind.NUMBER
        if alike and after and _RANGE.fullmatch(text, value.span.end, after.span.start):
            value = value.but(noun=after.noun, unit=after.unit)
        before = values[place - 1] if place else None
        if (
            value.noun == "日"
            and before
            and before.noun == "泊"
            and before.span.end == value.span.start
        ) or (
            value.noun == "泊"
            and after
            and after.noun == "日"
            and after.span.start == value.span.end
        ):
            value = value.but(weight=1)
        yield value


def _same_era(text: str, values: list[Value]) -> Iterator[Value]:
    """With the era of the year before for 同8年, 昭和52、53年 and a later 30年, and for 大正12
    without 年.
    """
    era, edge = "", -9
    for value in values:
        start = value.span.start
        if value.kind == Kind.NUMBER and value.noun in ("", "年", "歳") and value.amount < 65:
            own = _era_before(text, start)
            if not own and value.noun != "歳" and _JOINED.fullmatch(text, edge, start):
                own = era
            if own:
                western = western_year(own, value.amount)
                keys = frozenset({("n", western), ("e", value.amount)})
                value = value.but(kind=Kind.YEAR, amount=western, keys=keys, era=own, noun="年")
            elif era and value.noun == "年" and not value.length:
                keys = value.keys | {("n", western_year(era, value.amount))}
                value = value.but(keys=keys)
        if era and value.noun == "年代" and value.amount in range(1910, 2000):
            middle = western_year(era, value.amount - 1900)
            keys = value.keys | {("n", middle + shift) for shift in (-5, 0, 5)}
            value = value.but(keys=keys)
        era = value.era or era
        edge = value.span.end + text.startswith("年", value.span.end) if value.era else start
        if era and value.kind == Kind.YEAR and ("e", value.amount) in value.keys and not value.era:
            western = western_year(era, value.amount)
            value = value.but(keys=value.keys | {("n", western)}, amount=western, era=era)
        yield value


def _era_before(text: str, start: int) -> str:
    before = text[max(0, start - 4) : start]
    return next((before[-n:] for n in (4, 2) if before[-n:] in YEARS_BEFORE), "")


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
    if value.kind == Kind.NUMBER and (inner := _INNER.search(value.text)):
        approx = Approx.UNDER if inner[0] == "弱" else Approx.OVER
    at = end + (value.kind in DATES and text.startswith(("年", "月", "日"), end))
    at += value.kind in DATES and text.startswith(")", at)
    if match := BOUND_AFTER.match(text, at):
        bound = BOUNDS[match[1]]
        if bound in _OPPOSITE and NEGATED_LIMIT.match(text, match.start(1)):
            bound = _OPPOSITE[bound]
    if "震度" in text[max(0, start - _SHAKING) : start]:
        return value.but(bound=bound)
    if match := APPROX_AFTER.match(text, at):
        approx = APPROXES[match[1]]
    return value.but(bound=bound, approx=approx) if bound or approx else value


def _between(text: str, values: list[Value]) -> Iterator[Value]:
    """With the readings of two limits of one stretch: 65歳以上75歳未満 is 65 to 74."""
    for place, value in enumerate(values):
        after = values[place + 1] if place + 1 < len(values) else None
        before = values[place - 1] if place else None
        if _limits(text, value, after) or _limits(text, before, value):
            yield _inside(value)
        else:
            yield value


def _limits(text: str, lower: Value | None, upper: Value | None) -> bool:
    if not lower or not upper or not _TO_UPPER.fullmatch(text, lower.span.end, upper.span.start):
        return False
    up, down = (Bound.AT_LEAST, Bound.ABOVE), (Bound.AT_MOST, Bound.BELOW)
    return lower.bound in up and upper.bound in down and lower.amount < upper.amount


def _inside(value: Value) -> Value:
    step = {Bound.BELOW: -1, Bound.ABOVE: 1}.get(value.bound) if value.bound else None
    keys = value.keys
    if step and value.amount.denominator == 1 and value.amount < _COUNTED and not value.scaled:
        keys = keys | {("n", value.amount + step)}
    return value.but(keys=keys, between=True, approx=None)
