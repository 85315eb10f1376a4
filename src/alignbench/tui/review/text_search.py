"""Finding words in a document, whatever their width, case and kana. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from alignbench.domain.text import Document, Segment, Side
from alignbench.review import Row
from alignbench.review.search import places, search_key


@dataclass(frozen=True, slots=True)
class Match:
    """Where words stand: the segment's number on its side, characters of its view."""

    side: Side
    number: int
    start: int
    end: int

    @property
    def place(self) -> tuple[Side, int]:
        """The segment."""
        return self.side, self.number


class Finder:
    """Finds words in one document; its texts are folded once, at the first search."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def find(self, query: str, rows: Sequence[Row]) -> list[Match]:
        """Every place of `query`, in the order of the rows."""
        wanted = search_key(query)
        if not wanted:
            return []
        found = [
            match
            for side, number, plain in self._plain
            if wanted in plain
            for match in _in_segment(side, number, self._segment(side, number), wanted)
        ]
        if found:
            at = row_numbers(rows)
            found.sort(key=lambda match: (at.get(match.place, 0), match.side == "en"))
        return found

    @cached_property
    def _plain(self) -> list[tuple[Side, int, str]]:
        """Each view folded as a whole: quick, and enough to say where a closer look is due."""
        sides: tuple[Side, Side] = ("ja", "en")
        return [
            (side, number, search_key(segment.view))
            for side in sides
            for number, segment in enumerate(self._document.side(side).segments)
        ]

    def _segment(self, side: Side, number: int) -> Segment:
        return self._document.side(side).segments[number]


def row_numbers(rows: Sequence[Row]) -> dict[tuple[Side, int], int]:
    """The row of each segment."""
    at: dict[tuple[Side, int], int] = {}
    for number, row in enumerate(rows):
        at.update((("ja", ja), number) for ja in row.link.ja)
        at.update((("en", en), number) for en in row.link.en)
    return at


def _in_segment(side: Side, number: int, segment: Segment, wanted: str) -> list[Match]:
    return [Match(side, number, start, end) for start, end in places(wanted, segment.view)]
