"""Where in the lattice to look: a coarse path found from blocks of segments, then refined.

Both texts are halved again and again (sums of neighbouring vectors) until the whole lattice of
blocks can be searched; the best path of blocks then leads a narrow band through each finer
level. A path is the number of Japanese segments passed, one entry a diagonal, so a band of equal
width around it follows an omitted chapter as easily as a literal passage.
"""

import numpy as np

from alignbench.alignment.inputs import Ints, RowVectors
from alignbench.alignment.lattice.document_band import Float32
from alignbench.alignment.search.chunks import (
    WIDTH,
    batch_bands,
    cut,
    join_paths,
    stepwise,
    windows,
)
from alignbench.alignment.search.single_steps import (
    STEPS,
    Points,
    RobustScale,
    step_gains,
)
from alignbench.alignment.search.sweep import Sweep

FINEST = 4
"""Segments in a block of the finest level. A band of 24 nodes reaches six of them to each side."""
_TOP = 160
"""Blocks on the longer side at the coarsest level, where the whole lattice is searched."""
_THRESHOLD = 1.0
"""Spreads above background from which two blocks count as belonging together."""
_AT_ONCE = 1024
"""Blocks summed at once: a very long text's vectors are made for the purpose."""
_PULL = 20.0
"""Gain, in spreads, of passing through a pair that people linked."""


def find_path(ja: RowVectors, en: RowVectors, points: Points = ()) -> Ints:
    """The coarse path through segment vectors of shape (n, d) and (m, d): (n + m + 1,)."""
    n, m = len(ja), len(en)
    if max(n, m) <= _TOP:
        return _best_path((_centred(ja), _centred(en)), None, points)
    size = FINEST
    levels = [(_blocks(ja, size), _blocks(en, size))]
    while max(len(levels[-1][0]), len(levels[-1][1])) > _TOP:
        levels.append((_halved(levels[-1][0]), _halved(levels[-1][1])))
    size *= 2 ** (len(levels) - 1)
    path = None
    for blocks in reversed(levels):
        if path is not None:
            path = refined(path, len(blocks[0]), len(blocks[1]), 2)
        path = _best_path(blocks, path, [(i // size, j // size) for i, j in points])
        size //= 2
    assert path is not None
    return refined(path, n, m, FINEST)


def refined(path: Ints, ja: int, en: int, factor: int) -> Ints:
    """A path of blocks as a path of blocks (or segments) `factor` times smaller."""
    diagonals = np.arange(ja + en + 1)
    coarse = np.arange(len(path)) * factor
    found = np.interp(diagonals, coarse, path * factor).astype(np.int64)
    return stepwise(found, ja, en)


def _centred(rows: RowVectors) -> Float32:
    vectors = np.asarray(rows[:])
    return vectors - np.asarray(vectors.mean(axis=0) if len(vectors) else 0.0, dtype=np.float32)


def _blocks(vectors: RowVectors, size: int) -> Float32:
    """Sums of `size` neighbouring vectors less their mean; the last block may be smaller."""
    whole, dimension = len(vectors) // size * size, vectors.shape[1]
    sums = np.empty((-(-len(vectors) // size), dimension), dtype=np.float32)
    for start in range(0, whole, _AT_ONCE * size):
        some = np.asarray(vectors[start : min(start + _AT_ONCE * size, whole)])
        first = start // size
        sums[first : first + len(some) // size] = some.reshape(-1, size, dimension).sum(axis=1)
    if whole < len(vectors):
        sums[-1] = vectors[whole : len(vectors)].sum(axis=0)
    counts = np.full(len(sums), size, dtype=np.float32)
    counts[len(vectors) // size :] = len(vectors) - whole
    sums -= counts[:, None] * (sums.sum(axis=0) / np.float32(max(len(vectors), 1)))
    return np.asarray(sums)


def _halved(vectors: Float32) -> Float32:
    if len(vectors) % 2:
        vectors = np.concatenate([vectors, np.zeros_like(vectors[:1])])
    return np.asarray(vectors[::2] + vectors[1::2])


def _unit(vectors: Float32) -> Float32:
    norms = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))
    return np.asarray(vectors / np.maximum(norms, 1e-6)[:, None], dtype=np.float32)


def _best_path(blocks: tuple[Float32, Float32], path: Ints | None, points: Points) -> Ints:
    """The best path of blocks, anywhere or near `path`."""
    ja, en = _unit(blocks[0]), _unit(blocks[1])
    n, m = len(ja), len(en)
    if path is None:
        straight = np.round(np.linspace(0, n, n + m + 1)).astype(np.int64)
        parts, width = [cut(stepwise(straight, n, m), 0, n + m)], min(n, m) + 1
    else:
        parts, width = windows(path), WIDTH
    band = batch_bands(parts, width)
    cosines = band.cosines(ja[None], en[None], STEPS)[2]
    links = RobustScale.of(cosines[band.pairs()]).above(cosines, _THRESHOLD)
    gains = step_gains(band, links, points, _PULL)
    return join_paths(parts, Sweep(band.lattices, STEPS).best(gains), n, m)
