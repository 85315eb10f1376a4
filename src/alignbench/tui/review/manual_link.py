"""Linking by hand: a pointer at one segment, and marks on others. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignbench.domain.links import Link
from alignbench.domain.text import Document, Side
from alignbench.messages import t
from alignbench.review import Row
from alignbench.system.safe_text import printable
from alignbench.tui.widgets.painter import Spans
from alignbench.tui.widgets.truncation import cut

Place = tuple[Side, int]
WORDS = 16
"""Cells of a marked segment that the summary shows."""
SIDES: tuple[Side, Side] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Linking:
    """What is pointed at and what is marked, by side and segment number."""

    pointer: Place
    marks: frozenset[Place]
    sizes: tuple[int, int]
    """How many Japanese and English segments there are."""

    @classmethod
    def begin(cls, link: Link, document: Document) -> "Linking":
        """Point at a link's English (or its Japanese, if it has none), its Japanese marked."""
        sizes = len(document.ja.segments), len(document.en.segments)
        pointer: Place = ("en", link.en[0]) if link.en else ("ja", link.ja[0])
        return cls(pointer, frozenset(("ja", at) for at in link.ja), sizes)

    @classmethod
    def at_segment(cls, side: Side, number: int, document: Document) -> "Linking":
        """Point at a segment, the only one that is marked."""
        sizes = len(document.ja.segments), len(document.en.segments)
        return cls((side, number), frozenset({(side, number)}), sizes)

    def at(self, side: Side, number: int) -> "Linking":
        """Pointing elsewhere."""
        return replace(self, pointer=(side, number))

    def toggled(self) -> "Linking":
        """With the mark pointed at put or taken away."""
        return replace(self, marks=self.marks ^ {self.pointer})

    def moved(self, step: int, rows: Sequence[Row], row: int) -> "Linking":
        """Pointing at the next or previous segment of this side, or (0) at the other side."""
        side, number = self.pointer
        if step:
            last = self.sizes[0 if side == "ja" else 1] - 1
            return self.at(side, max(0, min(number + step, last)))
        other: Side = "en" if side == "ja" else "ja"
        for away in range(len(rows)):
            for at in (row - away, row + away):
                if 0 <= at < len(rows) and (run := _run(rows[at], other)):
                    return self.at(other, run[0])
        return self

    def row(self, rows: Sequence[Row]) -> int:
        """The row of the segment pointed at."""
        side, number = self.pointer
        return next(at for at, row in enumerate(rows) if number in _run(row, side))

    def marked(self, side: Side) -> tuple[int, ...]:
        """Numbers of the marked segments of a side."""
        return tuple(sorted(number for own, number in self.marks if own == side))

    def summary(self, document: Document) -> str:
        """What is marked, for people: the number from 1 and the first words of each segment."""
        return "   ".join(self._marked_words(document, side) for side in SIDES)

    def _marked_words(self, document: Document, side: Side) -> str:
        segments = document.side(side).segments
        words = (
            f"{number + 1} {cut(printable(segments[number].view), WORDS)}"
            for number in self.marked(side)
        )
        return f"{side} {', '.join(words) or t('nothing')}"

    def spans(self, document: Document) -> dict[Place, Spans]:
        """How the marks and the pointer are drawn."""
        drawn: dict[Place, list[tuple[int, int, str]]] = {}
        for style, places in (("marked", self.marks), ("pointer", {self.pointer})):
            for side, number in places:
                length = len(document.side(side).segments[number].view)
                drawn.setdefault((side, number), []).append((0, length, style))
        return {place: tuple(spans) for place, spans in drawn.items()}


def _run(row: Row, side: Side) -> tuple[int, ...]:
    return row.link.ja if side == "ja" else row.link.en
