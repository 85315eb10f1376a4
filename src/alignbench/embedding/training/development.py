"""What a training is measured by: pairs it does not learn from."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised
from alignbench.embedding.training.retrieval import accuracy
from alignbench.embedding.training.rows import Rows, sums

MOST = 2_000
"""Pairs of a set that are told apart from each other."""


@dataclass(frozen=True, slots=True)
class Development:
    """Sets of held-out pairs, Japanese and English by name."""

    sets: Mapping[str, tuple[Rows, Rows]]

    def scores(self, table: Vectors) -> dict[str, float]:
        """Retrieval accuracy of each set."""
        return {
            name: accuracy(normalised(sums(table, ja)), normalised(sums(table, en)))
            for name, (ja, en) in self.sets.items()
        }


def mixed(scores: Mapping[str, float]) -> float:
    """One number of several sets' scores, each set counting the same."""
    return sum(scores.values()) / len(scores) if scores else 0.0


def held_out(
    source: NDArray[np.int16], each: int, random: np.random.Generator
) -> NDArray[np.int64]:
    """Numbers of up to `each` pairs of every source, at most a tenth of it, in order."""
    chosen = []
    for name in np.unique(source):
        members = np.flatnonzero(source == name)
        count = min(each, len(members) // 10)
        chosen.append(random.choice(members, count, replace=False))
    return np.sort(np.concatenate(chosen))
