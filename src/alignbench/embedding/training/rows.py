"""Texts as rows of a table: what a training step gathers and sums."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.embedding.training.corpus import Texts


class Rows(NamedTuple):
    """Text i is the sum of the table's rows `rows[starts[i]:starts[i + 1]]`."""

    rows: NDArray[np.int32]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def taken(self, texts: NDArray[np.int64]) -> "Rows":
        """The texts with these numbers, in this order."""
        first, counts = self.starts[texts], self.starts[texts + 1] - self.starts[texts]
        return Rows(self.rows[stretches(first, counts)], starts_of(counts))


def rows_of_texts(texts: Texts, vocabulary: Vocabulary) -> Rows:
    """The rows of each text: those of its words, then those of its pairs of neighbours."""
    each = [vocabulary.rows(word) for word in texts.lexicon]
    counts = np.array([len(rows) for rows in each], np.int64)
    flat = np.array([row for rows in each for row in rows], np.int32)
    per_word = counts[texts.words]
    rows = flat[stretches(starts_of(counts)[:-1][texts.words], per_word)]
    starts = starts_of(per_word)[texts.starts]
    if not vocabulary.pairs:
        return Rows(rows, starts)
    pair_rows, owners = _pair_rows(texts, vocabulary)
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.argsort(np.concatenate([owner, owners]), kind="stable")
    counts = np.diff(starts) + np.bincount(owners, minlength=len(starts) - 1)
    return Rows(np.concatenate([rows, pair_rows])[order], starts_of(counts))


def neighbours(
    texts: Texts, numbers: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Codes of neighbouring words of one text, and the texts they are from.

    `numbers[w]` is what stands for word w of the lexicon, at least 0, or -1 for a word that takes
    no part. A code is `first << 32 | second`.
    """
    numbered = numbers[texts.words]
    owner = np.repeat(np.arange(len(texts.starts) - 1), np.diff(texts.starts))
    first, second = numbered[:-1], numbered[1:]
    together = (owner[1:] == owner[:-1]) & (first >= 0) & (second >= 0)
    return ((first << 32) | second)[together], owner[1:][together]


def leading(texts: Texts, known: dict[str, int]) -> NDArray[np.int64]:
    """For each word of the lexicon the number of its first feature in `known`, or -1."""
    return np.array([known.get(word[0], -1) for word in texts.lexicon], np.int64)


def _pair_rows(texts: Texts, vocabulary: Vocabulary) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    parts = sorted({part for pair in vocabulary.pairs for part in pair})
    number = {feature: place for place, feature in enumerate(parts)}
    wanted = np.array(
        [(number[first] << 32) | number[second] for first, second in vocabulary.pairs], np.int64
    )
    rows = np.array(list(vocabulary.pairs.values()), np.int32)
    order = np.argsort(wanted)
    codes, owners = neighbours(texts, leading(texts, number))
    places = np.minimum(np.searchsorted(wanted[order], codes), len(wanted) - 1)
    hit = wanted[order][places] == codes
    return rows[order][places[hit]], owners[hit]


def stretches(first: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers `first[i], first[i] + 1, …`, `counts[i]` of each, one after the other."""
    ends = np.cumsum(counts)
    return np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(first - ends + counts, counts)


def starts_of(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each of several stretches begins, and where the last ends."""
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def sums(table: Vectors, texts: Rows) -> Vectors:
    """The vector of each text, not normalised: float32, shape (len(texts), dimension)."""
    result = np.zeros((len(texts), table.shape[1]), np.float32)
    filled = np.flatnonzero(np.diff(texts.starts))
    if len(filled):
        result[filled] = np.add.reduceat(table[texts.rows], texts.starts[filled], axis=0)
    return result
