"""Finding words in a document's rows, whatever their width, case and kana. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.domain.text import Segment, Side
from alignbench.review import Row
from alignbench.review.search import places, search_key


@dataclass(frozen=True, slots=True)
class Match:
    """Where words stand: the row, the segment's number on its side, characters of its view."""

    row: int
    side: Side
    number: int
    start: int
    end: int


def find_matches(rows: Sequence[Row], query: str) -> list[Match]:
    """Every place of `query` in the rows, in reading order."""
    wanted = search_key(query)
    if not wanted:
        return []
    return [
        match
        for at, row in enumerate(rows)
        for side, numbers, segments in (("ja", row.link.ja, row.ja), ("en", row.link.en, row.en))
        for number, segment in zip(numbers, segments, strict=True)
        for match in _in_segment(at, side, number, segment, wanted)  # type: ignore[arg-type]
    ]


def _in_segment(row: int, side: Side, number: int, segment: Segment, wanted: str) -> list[Match]:
    return [Match(row, side, number, start, end) for start, end in places(wanted, segment.view)]
