"""The words of a band's segments compared block by block, and read at its nodes.

Only what is asked of beads within their bounds is compared (see `SeenNodes.bounds`): their own
segments, and those beside a bead at the edge.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints, Words
from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.run_tables import RunTables
from alignbench.alignment.scoring.word_segments import WordSegments

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
Of = dict[Shape, Float32]
_ROWS = 80
"""Rows of nodes whose segments are compared at once."""
_BEFORE, _AFTER = 1, 2
"""Nodes before and after the bounds of beads that are asked about."""
_AROUND = 3
"""Segments outside those bounds that are asked about."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A text's segments of a block: the first one's number in the lattice, and its row."""

    first: int
    count: int
    row: int


@dataclass(frozen=True, slots=True)
class Nodes:
    """Of nodes, of either side: the row of its last segment, and the number of the other's last."""

    rows: tuple[Ints, Ints]
    columns: tuple[Ints, Ints]


class ComparedBlocks:
    """What the segments of either side of a band say of each other, in `tables` by own rows."""

    def __init__(self, seen: SeenNodes, ja: Words, en: Words, shapes: tuple[Shape, ...]) -> None:
        """Of each side's segments what runs of the other say, up to two longer than in `shapes`."""
        self._band = seen.band
        self._words = ja, en
        self._reach = tuple(max(side) for side in zip(*shapes, strict=True))
        tables = RunTables(self._reach[1] + 2), RunTables(self._reach[0] + 2)
        found: list[tuple[_Stretch, _Stretch]] = []
        rows: list[tuple[int, int, int, int]] = []
        for item, (first, last) in enumerate(seen.bounds):
            blocks = self._blocks(item, first, last)
            size = blocks[0][1] - blocks[0][0]
            rows.append((len(found), blocks[0][0], size, len(blocks)))
            for low, high in blocks:
                found.append(self._compare(tables, item, (low, high), (first, last)))
        self.tables = tuple(table.joined() for table in tables)
        self._items = np.array(rows, dtype=np.int64).reshape(-1, 4)
        self._stretches = [
            np.array([[each.first, each.count, each.row] for each in side], dtype=np.int64)
            for side in zip(*found, strict=True)
        ]

    def _blocks(self, item: int, first: Ints, last: Ints) -> list[tuple[int, int]]:
        """Rows of nodes of a lattice in blocks: the first of each, and the one after its last."""
        end = int(self._band.lattices.ends[item, 0])
        low, high = max(int(first[0]) - _BEFORE, 0), min(int(last[0]) + _AFTER, end) + 1
        size = -(-(high - low) // -(-(high - low) // _ROWS))
        return [(at, min(at + size, high)) for at in range(low, high, size)]

    def _compare(
        self,
        tables: tuple[RunTables, RunTables],
        item: int,
        rows: tuple[int, int],
        bounds: tuple[Ints, Ints],
    ) -> tuple[_Stretch, _Stretch]:
        """Add a block's segments to the tables."""
        (low, high), (first, last) = rows, bounds
        left, right = (each[low:high] for each in self._band.columns(item))
        left = np.maximum(left, int(first[1]) - _BEFORE)
        right = np.maximum(np.minimum(right, int(last[1]) + _AFTER), left)
        reach_ja, reach_en = self._reach
        wanted = (low - reach_ja - 1, high + 1), (int(left[0]) - reach_en - 1, int(right[-1]) + 2)
        ja, en = (
            self._segments(side, item, wanted[side], (int(first[side]), int(last[side])))
            for side in (0, 1)
        )
        own, number = np.arange(ja[1].count) + ja[0], np.arange(en[1].count) + en[0]
        # A segment is asked about at the nodes from the one before it on to where runs end that
        # begin with it.
        top, bottom = (np.clip(own + away, low, high - 1) - low for away in (-1, reach_ja + 1))
        across = np.stack([left[top] - reach_en - 1, right[bottom] + 2], axis=1)
        above = np.searchsorted(right, number - 1) + low
        below = np.searchsorted(left, number + reach_en + 1, side="right") - 1 + low
        down = np.stack([above - reach_ja - 1, below + 2], axis=1)
        said = ja[1].said_by(en[1])
        row_ja = tables[0].add(ja[1], en[1].best(said), _within(across, en), en[0])
        row_en = tables[1].add(en[1], ja[1].best(said.T), _within(down, ja), ja[0])
        return _Stretch(ja[0], ja[1].count, row_ja), _Stretch(en[0], en[1].count, row_en)

    def _segments(
        self, side: int, item: int, wanted: tuple[int, int], bounds: tuple[int, int]
    ) -> tuple[int, WordSegments]:
        """Those wanted of a side's segments as far as there are any, and the first one's number."""
        words, origin = self._words[side], int(self._band.origins[item, side])
        start = max(wanted[0], bounds[0] - _AROUND, -origin)
        stop = min(wanted[1], bounds[1] + _AROUND, len(words.starts) - 1 - origin)
        stop = max(start, stop)
        return start, WordSegments(words, start + origin, stop + origin)

    def said(self, side: int, nodes: Nodes, shapes: Iterable[Shape], beyond: int = 0) -> Of:
        """What is said of one side (0: the Japanese) of beads of each shape that end at `nodes`.

        With `beyond` 1 the other side is longer by a segment at both ends.
        """
        turned = [shape if side == 0 else shape[::-1] for shape in shapes]
        found = self.tables[side].said(nodes.rows[side], nodes.columns[side], turned, beyond)
        return found if side == 0 else {(a, b): values for (b, a), values in found.items()}

    def nodes(self, ja: Ints, en: Ints) -> Nodes:
        """Where in the tables it stands what is known at nodes of the lattices: (B, K, W) each."""
        rows = self._rows(0, ja, ja - 1), self._rows(1, ja, en - 1)
        return Nodes(rows, (en - 1, ja - 1))

    def _rows(self, side: int, ja: Ints, segments: Ints) -> Ints:
        """The rows of a side's `segments` in the tables of the blocks that hold nodes `ja`."""
        block, low, size, count = self._items.T[:, :, None, None]
        place = block + np.minimum(np.maximum((ja - low) // size, 0), count - 1)
        first, held, row = self._stretches[side].T
        within = np.minimum(segments - first.take(place), held.take(place) - 1)
        return np.asarray(np.maximum(within, 0) + row.take(place))

    def straddles(self) -> tuple[Float32, Float32]:
        """What straddles each node of the band, agreed and in all (see `Coverage`): (B, K, W)."""
        ja, en = self._band.lattices.nodes()
        tables, places = self.tables, self._band.places()
        sizes = (len(words.starts) - 1 for words in self._words)
        begun = [place > 0 for place in places]
        ahead = [place < size for place, size in zip(places, sizes, strict=True)]
        last_ja = tables[0].last(self._rows(0, ja, ja - 1), en) * begun[0]
        last_en = tables[1].last(self._rows(1, ja, en - 1), ja) * begun[1]
        first_ja = tables[0].first(self._rows(0, ja, ja), en) * ahead[0]
        first_en = tables[1].first(self._rows(1, ja, en), ja) * ahead[1]
        agreed = np.sqrt(np.maximum(last_ja * first_en, last_en * first_ja))
        return agreed, last_ja + first_en + last_en + first_ja


def _within(reach: Ints, others: tuple[int, WordSegments]) -> Ints:
    """Numbers of other segments as places among those of a block."""
    first, segments = others
    found = np.clip(reach - first, 0, segments.count)
    found[:, 1] = np.maximum(found[:, 1], found[:, 0])
    return np.asarray(found)
