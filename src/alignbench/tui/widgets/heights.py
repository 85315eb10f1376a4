"""Where each row of a long document stands, when most heights are only guessed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Heights:
    """Lines of each row, estimated until measured, with running sums.

    Setting heights is cheap; the sums are renewed by the next question about places, from the
    first changed row on. A row of no lines is hidden, and no guess.
    """

    def __init__(self, estimates: Iterable[int]) -> None:
        self._heights = list(estimates)
        self._ends: list[int] = []
        self._stale_from = 0
        self._shown = bytearray(map(bool, self._heights))
        self._measured = bytearray(not shown for shown in self._shown)

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """Lines of all rows."""
        self._sum()
        return self._ends[-1] if self._ends else 0

    def is_measured(self, row: int) -> bool:
        """Whether the row's height is exact."""
        return bool(self._measured[row])

    def next_guess(self, first: int, end: int) -> int | None:
        """The first row from `first` up to `end` whose height is not exact; quick at any length."""
        at = self._measured.find(0, first, end)
        return at if at >= 0 else None

    def measure(self, row: int, height: int) -> None:
        """Note a row's exact height."""
        self._measured[row] = 1
        if self._heights[row] != height:
            self._heights[row] = height
            self._stale_from = min(self._stale_from, row)

    def height(self, row: int) -> int:
        """Lines of a row."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """The line where a row begins."""
        self._sum()
        return self._ends[row] - self._heights[row]

    def row_at(self, line: int) -> int:
        """The row that holds a line; the last one that is shown for lines past the end."""
        return min(bisect_right(self._ends, min(line, self.total - 1)), len(self._ends) - 1)

    def shown_from(self, row: int, step: int) -> int:
        """The first row that is shown from `row` on, up or down (step); -1 if there is none."""
        if not 0 <= row < len(self):
            return -1
        return self._shown.find(1, row) if step > 0 else self._shown.rfind(1, 0, row + 1)

    def splice(self, first: int, count: int, estimates: Sequence[int]) -> None:
        """Replace `count` rows from `first` on by new, unmeasured ones."""
        self._heights[first : first + count] = estimates
        shown = bytearray(map(bool, estimates))
        self._shown[first : first + count] = shown
        self._measured[first : first + count] = bytearray(not each for each in shown)
        self._stale_from = min(self._stale_from, first)

    def _sum(self) -> None:
        start = self._stale_from
        if start >= len(self._heights) == len(self._ends):
            return
        before = self._ends[start - 1] if start else 0
        sums = accumulate(self._heights[start:], initial=before)
        next(sums)
        self._ends[start:] = sums
        self._stale_from = len(self._heights)
