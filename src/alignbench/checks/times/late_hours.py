"""Hours from 24 on, which lie on the day after the one that they are counted from."""

import re
from collections.abc import Iterator

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.checks.values.comparison import Comparison
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.kanji import numeral
from alignbench.checks.values.value import Kind, Value

_LATE = lazy(
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|[月火水木金土日]曜日?)(?:\s?\([^()]{1,4}\))?の?(?:深夜|夜中|夜|未明)?の?\s?"
    r"(?P<h>2[4-9]|二十[四五六七八九]|二[四五六七八九])(?:時(?!間)(?:(?P<half>半)|(?P<m>\d{1,2}|[一二三四五十]{1,3})分)?|:(?P<m2>\d\d))"
)
_KEEPS_THE_DAY = lazy(
    r"\bnights?\b|\bevening\b|\b(?:next|following) (?:day|morning)\b|\bday after\b|\btechnically\b|\b2[4-9](?::\d\d|\b)|\bafter midnight\b|\bmidnight\b|\beve\b|\blate\b",
    re.I,
)
"""What tells that the English counts the hour from the day before too."""


_END_OF_DAY = lazy("(?:24|２４|二十四|二四)時(?!間)")
_BEGINS = lazy(r"\b(?:start|beginning|dawn)\s+of\b", re.I)
_ENDS = lazy(r"\bends?\b|\bnight\b|\bclose of\b", re.I)


def begun_at_its_end(pair: CheckedPair) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """24時, the end of its day, that the English has at the beginning of one."""
    end, begins = _END_OF_DAY.search(pair.ja), _BEGINS.search(pair.en)
    if end and begins and "midnight" in pair.en.lower() and not _ENDS.search(pair.en):
        yield end, begins


def on_the_day_before(pair: CheckedPair, values: Comparison) -> Iterator[tuple[str, Value]]:
    """An hour such as 25時 that the English puts on the day which it only begins on.

    What the Japanese says, and the English day or weekday.
    """
    said = _LATE.search(value_view(pair.ja).text)
    if not said or _KEEPS_THE_DAY.search(pair.en):
        return
    minute = 30 if said["half"] else int(numeral(said["m"] or said["m2"] or "0") or 0)
    at = (int(numeral(said["h"]) or 0) - 24) * 60 + minute
    times = [v for v in values.en if v.kind == Kind.TIME and v.amount == at]
    days = [(ja, en) for ja, en in values.agreed if _shifts(ja)]
    if times and days and all(ja.amount == en.amount for ja, en in days):
        yield said[0], days[-1][1]


def _shifts(ja: Value) -> bool:
    """Whether a day or a weekday may be the next one too, for the hour that follows it."""
    return ja.kind in (Kind.DAY, Kind.WEEKDAY) and len(ja.keys) > 1
