"""A document laid out at one width: which row is on which line, measured only where needed."""

from collections.abc import Iterable, Iterator

from alignbench.tui.widgets.columns import Columns, estimated_height, ja_share, lay_out
from alignbench.tui.widgets.heights import Heights
from alignbench.tui.widgets.row_model import RowSource


class Layout:
    """Rows of `source` in columns that fit `width` cells."""

    def __init__(self, source: RowSource, width: int, *, has_readings: bool = False) -> None:
        self.source = source
        self._lengths = list(source.lengths())
        self._share = ja_share(self._lengths)
        self.resize(width, has_readings=has_readings)

    def __len__(self) -> int:
        return len(self._lengths)

    def resize(self, width: int, *, has_readings: bool = False) -> None:
        """Fit another width, with readings or without; every height is a guess again."""
        self.columns = Columns.fit(width, self._share, has_readings=has_readings)
        self.heights = Heights(estimated_height(*pair, self.columns) for pair in self._lengths)

    def splice(self, source: RowSource, first: int, count: int) -> None:
        """Take `source`, which differs from before in `count` rows from `first` on."""
        added = len(source) - len(self) + count
        fresh = source.lengths(first, first + added)
        self.source = source
        self._lengths[first : first + count] = fresh
        self.heights.splice(first, count, [estimated_height(*pair, self.columns) for pair in fresh])

    def measured(self, row: int) -> int:
        """The exact height of a row, in lines."""
        return len(lay_out(self.source.row(row), self.columns))

    def settle(self, row: int, lines: int) -> None:
        """Make exact the rows that fill `lines` lines from `row` on, or upwards if negative."""
        step, room = (1, lines) if lines > 0 else (-1, -lines)
        while room > 0 and (row := self.heights.shown_from(row, step)) >= 0:
            if not self.heights.is_measured(row):
                self.heights.measure(row, self.measured(row))
            room -= self.heights.height(row)
            row += step

    def is_settled(self, line: int, lines: int) -> bool:
        """Whether the rows on `lines` lines from `line` on are all exact."""
        if not len(self):
            return True
        first, last = self.heights.row_at(line), self.heights.row_at(line + lines - 1)
        return self.heights.next_guess(first, last + 1) is None

    def unmeasured(self, row: int) -> Iterator[int]:
        """Rows not yet measured, from `row` on and then from the beginning."""
        for first, end in ((row, len(self)), (0, row)):
            at = self.heights.next_guess(first, end)
            while at is not None:
                yield at
                at = self.heights.next_guess(at + 1, end)

    def take(self, heights: Iterable[tuple[int, int]]) -> None:
        """Note rows' exact heights."""
        for row, height in heights:
            self.heights.measure(row, height)
