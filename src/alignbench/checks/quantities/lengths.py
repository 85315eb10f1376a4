"""A length of time that became one that the text has already: three years and a year, three and three."""

import re
from collections import Counter
from collections.abc import Iterator

from alignbench.checks.values.comparison import Comparison
from alignbench.checks.values.units import UNITS
from alignbench.checks.values.value import Kind, Value

_NAMES = {
    "second": "second", "minute": "minute", "hour": "hour|hourly", "day": "day|daily|night", "week": "week|weekly",
    "month": "month|monthly", "year": "year|yearly|annual|annually|anniversary",
}  # fmt: skip
_UNITS = {UNITS[name].size: words for name, words in _NAMES.items()}


def repeated_length(values: Comparison, en: str) -> tuple[Value, Value] | None:
    """The single length of the Japanese that is missing, and the English one that stands twice."""
    agreed = {id(value) for both in values.agreed for value in both}
    for ja in _lengths(values.ja):
        if ja.amount != 1 or id(ja) in agreed:
            continue
        ours = Counter(v.amount for v in _lengths(values.ja) if _alike(v, ja))
        theirs = [v for v in _lengths(values.en) if _alike(v, ja)]
        if len(theirs) != ours.total() or ours.total() < 2:
            continue
        more = Counter(v.amount for v in theirs) - ours
        if list(more.values()) != [1] or _is_said(en, ja):
            continue
        amount = next(iter(more))
        return ja, next(v for v in reversed(theirs) if v.amount == amount)
    return None


def _lengths(values: tuple[Value, ...]) -> Iterator[Value]:
    return (v for v in values if v.kind == Kind.NUMBER and v.unit and not v.ordinal and _size(v))


def _size(value: Value) -> bool:
    return UNITS[value.unit].kind == "time"


def _alike(one: Value, other: Value) -> bool:
    return UNITS[one.unit].size == UNITS[other.unit].size


def _is_said(en: str, ja: Value) -> bool:
    """Whether the English has a single one of the unit in words that no value is read from."""
    words = _UNITS.get(UNITS[ja.unit].size)
    if not words:
        return True
    single = r"an?|one|each|every|per|single|another|the|that|this|next|following|first|same"
    rhythm = r"\b(?:hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\b"
    return bool(re.search(rf"\b(?:{single})\s(?:\w+\s)?(?:{words})\b|{rhythm}", en, re.I))
