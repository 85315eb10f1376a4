"""The mark and the doubt of every row, kept in step at the cost of what changed."""

from collections.abc import Sequence, Set

from alignbench.review import Row
from alignbench.tui.review.session_rows import mark_of
from alignbench.tui.widgets.row_model import Mark


class RowMarks:
    """One byte a row, so that a long document's map and its doubts are counted at once."""

    def __init__(self) -> None:
        self._marks = bytearray()
        self._doubts = bytearray()

    def show(self, rows: Sequence[Row], found: Set[int]) -> None:
        """Take all rows; `found` are the links of which a finding is open."""
        self.splice(rows, found, 0, len(self._marks))

    def splice(self, rows: Sequence[Row], found: Set[int], first: int, count: int) -> None:
        """Take `rows`, which differ from before in `count` rows from `first` on."""
        added = len(rows) - len(self._marks) + count
        fresh = rows[first : first + added]
        # An open finding is worth as much as doubt.
        marks = [Mark.FOUND if row.link.id in found else mark_of(row) for row in fresh]
        self._marks[first : first + count] = bytes(marks)
        self._doubts[first : first + count] = bytes(row.doubtful for row in fresh)

    @property
    def map(self) -> bytes:
        """A `Mark` for each row."""
        return bytes(self._marks)

    def doubt(self, row: int) -> tuple[int, int]:
        """Which of the rows in doubt a row is, from 1, and how many there are."""
        return self._doubts.count(1, 0, row + 1), self._doubts.count(1)
