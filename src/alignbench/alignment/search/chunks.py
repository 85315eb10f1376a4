"""Parts of a path, laid out as lattices of a band so that many are swept at once.

Two kinds: windows overlap, each answering for its core only, so that a long path can be followed
part by part; stretches lie end to end, cut at nodes that all likely alignments pass through.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.search.band import DocumentBand, Float32
from alignbench.alignment.search.lattice import Band

WIDTH = 24
STEPS = ((1, 0), (0, 1), (1, 1))
CORE, MARGIN = 256, 64
"""Diagonals that a window answers for, and those it overlaps its neighbours by."""
LENGTH = 48
"""Diagonals from which on a stretch is cut at the next certain node."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A path from the node `low` on: `path` counts its Japanese segments, one entry a diagonal.

    `core` are the first and last of its diagonals that it answers for, `width` the nodes of its
    band.
    """

    low: tuple[int, int]
    path: Ints
    core: tuple[int, int]
    width: int = WIDTH

    @property
    def first(self) -> int:
        """The document's diagonal on which the stretch begins."""
        return sum(self.low)

    @property
    def high(self) -> tuple[int, int]:
        """The node at which it ends."""
        ja = int(self.path[-1])
        return self.low[0] + ja, self.low[1] + len(self.path) - 1 - ja


def cut(path: Ints, start: int, stop: int, width: int = WIDTH) -> Stretch:
    """The part of a document's path from diagonal `start` to `stop`."""
    ja = int(path[start])
    return Stretch((ja, start - ja), path[start : stop + 1] - ja, (0, stop - start), width)


def windows(path: Ints) -> list[Stretch]:
    """Overlapping parts whose cores make up the path."""
    last = len(path) - 1
    found = []
    for start in range(0, max(last, 1), CORE):
        stop = min(start + CORE, last)
        low, high = max(start - MARGIN, 0), min(stop + MARGIN, last)
        part = cut(path, low, high)
        found.append(Stretch(part.low, part.path, (start - low, stop - low)))
    return found


def laid(parts: Sequence[Stretch], width: int) -> DocumentBand:
    """Bands of `width` nodes around the paths, as lattices of one band."""
    longest = max(len(part.path) for part in parts)
    ends = np.array([[part.path[-1], len(part.path) - 1 - part.path[-1]] for part in parts])
    width = min(width, int(ends.min(axis=1).max()) + 1)
    starts = np.zeros((len(parts), longest), dtype=np.int64)
    for row, part, (ja, en) in zip(starts, parts, ends.tolist(), strict=True):
        diagonals = np.arange(ja + en + 1)
        lowest, highest = np.maximum(diagonals - en, 0), np.minimum(diagonals, ja)
        row[: ja + en + 1] = np.clip(
            part.path - width // 2, lowest, np.maximum(highest - width + 1, lowest)
        )
        row[ja + en + 1 :] = row[ja + en]
    origins = np.array([part.low for part in parts], dtype=np.int64)
    return DocumentBand(Band(starts, ends.astype(np.int64), width), origins)


def fits(cells: DocumentBand) -> NDArray[np.bool_]:
    """Nodes at which a 1-1 bead can end: (B, K, W)."""
    ja, en = cells.band.nodes()
    return np.asarray(cells.band.inside() & (ja > 0) & (en > 0))


@dataclass(frozen=True, slots=True)
class Usual:
    """What values of a band usually are: their median, and a spread that few outliers move."""

    middle: float
    spread: float

    @classmethod
    def of(cls, values: Float32) -> "Usual":
        """Measured on `values`."""
        if not len(values):
            return cls(0.0, 1.0)
        middle = float(np.median(values))
        return cls(middle, max(1.4826 * float(np.median(np.abs(values - middle))), 1e-3))

    def standing(self, values: Float32, threshold: float) -> Float32:
        """How many spreads each value stands above the usual, less the threshold."""
        above = (values - np.float32(self.middle)) / np.float32(self.spread)
        return np.asarray(above - np.float32(threshold), dtype=np.float32)


def step_gains(
    cells: DocumentBand, links: Float32, points: Sequence[tuple[int, int]], pull: float
) -> NDArray[np.float64]:
    """Gains of STEPS (B, K, 3, W): nothing for null beads, `links` for 1-1, more at `points`."""
    ja, en = cells.band.nodes()
    inside = cells.band.inside()
    gains = np.full((*cells.band.starts.shape, 3, cells.band.width), -np.inf)
    gains[:, :, 0][inside & (ja > 0)] = 0.0
    gains[:, :, 1][inside & (en > 0)] = 0.0
    here = fits(cells)
    gains[:, :, 2][here] = links[here]
    for i, j in points:
        local_ja, local_en = i + 1 - cells.origins[:, 0], j + 1 - cells.origins[:, 1]
        k = np.clip(local_ja + local_en, 0, cells.band.starts.shape[1] - 1)
        lattices = np.arange(len(k))
        column = local_ja - cells.band.starts[lattices, k]
        good = (k == local_ja + local_en) & (column >= 0) & (column < cells.band.width)
        gains[lattices[good], k[good], 2, column[good]] += pull
    return gains


def joined(parts: Sequence[Stretch], paths: Sequence[Ints], ja: int, en: int) -> Ints:
    """The document's path of n + m + 1 entries from what each part found."""
    path = np.zeros(ja + en + 1, dtype=np.int64)
    for part, beads in zip(parts, paths, strict=True):
        known = np.concatenate([[[0, 0]], beads[:, :2]])
        core = np.arange(part.core[0], part.core[1] + 1)
        found = np.interp(core, known.sum(axis=1), known[:, 0])
        path[part.first + core] = part.low[0] + np.round(found).astype(np.int64)
    return stepwise(path, ja, en)


def stepwise(path: Ints, ja: int, en: int) -> Ints:
    """The nearest path that loses nothing: each diagonal passes one segment more of one side."""
    diagonals = np.arange(ja + en + 1)
    path = np.clip(path, np.maximum(diagonals - en, 0), np.minimum(diagonals, ja))
    path = np.maximum.accumulate(path)
    return np.asarray(diagonals - np.maximum.accumulate(diagonals - path))
