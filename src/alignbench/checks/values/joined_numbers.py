"""Numbers that belong together and of which the English has one alone, or the next two."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.matching import Agreed, Matching
from alignbench.checks.values.units import UNITS
from alignbench.checks.values.value import Kind, Value


def told_whole(ja: Sequence[Value], agreed: Sequence[Agreed]) -> set[int]:
    """Ids of the parts of measures that the English tells whole: a sen and a half has its rin."""
    partner = {id(value): en for value, en in agreed}
    found: set[int] = set()
    inside = False
    for before, value in pairwise(ja):
        joined = before.span.end == value.span.start
        whole = before.compound and id(before) in partner
        inside = joined and (inside or (whole and partner[id(before)].amount == before.amount))
        if inside:
            found.add(id(value))
    return found


def only_parts(ja: Sequence[Value], agreed: Sequence[Agreed]) -> Iterator[Agreed]:
    """Measures of several parts (一銭五厘) of which the English has one part alone."""
    partner = {id(value): other for value, other in agreed}
    for whole, part in pairwise(ja):
        if not whole.compound:
            continue
        if (id(whole) not in partner and (en := partner.get(id(part)))) or (
            id(part) not in partner and (en := partner.get(id(whole))) and _less_or_more(whole, en)
        ):
            yield whole, en


_OR = lazy(r"(?:-(?:year|day|month|hour)s?(?:-old)?)?\s?(?:or|to|and|-|–)\s?(?:so\s)?")


def moved_along(ja: Sequence[Value], found: Matching, en_text: str) -> Iterator[Agreed]:
    """二十七、八 as twenty-eight or twenty-nine: one of two numbers that was moved along."""
    partner = {id(value): other for value, other in found.agreed}
    for first, second in pairwise(ja):
        if not (first.near and first.group == second.group):
            continue
        both = partner.get(id(first)) or partner.get(id(second))
        if both is None or (id(first) in partner and id(second) in partner):
            continue
        for other in found.en_left:
            one, two = sorted((both, other), key=lambda value: value.span.start)
            beside = _OR.fullmatch(en_text, one.span.end, two.span.start)
            if (
                beside
                and other.kind == Kind.NUMBER
                and abs(other.amount - both.amount) == second.amount - first.amount
            ):
                yield (first if both is partner.get(id(second)) else second), other
                break


_ROUNDLY = Fraction(1, 25)


def _less_or_more(whole: Value, en: Value) -> bool:
    """Whether a measure of several parts became one of the same class that is not as much."""
    ours, theirs = UNITS.get(whole.unit), UNITS.get(en.unit)
    if not ours or not theirs or ours.kind != theirs.kind or en.approx:
        return False
    left, right = whole.amount * ours.size, en.amount * theirs.size
    return abs(left - right) > left * (_ROUNDLY if ours.kind != "money-yen" else 0)
