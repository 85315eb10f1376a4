"""The lines of a page in the order in which people read them: tables by cell, columns, rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignbench.documents.formats.pdf.glyphs import Page
from alignbench.documents.formats.pdf.lines import Line, in_columns, pieces_of_page
from alignbench.documents.formats.pdf.raised_marks import with_raised_marks
from alignbench.documents.formats.pdf.tables import with_tables
from alignbench.documents.formats.tally import Tally

FIRST_TABLE = 1_000
"""Columns from this number on are tables, which have margins of their own."""


def lines_of_page(page: Page, tally: Tally) -> list[Line]:
    """The lines of a page in reading order."""
    marked = with_raised_marks(pieces_of_page(page, tally), tally)
    pieces = with_tables(marked, page.rules)
    return list(_with_cells(in_columns(pieces, 0)))


def _with_cells(lines: Sequence[Line]) -> Iterator[Line]:
    tables = 0
    for line in lines:
        if line.table:
            yield from (replace(cell, column=FIRST_TABLE + tables) for cell in line.table)
            tables += 1
        else:
            yield line
