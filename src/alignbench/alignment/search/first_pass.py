"""A pass over single segments in a band around the coarse path: where all likely paths run.

With null and 1-1 beads only it is cheap, and it says which nodes nearly all alignments pass
through. There the document is cut into chunks, which are then searched with all bead shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.search.chunks import WIDTH, Chunk, batch_bands, join_paths, windows
from alignbench.alignment.search.single_steps import STEPS, Points, RobustScale, step_gains
from alignbench.alignment.search.sweep import Sweep

_AT_ONCE = 16
"""Windows searched together: few, so that their arrays stay small."""
_SURE = 0.9995
_WEIGHT, _THRESHOLD, _PULL = 1.5, 1.0, 30.0
"""Log weight of a 1-1 bead per spread above the threshold, and of one that people made."""


@dataclass(frozen=True, slots=True)
class FirstPass:
    """The path of a document, one entry a diagonal: (n + m + 1,).

    `sure` (n + m + 1,) tells of each diagonal whether its node of the path is passed for certain,
    `reach` how many nodes away from it paths may run that are not to be ruled out.
    """

    path: Ints
    sure: NDArray[np.bool_]
    reach: Ints


def first_pass(
    statistics: DocumentStatistics, path: Ints, scale: RobustScale, points: Points = ()
) -> FirstPass:
    """Search single segments near `path`, led by `points` that people linked.

    `scale` says what cosines of single segments near the path usually are.
    """
    parts = windows(path)
    searched = [
        _search(statistics, parts[at : at + _AT_ONCE], scale, points)
        for at in range(0, len(parts), _AT_ONCE)
    ]
    lines = [line for batch in searched for line in batch.lines]
    found = join_paths(parts, lines, statistics.ja.size, statistics.en.size)
    return FirstPass(found, *_certainty(found, searched))


@dataclass(frozen=True, slots=True)
class _Searched:
    """Windows, their best paths, their bands, and the chance that a path passes each node."""

    parts: Sequence[Chunk]
    lines: Sequence[Ints]
    starts: Ints
    passed: Floats


def _search(
    statistics: DocumentStatistics, parts: Sequence[Chunk], scale: RobustScale, points: Points
) -> _Searched:
    band = batch_bands(parts, WIDTH)
    cosines = BeadFeatures(statistics, band, ((1, 1),)).cosines[0]
    links = scale.above(cosines, _THRESHOLD) * np.float32(_WEIGHT)
    gains = step_gains(band, links, points, _PULL)
    sweep = Sweep(band.lattices, STEPS)
    passed = sweep.posteriors(gains)[0].sum(axis=2)
    return _Searched(parts, sweep.best(gains), band.lattices.starts, passed)


def _certainty(path: Ints, searched: Sequence[_Searched]) -> tuple[NDArray[np.bool_], Ints]:
    """Of each diagonal, whether its path node is passed for sure, and how far doubt reaches."""
    sure = np.zeros(len(path), dtype=np.bool_)
    reach = np.zeros(len(path), dtype=np.int64)
    for batch in searched:
        width = batch.passed.shape[2]
        columns = np.arange(width)
        for part, starts, chances in zip(batch.parts, batch.starts, batch.passed, strict=True):
            own = np.arange(part.core[0], part.core[1] + 1)
            place = path[part.first + own] - part.low[0] - starts[own]
            here = chances[own, np.clip(place, 0, width - 1)]
            within = (place >= 0) & (place < width)
            sure[part.first + own] = within & (here >= _SURE)
            far = np.abs(columns - place[:, None]) * (chances[own] > 1.0 - _SURE)
            reach[part.first + own] = far.max(axis=1)
    return sure, reach
