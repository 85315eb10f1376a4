"""A band in its document: the neighbours of a node, and what the spans that end there share."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints, SpanVectors, SummedVectors
from alignbench.alignment.lattice.band import Band, Shapes

Float32 = NDArray[np.float32]
Block = tuple[int, int, int, int, int]
KEPT = 60_000
"""Nodes of a band up to which what was worked out once is kept: a muddle's would fill memory."""
ROWS = 48
"""Japanese segments multiplied at once; the band is about as many English segments wide."""


@dataclass(frozen=True, slots=True)
class DocumentBand:
    """The nodes of a band with their places in the document.

    `origins` (B, 2) says where in the document each lattice's first node lies.
    """

    lattices: Band
    origins: Ints

    def places(self) -> tuple[Ints, Ints]:
        """How many Japanese and English segments of the document lie before each node."""
        ja, en = self.lattices.nodes()
        return ja + self.origins[:, :1, None], en + self.origins[:, 1:, None]

    def pairs(self) -> NDArray[np.bool_]:
        """Nodes at which a 1-1 bead can end: (B, K, W)."""
        ja, en = self.lattices.nodes()
        return np.asarray(self.lattices.inside() & (ja > 0) & (en > 0))

    def columns(self, item: int) -> tuple[Ints, Ints]:
        """Of each row of nodes of a lattice the first and the last j in the band: (n + 1,) each.

        Neither ever decreases.
        """
        n, m = self.lattices.ends[item].tolist()
        rows, starts = np.arange(n + 1), self.lattices.starts[item, : n + m + 1]
        first = np.searchsorted(starts, rows - self.lattices.width + 1)
        last = np.searchsorted(starts, rows, side="right") - 1
        return np.maximum(first - rows, 0), np.minimum(last - rows, m)

    def blocks(self) -> Iterator[Block]:
        """Rectangles (lattice, i from, i to, j from, j to) of local nodes that cover the band."""
        for item in range(len(self.lattices.starts)):
            first, last = self.columns(item)
            for low in range(0, len(first), ROWS):
                high = min(low + ROWS, len(first))
                left, right = int(first[low]), int(last[high - 1])
                if left <= right:
                    yield item, low, high, left, right + 1

    def kept(self, block: Block) -> tuple[Ints, Ints]:
        """Which nodes of a block are in the band, row by row, and their flat index there."""
        item, low, high, left, right = block
        rows, columns = np.arange(low, high)[:, None], np.arange(left, right)
        diagonal = rows + columns
        place = rows - self.lattices.starts[item].take(diagonal)
        kept = np.flatnonzero((place >= 0) & (place < self.lattices.width))
        diagonals = self.lattices.starts.shape[1]
        where = (item * diagonals + diagonal) * self.lattices.width + place
        return kept, where.take(kept)

    def empty(self, shapes: Shapes) -> Float32:
        """Zeros for the beads of each shape: (T, B, K, W)."""
        nodes = *self.lattices.starts.shape, self.lattices.width
        return np.zeros((len(shapes), *nodes), dtype=np.float32)

    def cosines(self, ja: SpanVectors, en: SpanVectors, shapes: Shapes) -> Float32:
        """Dot products of the spans of each shape that end at each node: (T, B, K, W), else 0.

        `ja` and `en` are span vectors of shape (max span, segments, dimension).
        """
        out = self.empty(shapes)
        if isinstance(ja, SummedVectors) and isinstance(en, SummedVectors):
            self._summed_cosines(out, ja, en, shapes)
            return out
        for block in self.blocks():
            item, low, high, left, right = block
            kept, where = self.kept(block)
            shift_ja, shift_en = self.origins[item]
            for t, (a, b) in enumerate(shapes):
                if a and b:
                    left_spans = _spans(ja[a - 1], low + shift_ja - a, high + shift_ja - a)
                    right_spans = _spans(en[b - 1], left + shift_en - b, right + shift_en - b)
                    out[t].reshape(-1)[where] = (left_spans @ right_spans.T).take(kept)
        return out

    def _summed_cosines(
        self, out: Float32, ja: SummedVectors, en: SummedVectors, shapes: Shapes
    ) -> None:
        """What `cosines` gives, by sums over the products of single segments."""
        reach_ja, reach_en = (max(side) for side in zip(*shapes, strict=True))
        widest = [0] * (reach_ja + 1)
        for a, b in shapes:
            widest[a] = max(widest[a], b)
        place = {shape: out[t].reshape(-1) for t, shape in enumerate(shapes)}
        for block in self.blocks():
            item, low, high, left, right = block
            kept, where = self.kept(block)
            low, high = low + int(self.origins[item, 0]), high + int(self.origins[item, 0])
            left, right = left + int(self.origins[item, 1]), right + int(self.origins[item, 1])
            # Row r stands for segment low - reach + r, so node i ends with row i - low + reach - 1.
            products = _spans(ja.summands, low - reach_ja, high - 1) @ (
                _spans(en.summands, left - reach_en, right - 1).T
            )
            rows = np.zeros((high - low, products.shape[1]), dtype=np.float32)
            for a in range(1, reach_ja + 1):
                rows += products[reach_ja - a :][: high - low]
                sums = np.zeros((high - low, right - left), dtype=np.float32)
                for b in range(1, widest[a] + 1):
                    sums += rows[:, reach_en - b :][:, : right - left]
                    if (a, b) in place:
                        place[a, b][where] = sums.take(kept)
        ends_ja, ends_en = self.places()
        shares_ja = [_shares(ja.lengths[a - 1], ends_ja - a) for a in range(1, reach_ja + 1)]
        shares_en = [_shares(en.lengths[b - 1], ends_en - b) for b in range(1, reach_en + 1)]
        for t, (a, b) in enumerate(shapes):
            if a and b:
                out[t] *= shares_ja[a - 1] * shares_en[b - 1]


def _shares(lengths: Float32, starts: Ints) -> Float32:
    """What a unit is of the length of each span by its start; 0 where there is no span."""
    there = np.append(lengths, np.float32(0.0))
    np.divide(np.float32(1.0), there, out=there, where=there > 0)
    return np.asarray(there.take(np.where(starts >= 0, starts, len(lengths)), mode="clip"))


def _spans(vectors: Any, start: int, stop: int) -> Float32:
    """Rows `start` up to `stop` of the spans of one length, zeros before the first."""
    if start >= 0:
        return np.asarray(vectors[start:stop])
    zeros = np.zeros((min(-start, stop - start), vectors.shape[1]), dtype=np.float32)
    return np.concatenate([zeros, vectors[: max(stop, 0)]])
