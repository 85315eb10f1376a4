"""Scores for a search over single segments (or blocks): null and 1-1 beads only."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.lattice.document_band import DocumentBand, Float32

_NONE = 1e-3
"""Cosines that differ by less do not differ."""
STEPS = ((1, 0), (0, 1), (1, 1))
Points = Sequence[tuple[int, int]]
"""Pairs of segments, Japanese and English, that people linked and that should lead the way."""


@dataclass(frozen=True, slots=True)
class RobustScale:
    """What values of a band usually are: their median, and a spread that few outliers move."""

    middle: float
    spread: float

    @classmethod
    def of(cls, values: Float32) -> "RobustScale":
        """Measured on `values`."""
        if not len(values):
            return cls(0.0, 1.0)
        middle = float(np.median(values))
        spread = 1.4826 * float(np.median(np.abs(values - middle)))
        if spread < _NONE and float(np.ptp(values)) < _NONE:
            # All alike: every pair is as good as any other, so that equal lines go side by side.
            return cls(middle - 1.0, 0.5)
        return cls(middle, max(spread, 1e-3))

    def above(self, values: Float32, threshold: float) -> Float32:
        """How many spreads each value stands above the scale, less the threshold."""
        above = (values - np.float32(self.middle)) / np.float32(self.spread)
        return np.asarray(above - np.float32(threshold), dtype=np.float32)


def step_gains(
    band: DocumentBand, links: Float32, points: Points, pull: float
) -> NDArray[np.float64]:
    """Gains of STEPS (B, K, 3, W): nothing for null beads, `links` for 1-1, more at `points`."""
    ja, en = band.lattices.nodes()
    inside = band.lattices.inside()
    gains = np.full((*band.lattices.starts.shape, 3, band.lattices.width), -np.inf)
    gains[:, :, 0][inside & (ja > 0)] = 0.0
    gains[:, :, 1][inside & (en > 0)] = 0.0
    here = band.pairs()
    gains[:, :, 2][here] = links[here]
    for i, j in points:
        local_ja, local_en = i + 1 - band.origins[:, 0], j + 1 - band.origins[:, 1]
        k = np.clip(local_ja + local_en, 0, band.lattices.starts.shape[1] - 1)
        lattices = np.arange(len(k))
        column = local_ja - band.lattices.starts[lattices, k]
        good = (k == local_ja + local_en) & (column >= 0) & (column < band.lattices.width)
        gains[lattices[good], k[good], 2, column[good]] += pull
    return gains
