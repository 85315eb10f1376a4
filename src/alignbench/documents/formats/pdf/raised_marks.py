"""Small figures that stand raised in or behind a line: marks of notes, and powers."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from alignbench.documents.formats.pdf.glyphs import Glyph
from alignbench.documents.formats.tally import Tally
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.documents.formats.pdf.lines import Line

RAISED = 0.8
"""Of the size of the line: what is smaller and stands above its middle is raised."""
_MARK = re.compile(r"[0-9]{1,3}(?:[,–-][0-9]{1,3})?|[*†‡§¶]{1,3}|[a-z]|[-−+]?[0-9]")
_POWERS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_NOTED = re.compile(r"(?:[A-Za-z]{3,}|[.,;:!?)\]\"'”’。、，」』）ぁ-ヿ一-鿿])$")
"""What carries a note; after a figure or a unit stands a power."""
_NEAR = 0.6
"""Ems between a mark and what it belongs to."""
_ROWS = 200
"""Lines of a page that are looked at for the one that a mark belongs to."""
_BEFORE = 12
"""Characters that are looked at before a mark."""


def with_raised_marks(lines: Sequence["Line"], tally: Tally) -> list["Line"]:
    """Lines with the marks in them that stood as lines of their own; those of notes are said."""
    out = sorted((_with_marks_inside(line, tally) for line in lines), key=_middle)
    middles = [line.middle for line in out]
    largest = max((line.size for line in out), default=0.0)
    gone: set[int] = set()
    for number, mark in enumerate(out):
        if not _may_be_mark(mark):
            continue
        reach = bisect_left(middles, mark.middle + largest)
        near = range(number + 1, min(reach, number + 1 + _ROWS))
        place = next((n for n in near if n not in gone and _carries(out[n], mark)), None)
        if place is not None:
            line = out[place]
            at = bisect_left([glyph.start for glyph in line.glyphs], mark.start)
            out[place] = _with(line, at, mark.glyphs, at, tally)
            gone.add(number)
    return [line for number, line in enumerate(out) if number not in gone]


def _middle(line: "Line") -> float:
    return line.middle


def _with_marks_inside(line: "Line", tally: Tally) -> "Line":
    """A line whose marks are raised so little that they stand in it."""
    small = [glyph.size <= RAISED * line.size for glyph in line.glyphs]
    if not any(small):
        return line
    at = len(small) - 1
    while at > 0:
        first = at
        while first > 0 and small[first] and _is_raised(line.glyphs[first], line):
            first -= 1
        if first < at:
            run = line.glyphs[first + 1 : at + 1]
            if _MARK.fullmatch("".join(glyph.text for glyph in run)):
                line = _with(line, first + 1, run, at + 1, tally)
        at = first - 1 if first == at else first
    return line


def _is_raised(glyph: Glyph, line: "Line") -> bool:
    return line.middle - glyph.middle > 0.1 * line.size


def _with(line: "Line", first: int, mark: Sequence[Glyph], last: int, tally: Tally) -> "Line":
    """A line with a mark in the place of its characters `first..last`, which may be none."""
    said = "".join(glyph.text for glyph in line.glyphs[max(0, first - _BEFORE) : first])
    before = line.glyphs[first - 1]
    if _NOTED.search(said):
        tally.add(t("marks of notes"), "".join(glyph.text for glyph in mark))
        # What the mark leaves behind is no gap.
        beside = [before._replace(end=max(before.end, mark[-1].end))]
    else:
        beside = [before, *(_set(glyph, before) for glyph in mark)]
    return replace(line, glyphs=(*line.glyphs[: first - 1], *beside, *line.glyphs[last:]))


def _may_be_mark(line: "Line") -> bool:
    return len(line.glyphs) <= 7 and bool(_MARK.fullmatch(line.text.strip()))


def _carries(line: "Line", mark: "Line") -> bool:
    """Whether a mark stands raised right behind a character of a line."""
    if line is mark or mark.size > RAISED * line.size or len(line.glyphs) < 2:
        return False
    if not 0.1 * line.size < line.middle - mark.middle < 0.9 * line.size:
        return False
    before = [glyph for glyph in line.glyphs if glyph.end <= mark.start + 0.15 * line.size]
    if not before or mark.start - before[-1].end > _NEAR * line.size:
        return False
    after = line.glyphs[len(before) : len(before) + 1]
    return not after or after[0].start >= mark.end - 0.15 * line.size


def _set(glyph: Glyph, beside: Glyph) -> Glyph:
    """A raised character as one of the line."""
    return glyph._replace(
        text=glyph.text.translate(_POWERS), middle=beside.middle, size=beside.size, spaced=""
    )
