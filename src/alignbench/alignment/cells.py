"""Looking around in a band: neighbours of a node, and cosines of the spans that end there."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.lattice import Band, Shapes

Halves = NDArray[np.float32]
ROWS = 32
"""Japanese segments multiplied at once; the band is about as many English segments wide."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The nodes of a band with their places in the document.

    `origins` (B, 2) says where in the document each lattice's first node lies.
    """

    band: Band
    origins: Ints

    def places(self) -> tuple[Ints, Ints]:
        """How many Japanese and English segments of the document lie before each node."""
        ja, en = self.band.nodes()
        return ja + self.origins[:, :1, None], en + self.origins[:, 1:, None]

    def look(self, values: Halves, ja: int, en: int, missing: float) -> Halves:
        """`values` (B, K, W) as seen from each node at the node `ja`, `en` further on."""
        starts, width = self.band.starts, self.band.width
        diagonals = starts.shape[1]
        away = np.arange(diagonals) + ja + en
        known = (away >= 0) & (away < diagonals)
        away = np.clip(away, 0, diagonals - 1)
        column = (starts + ja - starts[:, away])[:, :, None] + np.arange(width)
        good = known[None, :, None] & (column >= 0) & (column < width)
        flat = (np.arange(len(starts))[:, None, None] * diagonals + away[None, :, None]) * width
        found = values.reshape(-1).take(flat + np.clip(column, 0, width - 1))
        found[~good] = missing
        return found

    def blocks(self) -> Iterator[tuple[int, int, int, int, int]]:
        """Rectangles (lattice, i from, i to, j from, j to) of local nodes that cover the band."""
        width = self.band.width
        for item, (starts, (n, m)) in enumerate(
            zip(self.band.starts, self.band.ends.tolist(), strict=True)
        ):
            starts = starts[: n + m + 1]
            for low in range(0, n + 1, ROWS):
                high = min(low + ROWS, n + 1)
                first = int(np.searchsorted(starts, low - width + 1))
                last = int(np.searchsorted(starts, high - 1, side="right")) - 1
                left, right = max(first - high + 1, 0), min(last - low, m)
                if left <= right:
                    yield item, low, high, left, right + 1

    def cosines(self, ja: Halves, en: Halves, shapes: Shapes) -> Halves:
        """Dot products of the spans of each shape that end at each node: (B, K, T, W), else 0.

        `ja` and `en` are span vectors of shape (max span, segments, dimension).
        """
        band = self.band
        out = np.zeros((*band.starts.shape, len(shapes), band.width), dtype=np.float32)
        for item, low, high, left, right in self.blocks():
            rows, columns = np.meshgrid(np.arange(low, high), np.arange(left, right), indexing="ij")
            diagonal = rows + columns
            place = rows - band.starts[item, diagonal]
            kept = (place >= 0) & (place < band.width)
            diagonal, place = diagonal[kept], place[kept]
            shift_ja, shift_en = self.origins[item]
            for t, (a, b) in enumerate(shapes):
                if a and b:
                    left_spans = _spans(ja[a - 1], low + shift_ja - a, high + shift_ja - a)
                    right_spans = _spans(en[b - 1], left + shift_en - b, right + shift_en - b)
                    out[item, diagonal, t, place] = (left_spans @ right_spans.T)[kept]
        return out


def _spans(vectors: Halves, start: int, stop: int) -> Halves:
    """Rows `start` up to `stop`, zeros before the first."""
    if start >= 0:
        return vectors[start:stop]
    zeros = np.zeros((min(-start, stop - start), vectors.shape[1]), dtype=np.float32)
    return np.concatenate([zeros, vectors[: max(stop, 0)]])
