"""What runs of one text's segments say of each segment of the other, in tables for many blocks.

A path runs along a diagonal, so a few neighbouring segments (a strip) are compared with the stretch
of the other text that the band leads them past, and no further. The tables of all strips lie in one
piece of memory, so that what is asked at the nodes of a whole band is read at once.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.scoring.straddles import Ends, ends
from alignbench.alignment.scoring.word_segments import WordSegments

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
STRIP = 16
"""Segments in a strip."""


class RunTables:
    """Of one text's segments, what runs of up to `longest` segments of the other say of them.

    Rows are segments of the own text as they were added: those of one block after another's.
    Columns are segments of the other text, numbered as in their lattice.
    """

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._parts: list[tuple[Float32, Ends]] = []
        self._rows: list[tuple[Ints, Ints, Ints]] = []
        self._count = 0

    def add(self, own: WordSegments, best: Float32, reach: Ints, first: int) -> int:
        """Add a block's segments; gives the row of the first one.

        `best` (others, distinct own words): how far each segment of the other text says each
        word. `reach` (own segments, 2): the first and the one after the last of the others that
        each may be compared with, neither ever decreasing; `first` is the number of the first one.
        """
        row, self._count = self._count, self._count + own.count
        for low in range(0, own.count, STRIP):
            high = min(low + STRIP, own.count)
            left, right = int(reach[low, 0]), int(reach[high - 1, 1])
            words = slice(int(own.starts[low]), int(own.starts[high]))
            said = best[left:right].take(own.places[words], axis=1)
            said *= own.weights[words]
            starts = own.starts[low : high + 1] - own.starts[low]
            place = np.full(high - low, len(self._parts))
            self._rows.append((place, np.full(high - low, left + first), np.arange(high - low)))
            self._parts.append((self._runs(said, starts), ends(said, starts)))
        return row

    def _runs(self, said: Float32, starts: Ints) -> Float32:
        """Sums over each own segment's words of what runs of others say, by the runs' ends.

        (longest, others + 1, own segments): runs may end one segment further on, where the text
        ends; those that would begin before the first segment are cut there.
        """
        others, words = said.shape[0] + 1, said.shape[1]
        best = np.empty((self._longest, others, words), dtype=np.float32)
        best[0, :-1], best[0, -1] = said, 0.0
        for run in range(1, self._longest):
            # The best of a run is that of the run without its last segment, or its last.
            best[run, :1] = best[run - 1, :1]
            np.maximum(best[run - 1, :-1], best[0, 1:], out=best[run, 1:])
        segments = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        owner = (segments[:, None] == np.arange(len(starts) - 1)).astype(np.float32)
        return np.asarray(best.reshape(-1, words) @ owner).reshape(self._longest, others, -1)

    def joined(self) -> "JoinedTables":
        """The tables of all that was added."""
        columns = max((runs.shape[1] for runs, _ in self._parts), default=1)
        shape = len(self._parts), self._longest + 2, columns, STRIP
        table = np.zeros(shape, dtype=np.float32)
        for into, (runs, end) in zip(table, self._parts, strict=True):
            into[:-2, : runs.shape[1], : runs.shape[2]] = runs
            into[-2, : end.last.shape[0], : end.last.shape[1]] = end.last
            into[-1, : end.last.shape[0], : end.last.shape[1]] = end.first
        place, left, within = (
            np.concatenate(each) if each else np.zeros(0, dtype=np.int64)
            for each in (zip(*self._rows, strict=True) if self._rows else ((), (), ()))
        )
        rows = place * int(np.prod(shape[1:])) - left * STRIP + within
        return JoinedTables(table.reshape(-1), rows, columns * STRIP, self._longest)


class JoinedTables:
    """The tables of many blocks in one row of memory.

    `rows` tells where what is known of a row begins, less the columns before its first.
    """

    def __init__(self, table: Float32, rows: Ints, run: int, longest: int) -> None:
        self._table = table if len(table) else np.zeros(1, dtype=np.float32)
        self._rows = rows if len(rows) else np.zeros(1, dtype=np.int64)
        self._run, self._longest = run, longest

    def said(
        self, rows: Ints, columns: Ints, shapes: Iterable[Shape], beyond: int = 0
    ) -> dict[Shape, Float32]:
        """What is said of the own sides of beads of each shape, at nodes.

        `rows` and `columns` are those of the last own and the last other segment before each node.
        A shape counts segments of the own side first; of longer ones those that are shorter by an
        own segment are asked for as well. With `beyond` 1 the other side's run is longer by a
        segment at both ends.
        """
        found: dict[Shape, Float32] = {}
        back, at = -1, columns
        for own, other in sorted(shapes):
            if back != own - 1:
                back = own - 1
                at = self._rows.take(rows - back, mode="clip") + (columns + beyond) * STRIP
            run = self._table.take(at + (other + 2 * beyond - 1) * self._run, mode="clip")
            found[own, other] = found[own - 1, other] + run if own > 1 else run
        return found

    def last(self, rows: Ints, columns: Ints) -> Float32:
        """Of the end of each row's segment, what is better said behind the boundary.

        `columns` count the other segments before it.
        """
        return self._ends(self._longest, rows, columns)

    def first(self, rows: Ints, columns: Ints) -> Float32:
        """Of the beginning of each row's segment, what is better said before the boundary."""
        return self._ends(self._longest + 1, rows, columns)

    def _ends(self, place: int, rows: Ints, columns: Ints) -> Float32:
        at = self._rows.take(rows, mode="clip") + columns * STRIP + place * self._run
        return np.asarray(self._table.take(at, mode="clip"))
