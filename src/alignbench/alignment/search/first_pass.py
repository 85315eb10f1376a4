"""A first look at a document: the path through it, its ways, and where it can be cut.

A pass over single segments (1-1 and null beads only) in a band around the coarse path says which
nodes nearly all alignments pass through. There the document is cut into stretches, which are then
searched with all bead shapes, each in a band as wide as its doubt asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints, RowVectors, Shapes, SpanVectors
from alignbench.alignment.scoring.document_model import Adaptation, first_look, relearn
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.weights import Weights, weighed
from alignbench.alignment.search.chunks import (
    LENGTH,
    STEPS,
    WIDTH,
    Stretch,
    Usual,
    cut,
    fits,
    joined,
    laid,
    step_gains,
    windows,
)
from alignbench.alignment.search.coarse_path import Points, find_path
from alignbench.alignment.search.lattice import Sweep

NARROW = 12
ROUNDS = 2
"""Times a document's ways are relearned from what its own alignment looks like under them."""
_AT_ONCE = 16
"""Windows looked at together: few, so that their arrays stay small."""
_LOOKED_AT = 24
"""Windows on which a document's ways are first guessed."""
_STUDIED = 4000
"""Diagonals that a document's ways are relearned from: a sample of its stretches."""
_SURE = 0.9995
_WEIGHT, _THRESHOLD, _PULL = 1.5, 1.0, 30.0
"""Log weight of a 1-1 bead per spread above the threshold, and of one that people made."""
_NEAR = 6
"""Diagonals to both sides that must be sure as well where a document is cut."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The path of a document (n + m + 1,), its ways, and the stretches to search."""

    path: Ints
    ways: Adaptation
    stretches: tuple[Stretch, ...]


def survey(
    ground: DocumentStatistics, table: Shapes, weights: Weights, points: Points = ()
) -> Survey:
    """Find a document's path and ways, led by `points` that people linked."""
    path = find_path(_singles(ground.ja.vectors), _singles(ground.en.vectors), points)
    parts = windows(path)
    sample = laid(parts[:: len(parts) // _LOOKED_AT + 1], WIDTH)
    cosines = BeadFeatures(ground, sample, ((1, 1),)).cosines[:, :, 0]
    lengths = ground.ja.characters, ground.en.characters
    ways = first_look(cosines, fits(sample), lengths, sample.places())
    usual = Usual.of(cosines[fits(sample)])
    looks = [
        _look(ground, parts[at : at + _AT_ONCE], usual, points)
        for at in range(0, len(parts), _AT_ONCE)
    ]
    lines = [line for look in looks for line in look.lines]
    path = joined(parts, lines, ground.ja.size, ground.en.size)
    stretches = _stretches(path, *_certainty(path, looks))
    for _ in range(ROUNDS):
        ways = _studied(ground, table, weights, stretches, ways)
    return Survey(path, ways, tuple(stretches))


def _singles(vectors: SpanVectors) -> RowVectors:
    none = np.zeros((0, vectors.shape[2]), dtype=np.float32)
    singles: RowVectors = vectors[0] if len(vectors) else none
    return singles


@dataclass(frozen=True, slots=True)
class _Look:
    """Windows, their best paths, their bands, and the chance that a path passes each node."""

    parts: Sequence[Stretch]
    lines: Sequence[Ints]
    starts: Ints
    passed: Floats


def _look(
    ground: DocumentStatistics, parts: Sequence[Stretch], usual: Usual, points: Points
) -> _Look:
    cells = laid(parts, WIDTH)
    cosines = BeadFeatures(ground, cells, ((1, 1),)).cosines[:, :, 0]
    links = usual.standing(cosines, _THRESHOLD) * np.float32(_WEIGHT)
    gains = step_gains(cells, links, points, _PULL)
    sweep = Sweep(cells.band, STEPS)
    passed = sweep.posteriors(gains)[0].sum(axis=2)
    return _Look(parts, sweep.best(gains), cells.band.starts, passed)


def _certainty(path: Ints, looks: Sequence[_Look]) -> tuple[NDArray[np.bool_], Ints]:
    """Of each diagonal, whether its path node is passed for sure, and how far doubt reaches."""
    sure = np.zeros(len(path), dtype=np.bool_)
    reach = np.zeros(len(path), dtype=np.int64)
    for look in looks:
        width = look.passed.shape[2]
        columns = np.arange(width)
        for part, starts, chances in zip(look.parts, look.starts, look.passed, strict=True):
            own = np.arange(part.core[0], part.core[1] + 1)
            place = path[part.first + own] - part.low[0] - starts[own]
            here = chances[own, np.clip(place, 0, width - 1)]
            within = (place >= 0) & (place < width)
            sure[part.first + own] = within & (here >= _SURE)
            far = np.abs(columns - place[:, None]) * (chances[own] > 1.0 - _SURE)
            reach[part.first + own] = far.max(axis=1)
    return sure, reach


def _stretches(path: Ints, sure: NDArray[np.bool_], reach: Ints) -> list[Stretch]:
    """The path cut at sure nodes among sure nodes, every LENGTH diagonals or later."""
    around = np.convolve(sure, np.ones(2 * _NEAR + 1, dtype=np.int64))[_NEAR : _NEAR + len(path)]
    possible = np.flatnonzero(sure & (around >= _NEAR))
    last = len(path) - 1
    found: list[Stretch] = []
    start = 0
    while start < last or not found:
        at = int(np.searchsorted(possible, start + LENGTH))
        stop = int(possible[at]) if at < len(possible) else last
        stop = last if last - stop < LENGTH // 2 else stop
        width = NARROW if reach[start : stop + 1].max() <= 2 else WIDTH
        found.append(cut(path, start, stop, width))
        start = stop
    return found


def _studied(
    ground: DocumentStatistics,
    table: Shapes,
    weights: Weights,
    stretches: list[Stretch],
    ways: Adaptation,
) -> Adaptation:
    total = sum(len(part.path) for part in stretches)
    sample = stretches[:: max(total // _STUDIED, 1)]
    tally = None
    for batch in batches(sample, len(table)):
        cells = laid(batch, batch[0].width)
        witness = BeadFeatures(ground, cells, table)
        posteriors, _ = Sweep(cells.band, table).posteriors(weighed(witness, ways, weights))
        counts = witness.tally(posteriors, ways)
        tally = counts if tally is None else tally + counts
    return ways if tally is None else relearn(ways, tally)


def batches(stretches: Sequence[Stretch], shapes: int, cells: int = 500_000) -> list[list[Stretch]]:
    """Stretches of one width and like length together, at most about `cells` beads a batch."""
    found: list[list[Stretch]] = []
    longest = 0
    for part in sorted(stretches, key=lambda part: (part.width, len(part.path), part.low)):
        longest = len(part.path)
        if (
            not found
            or found[-1][0].width != part.width
            or (len(found[-1]) + 1) * longest * part.width * shapes > cells
        ):
            found.append([])
        found[-1].append(part)
    return found
