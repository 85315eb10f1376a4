"""What a row of the bilingual view looks like, independent of where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from alignbench.domain.text import Kind, Side


class Mark(IntEnum):
    """Where a row stands, the calmest first."""

    CONFIRMED = 0
    SUGGESTED = 1
    DOUBTFUL = 2
    FOUND = 3
    """A check found something; only maps use it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as drawn: its 0-based number in its text, and its text, safe to print."""

    number: int
    text: str
    kind: Kind = Kind.SENTENCE


@dataclass(frozen=True, slots=True)
class RowModel:
    """A link as drawn. An empty side says that the other has nothing there."""

    ja: tuple[Piece, ...]
    en: tuple[Piece, ...]
    mark: Mark = Mark.SUGGESTED
    crossing: bool = False
    flags: int = 0
    noted: bool = False
    reworded: bool = False
    """Whether a better English is proposed."""
    found: str = ""
    """The worst severity of the open findings; empty: there are none."""
    new_paragraph: bool = False
    later: bool = False
    """Whether one means to come back to it."""

    def side(self, side: Side) -> tuple[Piece, ...]:
        """The pieces of one side."""
        return self.ja if side == "ja" else self.en

    @property
    def is_null(self) -> bool:
        """Whether one side is empty."""
        return not self.ja or not self.en


class RowSource(Protocol):
    """Where the bilingual view takes its rows from, one at a time, only those it draws."""

    def __len__(self) -> int:
        """How many rows there are."""

    def row(self, index: int) -> RowModel:
        """One row."""

    def lengths(self, first: int = 0, end: int | None = None) -> Sequence[tuple[int, int]]:
        """Japanese and English characters of rows `first` to `end`, to estimate heights from.

        A row of none is hidden: it takes no line and cannot be chosen.
        """


class ListSource:
    """Rows held in a sequence."""

    def __init__(self, rows: Sequence[RowModel]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> RowModel:
        """One row."""
        return self._rows[index]

    def lengths(self, first: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Japanese and English characters of rows `first` to `end`."""
        return [
            (sum(len(p.text) for p in row.ja), sum(len(p.text) for p in row.en))
            for row in self._rows[first:end]
        ]
