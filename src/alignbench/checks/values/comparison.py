"""Two texts to the values they share, those that changed, those left out and those added."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.checks.values.calendars import mixed, old_calendar
from alignbench.checks.values.english import read_english
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.japanese import read_japanese
from alignbench.checks.values.joined_numbers import moved_along, only_parts, told_whole
from alignbench.checks.values.kanji import DIGITS
from alignbench.checks.values.matching import Agreed, Matching, match
from alignbench.checks.values.restated import beside_a_limit, restated
from alignbench.checks.values.shares import told_as_shares
from alignbench.checks.values.speeds import same_speeds
from alignbench.checks.values.time_zones import Conversion, conversion
from alignbench.checks.values.units import OLD, UNITS, converts
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing the values of a pair gives.

    `changed` pairs a Japanese value with the English one that seems to stand for it and differs.
    """

    ja: tuple[Value, ...]
    en: tuple[Value, ...]
    agreed: tuple[Agreed, ...]
    changed: tuple[Agreed, ...]
    missing: tuple[Value, ...]
    added: tuple[Value, ...]


def compared(pair: CheckedPair) -> Comparison:
    """The comparison of `pair`, worked out once for all checks."""
    found = pair.shared.get("values")
    if not isinstance(found, Comparison):
        found = compare(pair.ja, pair.en)
        pair.shared["values"] = found
    return found


def compare(ja_text: str, en_text: str) -> Comparison:
    """The values of both texts, lined up."""
    ja, en = read_japanese(ja_text), read_english(en_text)
    found = match(ja, en)
    slashed = _may_be_a_day(ja_text, found)
    if slashed:
        ja = read_japanese(ja_text, slashed_dates=True)
        found = match(ja, en)
    kept = {_slot(value) for value, _ in found.agreed if value.group}
    known: set[Key] = {key for pair in found.agreed for value in pair for key in value.keys}
    en_left = [v for v in found.en_left if v.weight and not _converted(v, found.agreed)]
    taken = {id(value) for pair in found.agreed for value in pair}
    excused = set() if slashed else old_calendar(ja, en, taken, ja_text, en_text)
    kept |= {_slot(v) for v in ja if v.group and id(v) in excused}
    excused |= told_whole(ja, found.agreed)
    shares = told_as_shares(found.agreed)
    ja_left = [
        v
        for v in found.ja_left
        if not any(s.start <= v.span.start < s.end for s in shares)
        and v.weight
        and _slot(v) not in kept
        and id(v) not in excused
    ]
    en_left = [v for v in en_left if id(v) not in excused]
    beside = beside_a_limit(ja_left, found.en_left)
    ja_left = [v for v in ja_left if id(v) not in beside]
    en_left = [v for v in en_left if id(v) not in beside]
    if any(v.kind == Kind.RATIO and v.weight for v in ja_left):
        en_left += [v for v in found.en_left if not v.weight and v.kind == Kind.RATIO]
    differing = [
        *mixed(ja, found.agreed),
        *moved_along(ja, found, en_text),
        *only_parts(ja, found.agreed),
        *_changed(ja_left, en_left),
    ]
    speeds = list(same_speeds(ja_text, en_text)) if differing else []
    zones = conversion(ja_text, en_text, differing) if differing else Conversion()
    changed = [
        each
        for each in differing
        if not restated(*each, ja, en, (ja_text, en_text))
        and not _told_as(speeds, *each)
        and not zones.explains(*each)
    ]
    figures = _figures(en_text) if ja_left else set()
    gone = {id(value) for pair in differing for value in pair}
    told = {_slot(v) for v, _ in changed if v.group} | kept
    gone |= {id(v) for v in ja_left if _slot(v) in told}
    return Comparison(
        tuple(ja), tuple(en), found.agreed, tuple(changed),
        tuple(v for v in ja_left if id(v) not in gone and not v.keys & (known | figures)),
        tuple(v for v in en_left if id(v) not in gone and not v.keys & known),
    )  # fmt: skip


def _told_as(speeds: Sequence[tuple[Span, Span]], ja: Value, en: Value) -> bool:
    """Whether two values are one speed in two units."""
    return any(
        ours.start <= ja.span.start < ours.end and theirs.start <= en.span.start < theirs.end
        for ours, theirs in speeds
    )


_MONTH_AND_DAY = lazy(r"(?<![\d/.])(?:1[0-2]|0?[1-9])[/.](?:3[01]|[12]\d|0?[1-9])(?![\d/.])")


def _may_be_a_day(ja_text: str, found: Matching) -> bool:
    """Whether the English has a month for which the Japanese can only have a bare 3/14 or 3.14."""
    if not any(v.kind == Kind.MONTH for v in found.en_left) or not any(
        c in ja_text for c in "/／.．"
    ):
        return False
    if not _MONTH_AND_DAY.search(value_view(ja_text).text):
        return False
    return not any(ja.noun == "/" and en.kind == Kind.RATIO for ja, en in found.agreed)


def _slot(value: Value) -> tuple[int, Kind]:
    """The part of a twice given date or measure that a value is: a bare `5年` is its year."""
    bare_year = value.kind == Kind.NUMBER and (
        value.noun == "年" or (not value.noun and value.amount >= 100)
    )
    if value.group and value.kind == Kind.NUMBER and value.noun == "日":
        return value.group, Kind.DAY
    return value.group, Kind.YEAR if bare_year and value.group else value.kind


_MOST = 100
_A_WEEK = lazy(r"\b(?:an?|one|the|each|every|per)\s(?:full\s|whole\s)?week\b|\bweekly\b", re.I)
_FIGURES = lazy(r"\d{1,12}")


def _figures(en_text: str) -> set[Key]:
    """Keys of all figures of the English, those inside codes too; a week has seven days."""
    weeks: set[Key] = {("n", Fraction(7))} if _A_WEEK.search(en_text) else set()
    return weeks | {("n", Fraction(figure)) for figure in _FIGURES.findall(en_text)}


def _converted(value: Value, agreed: Sequence[Agreed]) -> bool:
    """Whether a measure repeats another one in a second unit: `100 tsubo (330 m²)`."""
    return bool(value.unit) and any(
        converts(en.amount, en.unit or ja.unit, value.amount, value.unit, 0.1)
        for ja, en in agreed[:_MOST]
    )


def _changed(ja: Sequence[Value], en: Sequence[Value]) -> Iterator[Agreed]:
    """Values left over on both sides that look like one and the same, the likest first."""
    if not ja or not en or len(ja) * len(en) > _MOST * _MOST:
        return
    outside = sum(not right.bracketed for right in en)
    lonely = len(ja) == (outside or len(en)) == 1
    scored = [
        (score - abs(i / len(ja) - j / len(en)), -i, -j)
        for i, left in enumerate(ja)
        for j, right in enumerate(en)
        if (lonely and not outside) or not _gloss(left, right)
        if (score := kinship(left, right) or lonely * _counted(left, right)) > 0
    ]
    used_ja: set[int] = set()
    used_en: set[int] = set()
    for _, i, j in sorted(scored, reverse=True):
        if -i not in used_ja and -j not in used_en:
            used_ja.add(-i)
            used_en.add(-j)
            yield ja[-i], en[-j]


def kinship(ja: Value, en: Value) -> float:
    """How likely two different values are a value and its wrong translation; 0: not at all."""
    if scale_slip(ja.amount, en.amount) and Kind.TIME not in (ja.kind, en.kind):
        return 6
    if (
        ja.near
        and en.amount
        and (ja.amount / en.amount in (10, 100, 1000) or en.amount in _misread(ja))
    ):
        return 6
    if ja.amount.denominator != 1 and en.amount / ja.amount in (10, 100, 1000) and ja.unit:
        return 6
    if _measures(ja, en) or (
        ja.unit in OLD and ja.unit and ja.weight and en.unit == _ROMAN.get(ja.unit)
    ):
        return 4
    if ja.kind == en.kind:
        if ja.kind == Kind.NUMBER:
            return _numbers(ja, en)
        unknown = ja.kind == Kind.YEAR and ja.amount < 100
        return 0 if unknown or ja.kind == Kind.VAGUE else 5
    kinds = {ja.kind, en.kind}
    if (
        en.noun.endswith(("times", "fold"))
        and ja.kind in (Kind.NUMBER, Kind.RATIO)
        and en.kind != ja.kind
    ):
        return _numbers(ja, en)
    if kinds == {Kind.YEAR, Kind.NUMBER}:
        year, other = (ja, en) if ja.kind == Kind.YEAR else (en, ja)
        return 3 if 100 <= other.amount < 10_000 and not year.era and other.weight > 1 else 0
    if kinds in ({Kind.RATIO, Kind.NUMBER}, {Kind.LABEL, Kind.NUMBER}):
        return 2 if ja.weight + en.weight >= 3 and ja.amount and en.amount else 0
    if kinds == {Kind.DAY, Kind.NUMBER}:
        of_a_month = en.ordinal and en.noun in _AFTER_A_DAY
        return 2 if (ja.kind == Kind.NUMBER and ja.noun == "日") or of_a_month else 0
    return 2 if kinds == {Kind.TIME, Kind.NUMBER} and ja.kind == Kind.TIME else 0


_ROMAN = {
    "銭": "sen",
    "厘": "rin",
    "里": "ri",
    "升": "sho",
    "寸": "sun",
    "尺": "shaku",
    "町": "cho",
}
"""Old measures that English counts under their own names."""


def _misread(near: Value) -> set[Fraction]:
    """What 二、三 becomes when its digits are taken for one number, added up, or read alone."""
    digits = [DIGITS[character] for character in near.text if character in DIGITS]
    if len(digits) < 2 or near.amount < 1:
        return set()
    first, second = digits[-2:]
    whole = Fraction(first * 10 + second)
    return {whole, Fraction(first + second), Fraction(first), Fraction(second)}


def _measures(ja: Value, en: Value) -> bool:
    """Whether both are measures of one class that can be told in either unit."""
    ours, theirs = UNITS.get(ja.unit), UNITS.get(en.unit)
    if not ours or not theirs or ja.unit not in OLD:
        return False
    return ours.kind == theirs.kind and ours.size != theirs.size


def _gloss(ja: Value, en: Value) -> bool:
    """Whether a number in words stands only in an explanation that the English adds."""
    said = en.bracketed and not ja.bracketed
    return said and en.kind == Kind.NUMBER and (en.weight < 3 or ja.unit in OLD)


def _counted(ja: Value, en: Value) -> float:
    """How likely the only two values left over, both counts in words, are one and the same."""
    both = ja.kind == en.kind == Kind.NUMBER and ja.amount > 1 and bool(ja.noun)
    return 1 if both and ja.weight and en.weight and ja.ordinal == en.ordinal else 0


_AFTER_A_DAY = frozenset(
    ["", "day", "of", "and", "or", "to", "in", "at", "on", "for", "the", "as", "he", "she"]
)


_GRADED = frozenset(["年生", "階", "等", "位", "話", "合目"])
"""Counters of steps that are told by ordinals."""


def _numbers(ja: Value, en: Value) -> float:
    small = min(ja.weight, en.weight) < 2 or ja.noun in _GRADED
    if not ja.amount or not en.amount:
        return 0 if small else 2
    ratio = max(ja.amount, en.amount) / min(ja.amount, en.amount)
    graded = ja.noun in _GRADED
    if small and (ratio > (3 if graded else 6) or (ja.ordinal != en.ordinal and not graded)):
        return 0
    return 4 if ratio < 3 else 3 if ratio <= 25 else 1


def scale_slip(left: Fraction, right: Fraction) -> int:
    """The power of ten between two values with the same digits, if it is one of 1–4 or 8.

    Single digits below a hundred are too common to say that two of them are the same.
    """
    if not left or not right or left == right or max(left, right) < 100:
        return 0
    small, large = sorted((left, right))
    if 1 <= small < 10:
        return 0
    for power in (1, 2, 3, 4, 8):
        if small * 10**power == large:
            return power if left < right else -power
    return 0
