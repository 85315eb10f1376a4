"""Which rows are shown while a filter stands, and what edits do to that. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.review.filters import FilterableRows, RowFilter
from alignbench.review.views import Row

LONG = 10_000
"""Rows from which on looking for words takes longer than one notices."""


@dataclass(frozen=True, slots=True)
class ShownRows:
    """A filter and the rows it showed when it was set, with those that came into view since.

    A row that no longer passes stays until the filter is set anew: nothing goes away under the
    hand. What an edit changed is shown, so that one sees what one did.
    """

    filter: RowFilter = RowFilter()  # noqa: RUF009 - frozen
    flags: bytes | None = None
    """1 for each row that is shown; None: all of them."""

    @property
    def is_filtered(self) -> bool:
        """Whether some may be hidden."""
        return self.flags is not None

    @property
    def count(self) -> int:
        """How many are shown, while a filter stands."""
        return sum(self.flags or b"")

    @property
    def label(self) -> str:
        """How many of all rows are shown, for people; empty without a filter."""
        if self.flags is None:
            return ""
        return t("{count:,} of {many:,} rows", count=self.count, many=len(self.flags))

    def anew(
        self, rows: FilterableRows, before: Sequence[Row], now: Sequence[Row], row: int
    ) -> "ShownRows":
        """For rows `now` that may differ in any way from those `before`, with `row` shown too.

        A regular expression, and words in a long document, may take seconds, for which nobody
        waits here: then rows that are other than before are shown, as after an edit. `rows` are
        those `now`.
        """
        if self.flags is None:
            return self
        has_words = bool(self.filter.ja or self.filter.en)
        if self.filter.is_pattern or (has_words and len(now) > LONG):
            return self.after(before, now, 0, len(before)).with_rows([row])
        return replace(self, flags=rows.passing(self.filter)).with_rows([row])

    def has(self, row: int) -> bool:
        """Whether a row is shown."""
        return self.flags is None or bool(self.flags[row])

    def with_rows(self, rows: Sequence[int]) -> "ShownRows":
        """With these rows shown too."""
        if self.flags is None:
            return self
        flags = bytearray(self.flags)
        for row in rows:
            flags[row] = 1
        return replace(self, flags=bytes(flags))

    def come(self, before: Sequence[Row], now: Sequence[Row], first: int, count: int) -> int:
        """How many of the rows that `after` shows hold something of rows that were hidden."""
        if self.flags is None:
            return 0
        old = before[first : first + count]
        hidden = {
            place
            for row, shown in zip(old, self.flags[first:], strict=False)
            if not shown
            for place in _places(row)
        }
        after, added = self.after(before, now, first, count), len(now) - len(before) + count
        return sum(
            after.has(at) and not hidden.isdisjoint(_places(now[at]))
            for at in range(first, first + added)
        )

    def after(
        self, before: Sequence[Row], now: Sequence[Row], first: int, count: int
    ) -> "ShownRows":
        """For rows `now`, which differ from those `before` in `count` rows from `first` on."""
        if self.flags is None:
            return self
        old = before[first : first + count]
        was = {row.link.id: (row, flag) for row, flag in zip(old, self.flags[first:], strict=False)}
        added = len(now) - len(before) + count
        fresh = bytes(
            int(row != was.get(row.link.id, (None, 0))[0] or was[row.link.id][1])
            for row in now[first : first + added]
        )
        flags = self.flags[:first] + fresh + self.flags[first + count :]
        return replace(self, flags=flags)


def _places(row: Row) -> Iterator[tuple[Side, int]]:
    """The segments of a row."""
    yield from (("ja", at) for at in row.link.ja)
    yield from (("en", at) for at in row.link.en)
