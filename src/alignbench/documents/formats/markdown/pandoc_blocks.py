"""What Pandoc adds to Markdown's blocks: tables drawn with signs, lines of verse behind bars.

http://pandoc.org/MANUAL.html#tables, #extension-line_blocks, #extension-pandoc_title_block
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from alignbench.documents.formats.markdown.jsx import CODE, FENCE, blank, lies_within
from alignbench.documents.formats.markdown.simple_tables import Told, simple_tables
from alignbench.domain.text import Kind
from alignbench.language.mapped import MappedText, identity, join

_BORDER = re.compile(r"[ ]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*\r?$")
_GRID = re.compile(
    r"^[ ]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*\r?\n(?:[ ]{0,3}[|+][^\n]*(?:\n|\Z)){2,2000}", re.MULTILINE
)
_VERSE = re.compile(r"^(?:[ ]{0,3}\|(?:[ ][^|\n]*)?(?:\n|\Z)){2,2000}", re.MULTILINE)
_TITLE_BLOCK = re.compile(r"\ufeff?(?:%[^\n]*(?:\n[ \t]+[^\n]+)*(?:\n|\Z)){1,3}")
_TITLE_PART = re.compile(r"%(?P<words>[^\n]*(?:\n[ \t]+[^\n]+)*)")
_LINE = re.compile(r"[^\n]+")
_MOST_INDENT = 4


@dataclass(slots=True)
class DrawnBlocks:
    """A page with what Pandoc adds blanked, what is read of that, and where it is drawn."""

    source: str
    told: list[Told] = field(default_factory=list)
    drawn: list[tuple[int, int]] = field(default_factory=list)


def without_pandoc_blocks(source: str) -> DrawnBlocks:
    """The source with its title block and tables of signs blanked; verse becomes a list."""
    found = DrawnBlocks(source)
    signs = ("+--", "\n|", "-- -", "--  ")
    if not source.startswith(("%", "|", "\ufeff%")) and not any(sign in source for sign in signs):
        return found
    kept = [match.span() for pattern in (FENCE, CODE) for match in pattern.finditer(source)]
    out = list(source)
    if title := _TITLE_BLOCK.match(source):
        found.told += _title(source, *title.span())
        found.drawn.append(title.span())
    for grid in _GRID.finditer(source):
        if not lies_within(grid.start(), kept):
            lines = list(_LINE.finditer(source, *grid.span()))
            while not _BORDER.match(lines[-1][0]):
                lines.pop()
            found.told += [(cell, Kind.CELL) for cell in _cells(source, lines)]
            found.drawn.append((grid.start(), lines[-1].end()))
    for table in simple_tables(source):
        if not lies_within(table.start, kept):
            found.told += table.told
            found.drawn.append((table.start, table.end))
    for span in found.drawn:
        blank(out, *span)
    for verse in _VERSE.finditer(source):
        if not lies_within(verse.start(), kept):
            _as_list(out, source, verse.span())
    found.source = "".join(out)
    return found


def _title(source: str, start: int, end: int) -> Iterator[Told]:
    """The title, which may have several lines, then authors and a date, a line each."""
    for number, part in enumerate(_TITLE_PART.finditer(source, start, end)):
        pattern = _LINE if number else re.compile(r"(?s).+")
        for line in pattern.finditer(source, *part.span("words")):
            words = identity(line[0], line.start()).strip(" \t\r\n")
            if words.text:
                yield words, Kind.SENTENCE if number else Kind.HEADING


def _as_list(out: list[str], source: str, verse: tuple[int, int]) -> None:
    for line in _LINE.finditer(source, *verse):
        bar = line.start() + line[0].index("|")
        text = re.compile(r"[ ]*").match(source, bar + 1)
        indent = len(text[0]) if text else 0
        blank(out, bar, bar + 1)
        out[bar + max(0, indent - _MOST_INDENT)] = "-"


def _cells(source: str, lines: Sequence[re.Match[str]]) -> Iterator[MappedText]:
    """The cells of a grid table, row by row; the lines of a cell are one."""
    row: list[list[MappedText]] = []
    for line in lines:
        if not _BORDER.match(line[0]):
            row.append(list(_parts(source, line)))
            continue
        for column in zip_longest(*row, fillvalue=MappedText("", ())):
            cell = _joined([part for part in column if part.text])
            if cell.text:
                yield cell
        row = []


def _parts(source: str, line: re.Match[str]) -> Iterator[MappedText]:
    """What stands between the bars of a line."""
    bars = [line.start() + at for at, sign in enumerate(line[0]) if sign == "|"]
    for first, last in pairwise(bars):
        yield identity(source[first + 1 : last], first + 1).strip(" \t")


def _joined(lines: list[MappedText]) -> MappedText:
    pieces: list[MappedText] = []
    for line in lines:
        if pieces:
            pieces.append(MappedText("\n", (pieces[-1].offsets[-1] + 1,)))
        pieces.append(line)
    return join(pieces)
