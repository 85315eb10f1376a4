"""Which lines of a page belong to its second column, and which stand across both."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Something in a row of a page, such as a line."""

    @property
    def start(self) -> float:
        """Where it begins along."""

    @property
    def end(self) -> float:
        """Where it ends along."""

    @property
    def size(self) -> float:
        """The size of its characters."""

    @property
    def middle(self) -> float:
        """Its place across."""


P = TypeVar("P", bound=Placed)


def of_second_column(left: Sequence[P], right: Sequence[P]) -> list[P]:
    """The lines of a second column, without those that are centred on the page above it.

    Such are the names of authors below a title: they begin before the column, and end in it.
    """
    if not left or len(right) < 4:
        return list(right)
    starts = Counter(round(line.start) for line in right)
    margin = max(starts, key=lambda at: (starts[at], -at))
    column = [line for line in right if abs(line.start - margin) < line.size]
    beside = [
        line.middle
        for line in left
        if any(abs(line.middle - other.middle) < 0.5 * line.size for other in column)
    ]
    top = min(beside, default=0.0)
    return [
        line
        for line in right
        if line.middle >= top or line.start > margin - line.size or line.end < margin
    ]
