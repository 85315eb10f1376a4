"""The rows of tables: their cells that have text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from alignbench.documents.formats.block_writer import shown_of
from alignbench.documents.formats.languages import shown
from alignbench.documents.segmentation.blocks import Piece
from alignbench.domain.text import NOWHERE, Location

Element = TypeVar("Element")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with text in it."""

    pieces: tuple[Piece, ...]
    location: Location = NOWHERE
    note: str = ""
    """What people wrote beside it."""

    @property
    def text(self) -> str:
        """What it shows."""
        return shown(self.pieces).strip()


Row = dict[int, Cell]
"""The cells of a row by their columns; empty ones are not there."""


def filled_rows(
    rows: Iterable[tuple[Sequence[int], Sequence[Element]]],
    pieces_of: Callable[[Element], Sequence[Piece]],
) -> list[Row]:
    """The rows of a table that have text, of the columns where cells begin and the cells."""
    filled: list[Row] = []
    for number, (columns, cells) in enumerate(rows, 1):
        row: Row = {}
        for column, cell in zip(columns, cells, strict=True):
            pieces = pieces_of(cell)
            if "".join(map(shown_of, pieces)).strip():
                row[column] = Cell(tuple(pieces), Location(cell=f"{number}.{column + 1}"))
        if row:
            filled.append(row)
    return filled
