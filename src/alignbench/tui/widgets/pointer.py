"""What the mouse tells of the texts: where it points, and what it takes hold of."""

from textual.message import Message

from alignbench.domain.text import Side
from alignbench.messages import t

UP, DOWN = -1, 1
"""Where a boundary moves: it gives the last segment to the next link, or takes its first."""


BOUNDARY = t("▾ takes the next link's first sentence of this side, ▴ gives it the last one.")
"""What the arrows of a boundary do."""


class Pointed(Message):
    """The pointer is on a character of a column's text, or on none (row is None)."""

    def __init__(self, row: int | None = None, side: Side = "ja", place: int = 0) -> None:
        super().__init__()
        self.row, self.side, self.place = row, side, place


class SegmentLinked(Message):
    """A segment was clicked with the right button, or with ctrl: it is to be linked."""

    def __init__(self, row: int, side: Side, piece: int) -> None:
        super().__init__()
        self.row, self.side, self.piece = row, side, piece


class BoundaryMoved(Message):
    """The lower boundary of one side of the chosen row is to move, `UP` or `DOWN`.

    `row` is the row that had the arrow, or `link` the link of which the panel told.
    """

    def __init__(
        self, side: Side, step: int, row: int | None = None, link: int | None = None
    ) -> None:
        super().__init__()
        self.side, self.step, self.row, self.link = side, step, row, link
