"""Two texts to the values they share, those that changed, those left out and those added."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from alignbench.checks.check import CheckedPair
from alignbench.checks.values.calendars import old_calendar
from alignbench.checks.values.english import read_english
from alignbench.checks.values.japanese import read_japanese
from alignbench.checks.values.matching import Agreed, match
from alignbench.checks.values.model import Key, Kind, Value
from alignbench.checks.values.units import converts


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
    kept = {(value.group, value.kind) for value, _ in found.agreed if value.group}
    known: set[Key] = {key for pair in found.agreed for value in pair for key in value.keys}
    en_left = [v for v in found.en_left if v.weight and not _converted(v, found.agreed)]
    taken = {id(value) for pair in found.agreed for value in pair}
    excused = old_calendar(ja, en, taken, bool(_LONG_AGO.search(ja_text)))
    kept |= {(v.group, v.kind) for v in ja if v.group and id(v) in excused}
    ja_left = [
        v
        for v in found.ja_left
        if v.weight and (v.group, v.kind) not in kept and id(v) not in excused
    ]
    en_left = [v for v in en_left if id(v) not in excused]
    changed = list(_changed(ja_left, en_left))
    figures = _figures(en_text) if ja_left else set()
    gone = {id(value) for pair in changed for value in pair}
    told = {(v.group, v.kind) for v, _ in changed if v.group} | kept
    gone |= {id(v) for v in ja_left if (v.group, v.kind) in told}
    return Comparison(
        tuple(ja), tuple(en), found.agreed, tuple(changed),
        tuple(v for v in ja_left if id(v) not in gone and not v.keys & (known | figures)),
        tuple(v for v in en_left if id(v) not in gone and not v.keys & known),
    )  # fmt: skip


_LONG_AGO = re.compile(
    "旧暦|閏|朔日|幕府|将軍|藩|合戦|天皇|親王|上皇|法皇|皇子|朝廷|宣下|[従正][一二三四五六七八初]位|[叙補]|大名|家臣|官軍|軍勢|"
    "奉行|老中|納言|参議|左大臣|右大臣|太政|崩御|薨|守護|城主|落城|公卿|新選組|遷都|院号|上洛|明軍|配流"
)
"""Words of texts about times when dates were those of the old calendar."""
_MOST = 100
_FIGURES = re.compile(r"\d{1,12}")


def _figures(en_text: str) -> set[Key]:
    """Keys of all figures of the English, those inside codes too."""
    return {("n", Fraction(figure)) for figure in _FIGURES.findall(en_text)}


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
    scored = [
        (score - abs(i / len(ja) - j / len(en)), -i, -j)
        for i, left in enumerate(ja)
        for j, right in enumerate(en)
        if (score := kinship(left, right)) > 0
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
    if ja.kind == en.kind:
        if ja.kind == Kind.NUMBER:
            return _numbers(ja, en)
        return 0 if ja.kind == Kind.VAGUE else 5
    kinds = {ja.kind, en.kind}
    if en.noun in ("times", "fold") and ja.kind in (Kind.NUMBER, Kind.RATIO) and en.kind != ja.kind:
        return _numbers(ja, en)
    if kinds == {Kind.YEAR, Kind.NUMBER}:
        year, other = (ja, en) if ja.kind == Kind.YEAR else (en, ja)
        return 3 if 100 <= other.amount < 10_000 and not year.era and other.weight > 1 else 0
    if kinds in ({Kind.RATIO, Kind.NUMBER}, {Kind.LABEL, Kind.NUMBER}):
        return 2 if ja.weight + en.weight >= 3 else 0
    if kinds == {Kind.DAY, Kind.NUMBER}:
        return 2 if (ja.kind == Kind.NUMBER and ja.noun == "日") or en.ordinal else 0
    return 2 if kinds == {Kind.TIME, Kind.NUMBER} and ja.kind == Kind.TIME else 0


def _numbers(ja: Value, en: Value) -> float:
    small = min(ja.weight, en.weight) < 2
    if not ja.amount or not en.amount:
        return 0 if small else 2
    ratio = max(ja.amount, en.amount) / min(ja.amount, en.amount)
    if small and (ratio > 6 or ja.ordinal != en.ordinal):
        return 0
    return 4 if ratio < 3 else 3 if ratio <= 25 else 1


def scale_slip(left: Fraction, right: Fraction) -> int:
    """The power of ten between two values with the same digits, if it is one of 1–4 or 8.

    Single digits below a hundred are too common to say that two of them are the same.
    """
    if not left or not right or left == right or max(left, right) < 100:
        return 0
    small, large = sorted((left, right))
    for power in (1, 2, 3, 4, 8):
        if small * 10**power == large:
            return power if left < right else -power
    return 0
