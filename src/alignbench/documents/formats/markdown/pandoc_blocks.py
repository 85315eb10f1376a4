"""What Pandoc adds to Markdown's blocks: grid tables, and lines of verse behind bars.

http://pandoc.org/MANUAL.html#extension-grid_tables, #extension-line_blocks
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from alignbench.documents.formats.markdown.jsx import CODE, FENCE, blank, lies_within
from alignbench.language.mapped import MappedText, identity, join

_BORDER = re.compile(r"[ ]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*\r?$")
_GRID = re.compile(
    r"^[ ]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*\r?\n(?:[ ]{0,3}[|+][^\n]*(?:\n|\Z)){2,2000}", re.MULTILINE
)
_VERSE = re.compile(r"^(?:[ ]{0,3}\|(?:[ ][^|\n]*)?(?:\n|\Z)){2,2000}", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_MOST_INDENT = 4


def without_grids(source: str) -> tuple[str, list[MappedText]]:
    """The source with grid tables blanked, and their cells in order; verse becomes a list."""
    if "+--" not in source and "\n|" not in source and not source.startswith("|"):
        return source, []
    kept = [match.span() for pattern in (FENCE, CODE) for match in pattern.finditer(source)]
    out = list(source)
    cells: list[MappedText] = []
    for grid in _GRID.finditer(source):
        if not lies_within(grid.start(), kept):
            lines = list(_LINE.finditer(source, *grid.span()))
            while not _BORDER.match(lines[-1][0]):
                lines.pop()
            cells += _cells(source, lines)
            blank(out, grid.start(), lines[-1].end())
    for verse in _VERSE.finditer(source):
        if lies_within(verse.start(), kept):
            continue
        for line in _LINE.finditer(source, *verse.span()):
            bar = line.start() + line[0].index("|")
            text = re.compile(r"[ ]*").match(source, bar + 1)
            indent = len(text[0]) if text else 0
            blank(out, bar, bar + 1)
            out[bar + max(0, indent - _MOST_INDENT)] = "-"
    return "".join(out), cells


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
