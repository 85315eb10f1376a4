"""Which value of one text is which of the other, and what is left over on either side."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from alignbench.checks.values.units import (
    CONVERTIBLE,
    FAHRENHEIT,
    OLD,
    UNITS,
    converts,
    same_temperature,
)
from alignbench.checks.values.value import Approx, Bound, Key, Kind, Value
from alignbench.language.spelled_numbers import MONTHS

Agreed = tuple[Value, Value]
_WIDEST = 24
_MOST_CONVERSIONS = 200
_CONVERSION = 0.03
_ROUGH_CONVERSION = 0.10


@dataclass(frozen=True, slots=True)
class Matching:
    """`agreed` are pairs of values that mean the same; the rest is what either side has alone."""

    agreed: tuple[Agreed, ...]
    ja_left: tuple[Value, ...]
    en_left: tuple[Value, ...]


def match(ja: Sequence[Value], en: Sequence[Value]) -> Matching:
    """Each value is used once. The one with the fewest partners is served first, so that a day
    does not take the only number that a year of an era could have meant.
    """
    by_key: dict[Key, list[int]] = defaultdict(list)
    for place, value in enumerate(en):
        for key in value.keys:
            by_key[key].append(place)
    partners = [
        [j for j in _partners(value, place / len(ja), by_key, len(en)) if _may_be(value, en[j])]
        for place, value in enumerate(ja)
    ]
    order = sorted(
        range(len(ja)), key=lambda i: (len(partners[i]), -ja[i].weight, len(ja[i].keys), i)
    )
    taken: dict[int, int] = {}
    chosen: dict[int, int] = {}
    for i in order:
        free = [j for j in partners[i] if j not in taken]
        if free:
            j = max(free, key=lambda j: _likeness(ja[i], en[j], i / len(ja), j / len(en)))
        elif (moved := _made_room(i, partners, taken, chosen)) is not None:
            j = moved
        else:
            continue
        taken[j], chosen[i] = i, j
    _convert(ja, en, taken, chosen)
    return Matching(
        tuple((ja[i], en[chosen[i]]) for i in sorted(chosen)),
        tuple(value for i, value in enumerate(ja) if i not in chosen),
        tuple(value for j, value in enumerate(en) if j not in taken),
    )


def _partners(value: Value, place: float, by_key: dict[Key, list[int]], count: int) -> list[int]:
    """Values of the other side that share a key; of very many, those at a like place."""
    found: set[int] = set()
    for key in value.keys:
        places = by_key.get(key, [])
        if len(places) > _WIDEST:
            middle = bisect_left(places, round(place * count))
            places = places[max(0, middle - _WIDEST // 2) : middle + _WIDEST // 2]
        found.update(places)
    return sorted(found)


_AFTER_A_DAY = frozenset(
    [
        "",
        "day",
        "of",
        "and",
        "or",
        "to",
        "in",
        "at",
        "on",
        "for",
        "the",
        "as",
        "is",
        "was",
        "through",
        "until",
        *MONTHS,
    ]
)
_DAY_NOUNS = ("", "日", "号", "年")


def _may_be(ja: Value, en: Value) -> bool:
    """Whether two values with the same number can be one: a day of a month is no count, and a
    length no time.
    """
    if ja.kind == Kind.DAY and en.kind == Kind.NUMBER:
        figure = en.text[:1].isdigit() and not en.unit and en.noun in _AFTER_A_DAY
        return figure or (en.ordinal and en.noun in _AFTER_A_DAY)
    if en.kind == Kind.DAY and ja.kind == Kind.NUMBER:
        return ja.noun in _DAY_NOUNS
    if ja.kind == Kind.TIME and en.text.lower() in ("no", "none", "nil"):
        return False
    if ja.noun == "倍" and en.ordinal:
        return False
    if ja.noun == "キロ":
        return True
    ours, theirs = UNITS.get(ja.unit), UNITS.get(en.unit)
    if not ours or not theirs or not {ours.kind, theirs.kind} <= CONVERTIBLE:
        return True
    return ours.kind == theirs.kind


def _made_room(
    i: int, partners: list[list[int]], taken: dict[int, int], chosen: dict[int, int]
) -> int | None:
    """A partner of `i` whose present partner can go elsewhere."""
    for j in partners[i]:
        other = taken[j]
        for elsewhere in partners[other]:
            if elsewhere not in taken:
                taken[elsewhere], chosen[other] = other, elsewhere
                return j
    return None


def _likeness(ja: Value, en: Value, ja_place: float, en_place: float) -> float:
    alike = 4.0 * (ja.kind == en.kind) + 2.0 * (ja.ordinal == en.ordinal) + en.weight
    alike += 2.0 * _same_class(ja, en)
    alike += 1.0 * (ja.length == en.length) - 1.0 * (en.bracketed and not ja.bracketed)
    if ja.bound or ja.approx:
        alike += 2.5 * (ja.bound == en.bound) + 1.5 * (ja.approx == en.approx)
    return alike - 3 * abs(ja_place - en_place)


def _same_class(ja: Value, en: Value) -> bool:
    """Whether both are measures of one class: five metres and 5 °C share nothing but the five."""
    ours, theirs = UNITS.get(ja.unit), UNITS.get(en.unit)
    return bool(ours and theirs and ours.kind == theirs.kind)


def _convert(
    ja: Sequence[Value], en: Sequence[Value], taken: dict[int, int], chosen: dict[int, int]
) -> None:
    """Pairs measures that say the same in another unit."""
    units = {UNITS[v.unit].kind: v.unit for v in en if v.unit and UNITS[v.unit].kind in CONVERTIBLE}
    if fahrenheit := next((v.unit for v in en if v.unit in FAHRENHEIT), ""):
        units["temperature"] = fahrenheit
    free = [
        j
        for j, value in enumerate(en)
        if j not in taken and (value.unit or (units and value.kind == Kind.NUMBER))
    ]
    if len(free) > _MOST_CONVERSIONS:
        return
    for i, value in enumerate(ja):
        if not free:
            return
        if i in chosen or not value.unit:
            continue
        shared = units.get(UNITS[value.unit].kind, "")
        for j in free:
            unit = en[j].unit or shared
            rough = value.approx or en[j].approx
            within = _ROUGH_CONVERSION if rough else _CONVERSION
            if en[j].bracketed and any(_said_plainly(value, en[k]) for k in free):
                continue
            if (
                converts(value.amount, value.unit, en[j].amount, unit, within)
                or same_temperature(
                    -value.amount if value.below_zero else value.amount,
                    value.unit,
                    en[j].amount,
                    unit,
                    value.length,
                    roughly=bool(rough or (en[j].bound and not value.bound)),
                )
                or _near_a_round_number(value, en[j], unit)
            ):
                taken[j], chosen[i] = i, j
                free.remove(j)
                break


_ROUNDED_BY = Fraction(1, 5)
"""Share by which a converted measure may be more than the round number that it is said to pass."""


def _near_a_round_number(ja: Value, en: Value, unit: str) -> bool:
    """三十貫, more than a hundred kilos: a measure of old told by the round number beside it."""
    if ja.unit not in OLD or en.amount.denominator != 1 or en.amount < 2:
        return False
    if str(en.amount).rstrip("0") not in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "15", "25"):
        return False
    over = en.bound in (Bound.ABOVE, Bound.AT_LEAST) or en.approx is Approx.OVER
    under = en.bound in (Bound.BELOW, Bound.AT_MOST) or en.approx is Approx.UNDER
    if not (over or under):
        return False
    share = _ROUNDED_BY if over else -_ROUNDED_BY
    middle = en.amount * (1 + share / 2)
    return converts(middle, unit, ja.amount, ja.unit, float(abs(share) / 2 / (1 + share / 2)))


def _said_plainly(ja: Value, en: Value) -> bool:
    """Whether an English measure has the unit of the Japanese one: a conversion in brackets after
    it only explains it then.
    """
    return not en.bracketed and UNITS.get(ja.unit) == UNITS.get(en.unit)
