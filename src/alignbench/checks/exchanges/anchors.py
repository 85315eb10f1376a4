"""Things that stand once in each of two texts, and which of them go together."""

import re
from dataclasses import dataclass

from alignbench.domain.text import Span

THING = "thing"
"""The axis of things that are no opposites."""
_BESIDE = 4
"""Characters between a side and its number where there are more than two numbers."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something that stands once in each text: where, and of which kind it is."""

    kind: str
    ja: Span
    en: Span


@dataclass(frozen=True, slots=True)
class Opposites:
    """Both sides of an axis, each where it stands."""

    axis: str
    first: Anchor
    second: Anchor


def close(each: Opposites, one: Anchor, two: Anchor, first: bool) -> bool:
    """Whether each number stands right beside its side: where there are more, order tells less."""
    bound = (
        ((each.first, one), (each.second, two))
        if first
        else ((each.first, two), (each.second, one))
    )
    if not all(gap(side.ja, thing.ja) <= _BESIDE for side, thing in bound):
        return False
    theirs = (
        ((each.first, two), (each.second, one))
        if first
        else ((each.first, one), (each.second, two))
    )
    return each.axis != THING or all(gap(s.en, n.en) <= _BESIDE for s, n in theirs)


def gap(one: Span, two: Span) -> int:
    """Characters between two stretches; less than nothing where they overlap."""
    return max(two.start - one.end, one.start - two.end)


def goes_with_first(a: Span, b: Span, x: Span, y: Span, near: int) -> bool | None:
    """Whether `x` goes with `a` (and `y` with `b`); None where order does not tell.

    It tells where sides and things take turns: a x b y or x a y b.
    """
    placed = sorted(((a.start, "s", 0), (b.start, "s", 1), (x.start, "t", 0), (y.start, "t", 1)))
    if [kind for _, kind, _ in placed] not in (["s", "t", "s", "t"], ["t", "s", "t", "s"]):
        return None
    spans = {("s", 0): a, ("s", 1): b, ("t", 0): x, ("t", 1): y}
    for first, second in ((0, 1), (2, 3)):
        if gap(spans[placed[first][1:]], spans[placed[second][1:]]) > near:
            return None
    sides = [number for _, kind, number in placed if kind == "s"]
    things = [number for _, kind, number in placed if kind == "t"]
    return sides == things


def broken(text: str, spans: list[Span], ends: re.Pattern[str]) -> bool:
    """Whether a sentence ends between the first and the last of `spans`."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return bool(ends.search(text, start, end))


def overlaps(anchor: Anchor, each: Opposites) -> bool:
    """Whether an anchor stands where a side of a pair of opposites does."""
    return any(same_place(anchor, side) for side in (each.first, each.second))


def same_place(one: Anchor, two: Anchor) -> bool:
    """Whether two anchors overlap in either text."""
    return (one.ja.start < two.ja.end and two.ja.start < one.ja.end) or (
        one.en.start < two.en.end and two.en.start < one.en.end
    )
