"""Where in the lattice to look: a coarse path found from blocks of segments, then refined.

Both texts are halved again and again (sums of neighbouring vectors) until the whole lattice of
blocks can be searched; the best path of blocks then leads a narrow band through each finer
level. A path is the number of Japanese segments passed, one entry a diagonal, so a band of equal
width around it follows an omitted chapter as easily as a literal passage.
"""

import numpy as np

from alignbench.alignment.cells import Cells, Halves
from alignbench.alignment.inputs import Ints
from alignbench.alignment.lattice import Band, Sweep, full_band

_STEPS = ((1, 0), (0, 1), (1, 1))
_TOP = 160
"""Blocks on the longer side at the coarsest level, where the whole lattice is searched."""
_WIDTH = 24
_THRESHOLD = 1.0
"""Spreads above background from which two blocks count as belonging together."""


def band_along(path: Ints, ja: int, en: int, width: int) -> Band:
    """The band of `width` nodes on each diagonal around a path."""
    width = min(width, min(ja, en) + 1)
    diagonals = np.arange(ja + en + 1)
    lowest, highest = np.maximum(diagonals - en, 0), np.minimum(diagonals, ja)
    starts = np.clip(path - width // 2, lowest, np.maximum(highest - width + 1, lowest))
    return Band(starts[None, :], np.array([[ja, en]]), width)


def find_path(ja: Halves, en: Halves) -> Ints:
    """The coarse path through segment vectors of shape (n, d) and (m, d): (n + m + 1,)."""
    levels = [(ja - _mean(ja), en - _mean(en))]
    while max(len(levels[-1][0]), len(levels[-1][1])) > _TOP:
        levels.append((_halved(levels[-1][0]), _halved(levels[-1][1])))
    path = None
    for blocks_ja, blocks_en in reversed(levels):
        n, m = len(blocks_ja), len(blocks_en)
        band = full_band(n, m) if path is None else band_along(_refined(path, n, m), n, m, _WIDTH)
        path = _best_path(_unit(blocks_ja), _unit(blocks_en), band)
    assert path is not None
    return path


def _mean(vectors: Halves) -> Halves:
    return np.asarray(vectors.mean(axis=0) if len(vectors) else 0.0, dtype=np.float32)


def _halved(vectors: Halves) -> Halves:
    if len(vectors) % 2:
        vectors = np.concatenate([vectors, np.zeros_like(vectors[:1])])
    return np.asarray(vectors[::2] + vectors[1::2])


def _unit(vectors: Halves) -> Halves:
    norms = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))
    return np.asarray(vectors / np.maximum(norms, 1e-6)[:, None], dtype=np.float32)


def _refined(path: Ints, ja: int, en: int) -> Ints:
    """A path of blocks as a path of blocks half the size."""
    diagonals = np.arange(ja + en + 1)
    here = path[np.minimum(diagonals // 2, len(path) - 1)]
    after = path[np.minimum((diagonals + 1) // 2, len(path) - 1)]
    return np.clip(here + after, np.maximum(diagonals - en, 0), np.minimum(diagonals, ja))


def _best_path(ja: Halves, en: Halves, band: Band) -> Ints:
    cells = Cells(band, np.zeros((1, 2), dtype=np.int64))
    cosines = cells.cosines(ja[None], en[None], _STEPS)[:, :, 2]
    i, j = band.nodes()
    fits = band.inside() & (i > 0) & (j > 0)
    values = cosines[fits]
    middle = np.median(values) if len(values) else 0.0
    spread = max(1.4826 * float(np.median(np.abs(values - middle))), 1e-3) if len(values) else 1.0
    gains = np.full((*band.starts.shape, 3, band.width), -np.inf)
    gains[:, :, 0][band.inside() & (i > 0)] = 0.0
    gains[:, :, 1][band.inside() & (j > 0)] = 0.0
    gains[:, :, 2][fits] = (values - middle) / spread - _THRESHOLD
    steps = Sweep(band, _STEPS).best(gains)[0]
    known = np.array([(0, 0), *((i + j, i) for i, j, _ in steps)])
    diagonals = np.arange(len(band.starts[0]))
    return np.round(np.interp(diagonals, known[:, 0], known[:, 1])).astype(np.int64)
