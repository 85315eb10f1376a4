"""Paragraphs and kinds of segments in the runs that end at given places."""

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.scoring.document_statistics import KINDS, SideStatistics
from alignbench.domain.text import Kind

FURNITURE = KINDS[Kind.FURNITURE]
SENTENCE = KINDS[Kind.SENTENCE]
OTHER_KINDS = [
    number for kind, number in KINDS.items() if kind not in (Kind.FURNITURE, Kind.SENTENCE)
]


def inner_openings(running: Ints, ends: Ints, count: int) -> Ints:
    """Paragraphs that begin inside the run of `count` segments before each of `ends`.

    `running` (n + 2,) are the running sums over a side's boundaries, zero in front.
    """
    last = np.clip(ends, 0, len(running) - 1)
    return np.asarray(running[last] - running[np.maximum(last - max(count - 1, 0), 0)])


def kinds_of_runs(side: SideStatistics, ends: Ints, count: int) -> tuple[Ints, NDArray[np.bool_]]:
    """The first segment's kind of each run, and whether the run holds another kind."""
    last = max(side.size - 1, 0)
    first = side.kinds[np.clip(ends - count, 0, last)]
    mixed = np.zeros(ends.shape, dtype=np.bool_)
    for back in range(1, count):
        mixed |= side.kinds[np.clip(ends - back, 0, last)] != first
    return first, mixed
