"""The mark of every row, and whether it is to be looked at, at the cost of what changed."""

from collections.abc import Sequence, Set

from alignbench.review import Row
from alignbench.tui.review.session_rows import mark_of
from alignbench.tui.widgets.row_model import Mark


class RowMarks:
    """One byte a row, so that a long document's map and what is to be looked at are there at once.

    To be looked at is what `ReviewSession.next_doubtful` goes to: a link in doubt, or one of which
    a finding is open.
    """

    def __init__(self) -> None:
        self._marks = bytearray()
        self._asking = bytearray()

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
        self._asking[first : first + count] = bytes(
            row.doubtful or row.link.id in found for row in fresh
        )

    @property
    def map(self) -> bytes:
        """A `Mark` for each row."""
        return bytes(self._marks)

    def asks(self, row: int) -> bool:
        """Whether a row is to be looked at."""
        return bool(self._asking[row])

    def place(self, row: int, flags: bytes | None) -> tuple[int, int] | None:
        """Which of the rows to look at a row is, from 1, and how many there are; None: not one."""
        if not self.asks(row):
            return None
        return self.to_look_at(flags, row + 1), self.to_look_at(flags)

    def to_look_at(self, flags: bytes | None = None, upto: int | None = None) -> int:
        """How many rows are to be looked at, of the first `upto`, or of all.

        `flags` has a 1 for each row that is shown; None where all are.
        """
        asking = bytes(self._asking[:upto])
        if flags is None:
            return asking.count(1)
        return (int.from_bytes(asking) & int.from_bytes(flags[: len(asking)])).bit_count()
