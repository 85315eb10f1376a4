"""Finding words in a document's rows, whatever their width and case. Pure."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.domain.text import Segment, Side
from alignbench.language.normalise import folded
from alignbench.review import Row


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
    wanted = folded(query).text
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
    # Folding a view as a whole is quick and says whether a look with offsets is worth while.
    if wanted not in unicodedata.normalize("NFKC", segment.view).casefold():
        return []
    view = folded(segment.view)
    found = []
    at = view.text.find(wanted)
    while at >= 0:
        found.append(Match(row, side, number, *view.source_span(at, at + len(wanted))))
        at = view.text.find(wanted, at + len(wanted))
    return found
