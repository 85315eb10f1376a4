"""Days of the year that English calls by a name: New Year's Eve for 12月31日."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.rule_scanner import Rule, value_of
from alignbench.checks.values.value import Kind, Value

_NAMED_DAY = lazy(
    r"\b(?P<eve>New Year['’]?s Eve)\b|\b(?P<new>New Year['’]?s(?: Day)?)\b|\b(?P<x>Christmas(?: Day)?)\b(?! Eve)|\b(?P<xeve>Christmas Eve)\b"
    r"|\b(?P<may>May Day)\b|\b(?P<fool>April Fools?['’]?s?(?: Day)?)\b|\b(?P<val>(?:St\.? )?Valentine['’]?s(?: Day)?)\b|\b(?P<hal>Halloween)\b"
)
_NAMED_DAYS = {
    "eve": (12, 31), "new": (1, 1), "x": (12, 25), "xeve": (12, 24), "may": (5, 1), "fool": (4, 1), "val": (2, 14), "hal": (10, 31),
}  # fmt: skip
_NAMED_SIGNS = ("new year", "christmas", "may day", "april fool", "valentine", "halloween")


def _named_day(match: re.Match[str]) -> Iterator[Value]:
    """The month and the day of a feast that has a date, for a Japanese text that writes it."""
    month, day = map(Fraction, _NAMED_DAYS[match.lastgroup or "new"])
    yield value_of(match, Kind.MONTH, month, {("m", month)}, 0)
    yield value_of(match, Kind.DAY, day, {("n", day)}, 0)


NAMED_DAYS = Rule(_NAMED_DAY, _named_day, _NAMED_SIGNS)
