"""Which pairs a training step sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.errors import InputError
from alignbench.embedding.training.rows import Rows, starts_of, stretches
from alignbench.messages import t

LONGEST_SPAN = 4
_MOST_ALIKE = 64
"""Texts of one kind in a batch that are told apart from wrong pairs; more are rare chance."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of a step, and the cells off the diagonal that are no wrong pairs."""

    ja: Rows
    en: Rows
    same: tuple[NDArray[np.int64], NDArray[np.int64]]


class Sampler:
    """Draws batches of pairs, and of runs of neighbouring pairs, from a corpus.

    Args:
        ja, en: the texts.
        chances: how often each pair is drawn, in proportion; shape (n,).
        source: where each pair is from; a run never leaves its source.
        spans: share of a batch that is runs of 2 to 4 neighbouring pairs.
        dropout: share of rows left out of each text, anew in each batch.
        beside: pairs drawn in a row, so that a batch holds wrong pairs of the same document.
        silent: rows of the table that make no text another one, shape (rows,).
    """

    def __init__(
        self,
        ja: Rows,
        en: Rows,
        chances: NDArray[np.float64],
        source: NDArray[np.int16],
        spans: float,
        dropout: float,
        beside: int = 1,
        silent: NDArray[np.bool_] | None = None,
    ) -> None:
        self._sides = ja, en
        self._hashes = tuple(hashes(side, silent) for side in self._sides)
        self._heap = np.cumsum(chances) / chances.sum()
        self._usable = chances > 0
        self._source = source
        self._spans = spans
        self._dropout = dropout
        self._beside = beside

    def draw(self, size: int, random: np.random.Generator) -> Batch:
        """`size` pairs or runs of pairs."""
        first = self._first(size, random)
        lengths = self._lengths(first, random)
        members = stretches(first, lengths)
        cuts = starts_of(lengths)
        ja, en = (self._dropped(_merged(side.taken(members), cuts), random) for side in self._sides)
        wholes = [np.add.reduceat(each[members], cuts[:-1]) for each in self._hashes]
        return Batch(ja, en, _alike(wholes))

    def _first(self, size: int, random: np.random.Generator) -> NDArray[np.int64]:
        """Where runs begin: places drawn by chance, and the usable ones beside them."""
        draws = -(-size // self._beside)
        last = len(self._heap) - 1
        drawn = np.minimum(np.searchsorted(self._heap, random.random(draws), side="right"), last)
        places = np.minimum(drawn[:, None] + np.arange(self._beside), last)
        return np.where(self._usable[places], places, drawn[:, None]).ravel()[:size]

    def _lengths(self, first: NDArray[np.int64], random: np.random.Generator) -> NDArray[np.int64]:
        """How many pairs each run takes; cut where the source or the usable pairs end."""
        wanted = random.integers(2, LONGEST_SPAN + 1, len(first))
        wanted[random.random(len(first)) >= self._spans] = 1
        lengths = np.ones(len(first), np.int64)
        for step in range(1, LONGEST_SPAN):
            place = np.minimum(first + step, len(self._source) - 1)
            goes_on = (wanted > step) & (lengths == step) & (place > first + step - 1)
            goes_on &= self._usable[place] & (self._source[place] == self._source[first])
            lengths[goes_on] += 1
        return lengths

    def _dropped(self, texts: Rows, random: np.random.Generator) -> Rows:
        if not self._dropout:
            return texts
        kept = random.random(len(texts.rows), dtype=np.float32) >= self._dropout
        before = starts_of(kept.astype(np.int64))
        return Rows(texts.rows[kept], before[texts.starts])


def chances(
    sources: Sequence[str], source: NDArray[np.int16], weights: Mapping[str, float]
) -> NDArray[np.float64]:
    """How often each pair is drawn: the weight of its source, 1 where none is given.

    Raises:
        InputError: a weight is negative, or given for a source that is not there.
    """
    for name, weight in weights.items():
        if name not in sources:
            raise InputError(
                t("No pair is from a source called {name}.", name=repr(name)),
                t("There are {sources}.", sources=", ".join(sources)),
            )
        if weight < 0:
            raise InputError(t("The weight of {name} must not be negative.", name=repr(name)))
    by_source = np.array([weights.get(name, 1.0) for name in sources])
    return by_source[source]


def _merged(texts: Rows, cuts: NDArray[np.int64]) -> Rows:
    """Neighbouring texts as one, from each cut to the next."""
    return Rows(texts.rows, texts.starts[cuts])


def hashes(texts: Rows, silent: NDArray[np.bool_] | None = None) -> NDArray[np.uint64]:
    """A number for each text that only texts of the same rows share (but for chance).

    `silent` rows are passed over.
    """
    numbers = texts.rows.astype(np.uint64) + np.uint64(1)
    if silent is not None:
        numbers[silent[texts.rows]] = 0
    for _ in range(2):  # a mixing of bits (splitmix64), so that sums of numbers do not meet
        numbers *= np.uint64(0xBF58476D1CE4E5B9)
        numbers ^= numbers >> np.uint64(31)
    sums = np.zeros(len(texts.rows) + 1, np.uint64)
    np.cumsum(numbers, out=sums[1:])
    totals = sums[texts.starts]
    return totals[1:] - totals[:-1]


def _alike(wholes: Sequence[NDArray[np.uint64]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """DocumentBand (i, j), i ≠ j, of a batch whose Japanese or whose English is the same."""
    rows, columns = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for side in wholes:
        order = np.argsort(side, kind="stable")
        again = np.diff(side[order]) == 0
        order = order[np.append(again, False) | np.append(False, again)]
        ends = np.flatnonzero(np.diff(side[order]) != 0) + 1
        for group in np.split(order, ends):
            members = group[:_MOST_ALIKE]
            if len(members) > 1:
                left, right = np.repeat(members, len(members)), np.tile(members, len(members))
                rows.append(left[left != right])
                columns.append(right[left != right])
    return np.concatenate(rows), np.concatenate(columns)
