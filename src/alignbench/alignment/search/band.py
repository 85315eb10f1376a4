"""A band in its document: the neighbours of a node, and what the spans that end there share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints, SpanVectors, SummedVectors
from alignbench.alignment.search.lattice import Band, Shapes

Float32 = NDArray[np.float32]
Block = tuple[int, int, int, int, int]
Keys = Sequence[frozenset[str]]
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
    _seen: dict[tuple[int, int], NDArray[np.int32]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def places(self) -> tuple[Ints, Ints]:
        """How many Japanese and English segments of the document lie before each node."""
        ja, en = self.lattices.nodes()
        return ja + self.origins[:, :1, None], en + self.origins[:, 1:, None]

    def shifted(self, values: Float32, ja: int, en: int, missing: float) -> Float32:
        """`values` (B, K, W) as seen from each node at the node `ja`, `en` further on."""
        flat = self._seen.get((ja, en))
        if flat is None:
            flat = self._where(ja, en)
            if values.size <= KEPT:
                self._seen[ja, en] = flat
        padded = np.concatenate((values.reshape(-1), (np.float32(missing),)))
        return np.asarray(padded.take(flat))

    def forget(self) -> None:
        """Let go where nodes are seen from others."""
        self._seen.clear()

    def _where(self, ja: int, en: int) -> NDArray[np.int32]:
        """Flat index of the node `ja`, `en` further on; where there is none, one past the last."""
        starts, width = self.lattices.starts, self.lattices.width
        count, diagonals = starts.shape
        away = np.arange(diagonals) + ja + en
        known = (away >= 0) & (away < diagonals)
        away = np.clip(away, 0, diagonals - 1)
        first = np.where(known, starts + ja - starts[:, away], width).astype(np.int32)
        row = ((np.arange(count)[:, None] * diagonals + away) * width + first).astype(np.int32)
        places = np.arange(width, dtype=np.int32)
        flat: NDArray[np.int32] = row[:, :, None] + places
        # A negative column is a large one without a sign.
        lost = (first[:, :, None] + places).view(np.uint32) >= width
        flat[lost] = count * diagonals * width
        return flat

    def blocks(self) -> Iterator[Block]:
        """Rectangles (lattice, i from, i to, j from, j to) of local nodes that cover the band."""
        width = self.lattices.width
        for item, (starts, (n, m)) in enumerate(
            zip(self.lattices.starts, self.lattices.ends.tolist(), strict=True)
        ):
            starts = starts[: n + m + 1]
            for low in range(0, n + 1, ROWS):
                high = min(low + ROWS, n + 1)
                first = int(np.searchsorted(starts, low - width + 1))
                last = int(np.searchsorted(starts, high - 1, side="right")) - 1
                left, right = max(first - high + 1, 0), min(last - low, m)
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
                long_ja = _spans(ja.lengths[a - 1][:, None], low - a, high - a)
                for b in range(1, reach_en + 1):
                    sums += rows[:, reach_en - b :][:, : right - left]
                    if (a, b) in shapes:
                        long_en = _spans(en.lengths[b - 1][:, None], left - b, right - b)
                        both = (long_ja * long_en.T).take(kept)
                        found = sums.take(kept) / np.where(both > 0, both, np.float32(1.0))
                        out[shapes.index((a, b))].reshape(-1)[where] = found * (both > 0)

    def shared(self, ja: Keys, en: Keys, worth: Mapping[str, float], shapes: Shapes) -> Float32:
        """Summed worth of the keys that the spans of each shape share: (T, B, K, W), else 0."""
        reach_ja, reach_en = (max(side) for side in zip(*shapes, strict=True))
        out = self.empty(shapes)
        for block in self.blocks():
            item, low, high, left, right = block
            shift_ja, shift_en = (int(shift) for shift in self.origins[item])
            table = _shared_keys(
                (ja, low + shift_ja - reach_ja, high + shift_ja - 1),
                (en, left + shift_en - reach_en, right + shift_en - 1),
                worth,
            )
            if table is None:
                continue
            kept, where = self.kept(block)
            rows, columns = np.divmod(kept, right - left)
            stride = table.shape[1]
            corner = (rows + reach_ja) * stride + columns + reach_en
            for t, (a, b) in enumerate(shapes):
                if a and b:
                    box = table.take(corner) - table.take(corner - a * stride)
                    box -= table.take(corner - b) - table.take(corner - a * stride - b)
                    out[t].reshape(-1)[where] = box
        return out


def _shared_keys(
    ja: tuple[Keys, int, int], en: tuple[Keys, int, int], worth: Mapping[str, float]
) -> Floats | None:
    """Worth of shared keys summed from the corner up to each pair of segments; None if nothing."""
    where: dict[str, list[int]] = {}
    for place in range(max(en[1], 0), en[2]):
        for key in en[0][place]:
            if key in worth:
                where.setdefault(key, []).append(place - en[1] + 1)
    table = None
    for place in range(max(ja[1], 0), ja[2]):
        for key in sorted(ja[0][place]):  # sums in one order, whatever the hash seed
            if key in where:
                if table is None:
                    table = np.zeros((ja[2] - ja[1] + 1, en[2] - en[1] + 1))
                table[place - ja[1] + 1, where[key]] += worth[key]
    return None if table is None else table.cumsum(axis=0).cumsum(axis=1)


def _spans(vectors: Any, start: int, stop: int) -> Float32:
    """Rows `start` up to `stop` of the spans of one length, zeros before the first."""
    if start >= 0:
        return np.asarray(vectors[start:stop])
    zeros = np.zeros((min(-start, stop - start), vectors.shape[1]), dtype=np.float32)
    return np.concatenate([zeros, vectors[: max(stop, 0)]])
