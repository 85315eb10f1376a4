"""Where each row of a long document stands, when most heights are only guessed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Heights:
    """Lines of each row, estimated until measured, with running sums.

    Setting heights is cheap; the sums are renewed by the next question about places, from the
    first changed row on.
    """

    def __init__(self, estimates: Iterable[int]) -> None:
        self._heights = list(estimates)
        self._ends: list[int] = []
        self._stale_from = 0
        self._measured = bytearray(len(self._heights))

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
        """The row that holds a line; the last one for lines past the end."""
        self._sum()
        return min(bisect_right(self._ends, line), len(self._ends) - 1)

    def splice(self, first: int, count: int, estimates: Sequence[int]) -> None:
        """Replace `count` rows from `first` on by new, unmeasured ones."""
        self._heights[first : first + count] = estimates
        self._measured[first : first + count] = bytearray(len(estimates))
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
