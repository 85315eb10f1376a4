"""What a row of the bilingual view looks like, independent of where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from alignbench.domain.text import Kind, Reading, Side


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
    places: tuple[int, ...] | None = None
    """Where each character of the segment is drawn in `text`; None: each in its own place."""
    styles: tuple[tuple[int, int, str], ...] = ()
    """Characters start to end of `text` with a style of their own, and its name."""
    readings: tuple[Reading, ...] = ()
    """Those that the file itself gives."""

    def drawn(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of `text` that show characters `start` to `end` of the segment."""
        if self.places is None:
            yield start, end
            return
        first = last = -1
        for place in self.places[max(0, start) : max(0, end)]:
            if place != last:
                if first < last:
                    yield first, last
                first = place
            last = place + 1
        if first < last:
            yield first, last

    def in_segment(self, place: int) -> int | None:
        """Which character of the segment is drawn at a place of `text`; None for what is not."""
        if self.places is None:
            return place
        return self.places.index(place) if place in self.places else None

    @property
    def length(self) -> int:
        """Characters of the segment."""
        return len(self.text) if self.places is None else len(self.places)

    @property
    def is_of_file(self) -> bool:
        """Whether it stands for a segment, and not for words that are to come."""
        return self.number >= 0


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
        return not self.ja or not any(piece.is_of_file for piece in self.en)


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
