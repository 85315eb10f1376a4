"""Tables that Pandoc tells by lines of dashes under and over their columns.

http://pandoc.org/MANUAL.html#extension-simple_tables, #extension-multiline_tables
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alignbench.domain.text import Kind
from alignbench.language.mapped import MappedText, identity, join

Told = tuple[MappedText, Kind]
"""What is read of a page beside its tokens."""
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_DASHES = re.compile(r"[ ]{0,3}-{2,}(?:[ ]+-{2,})+[ \t]*\r?")
"""The line that tells the columns."""
_RULE = re.compile(r"[ ]{0,3}-{3,}[ \t]*\r?")
_CAPTION = re.compile(r"[ ]{0,3}(?:[Tt]able)?:[ \t]+(?P<words>\S[^\n]*)")
_GAP = re.compile(r"[ \t]{2,}")
_MOST = 2_000
"""Lines of a table."""


@dataclass(frozen=True, slots=True)
class SimpleTable:
    """A table at `start..end` of a page, with its cells and caption in order."""

    start: int
    end: int
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()


def simple_tables(source: str) -> Iterator[SimpleTable]:
    """The tables of a page."""
    if "---" not in source:
        return
    lines = [_Line(m.start(), m[0].rstrip("\r\n")) for m in _LINE.finditer(source) if m[0]]
    at = 0
    while at < len(lines):
        if _DASHES.fullmatch(lines[at].text) and (found := _table(lines, at)):
            yield found[0]
            at = found[1]
        at += 1


def _table(lines: Sequence[_Line], dashes: int) -> tuple[SimpleTable, int] | None:
    """The table whose columns line `dashes` tells, and the number of its last line."""
    first = dashes
    while first > 0 and not lines[first - 1].blank and dashes - first < 8:
        first -= 1
    ruled = first < dashes and bool(_RULE.fullmatch(lines[first].text))
    if dashes - first > 1 and not ruled:
        return None  # text, and a line that is drawn below it
    last = dashes + 1
    many = ruled or (first == dashes and _closing(lines, last) is not None)
    if many:
        closing = _closing(lines, last)
        if closing is None:
            return None
        body, last = lines[last:closing], closing
    else:
        while last < len(lines) and not lines[last].blank and last - dashes < _MOST:
            last += 1
        body = lines[dashes + 1 : last]
        last -= 1
    columns = _columns(lines[dashes].text)
    rows = [lines[first + ruled : dashes], *_rows(body, many and any(x.blank for x in body))]
    told = [(cell, Kind.CELL) for row in rows for cell in _cells(row, columns)]
    if not body or not told:
        return None
    after = next((i for i in range(last + 1, min(last + 3, len(lines))) if not lines[i].blank), 0)
    caption = _CAPTION.fullmatch(lines[after].text) if after else None
    if caption:
        words = identity(caption["words"], lines[after].start + caption.start("words"))
        told.append((words.strip(" \t"), Kind.CAPTION))
        last = after
    end = lines[last].start + len(lines[last].text)
    return SimpleTable(lines[first].start, end, tuple(told)), last


def _closing(lines: Sequence[_Line], first: int) -> int | None:
    """The line of dashes that ends a table; a blank line stands behind it."""
    for number in range(first, min(first + _MOST, len(lines))):
        line = lines[number].text
        if line.startswith("#"):
            return None
        if _RULE.fullmatch(line) or _DASHES.fullmatch(line):
            ends = number + 1 == len(lines) or lines[number + 1].blank
            return number if ends else None
    return None


def _rows(body: Sequence[_Line], apart: bool) -> Iterator[list[_Line]]:
    """The lines of each row: one, or those between blank lines."""
    if not apart:
        yield from ([line] for line in body if not line.blank)
        return
    row: list[_Line] = []
    for line in body:
        if line.blank and row:
            yield row
            row = []
        elif not line.blank:
            row.append(line)
    if row:
        yield row


def _columns(dashes: str) -> list[tuple[int, int]]:
    """From which cell of a terminal to which each column goes."""
    starts = [match.start() for match in re.finditer(r"-+", dashes)]
    return list(pairwise([0, *starts[1:], 10_000]))


def _cells(row: Sequence[_Line], columns: Sequence[tuple[int, int]]) -> Iterator[MappedText]:
    parts = [_parts(line, columns) for line in row]
    for number in range(len(columns)):
        pieces: list[MappedText] = []
        for line in parts:
            if line[number].text:
                if pieces:
                    pieces.append(MappedText("\n", (pieces[-1].offsets[-1] + 1,)))
                pieces.append(line[number])
        if pieces:
            yield join(pieces)


def _parts(line: _Line, columns: Sequence[tuple[int, int]]) -> list[MappedText]:
    """A line by its columns: where wide spaces part as many words, there; else where dashes do."""
    view = identity(line.text, line.start)
    stripped = line.text.strip()
    gaps = list(_GAP.finditer(line.text, line.text.index(stripped), len(line.text.rstrip())))
    if len(gaps) == len(columns) - 1:
        bounds = [0, *(gap.end() for gap in gaps), len(line.text)]
        return [view.slice(a, b).strip(" \t") for a, b in pairwise(bounds)]
    found: list[MappedText] = []
    at = cells = 0
    for _, end in columns:
        start = at
        while at < len(line.text) and cells < end:
            cells += 2 if unicodedata.east_asian_width(line.text[at]) in "WF" else 1
            at += 1
        found.append(view.slice(start, at).strip(" \t"))
    return found
