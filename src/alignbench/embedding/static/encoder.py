"""The bundled kind of model: one vector per token, a sentence is their sum."""

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.quantisation import RoundedTable
from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.language.lemmas import features
from alignbench.messages import t

_BATCH = 32
"""Texts summed at once: few enough for their distinct rows to stay in the processor's cache."""
_COMMON = 8192
"""Rows, the commonest first, that are kept unpacked: nearly all of what texts are made of."""


class StaticEncoder:
    """A table of token vectors. Additive: a text's vector is the sum of its tokens' vectors.

    Args:
        name: names the model and its version.
        vocabulary: features to rows of `table`.
        table: shape (rows, dimension).
        typical: the median length of a word's vector by language, where the model's maker has
            worked it out; `WordSpace` does so where it is missing.
    """

    additive = True

    def __init__(
        self,
        name: str,
        vocabulary: Vocabulary,
        table: RoundedTable | Vectors,
        typical: Mapping[Side, float] | None = None,
    ) -> None:
        self._name = name
        self.typical: Mapping[Side, float] = typical or {}
        self.vocabulary = vocabulary
        self._table = table
        self._common = table[np.arange(min(_COMMON, table.shape[0]))]

    @property
    def name(self) -> str:
        """Names the model and its version."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        """Sums of token vectors, not normalised: float32, shape (len(texts), dimension)."""
        result = np.empty((len(texts), self.dimension), dtype=np.float32)
        rows_of_text = self.vocabulary.rows_of_text
        for at in range(0, len(texts), _BATCH):
            batch = texts[at : at + _BATCH]
            rows = [rows_of_text(words) for words in features(batch, language)]
            result[at : at + len(batch)] = self._sums(rows)
            progress(t("reading sentences"), at + len(batch), len(texts))
        return result

    def word_vectors(self, words: Sequence[tuple[str, ...]]) -> Vectors:
        """The vector each word, given by its features, adds to its sentence."""
        return self._sums([self.vocabulary.rows(word) for word in words])

    def rows(self, rows: NDArray[np.int64]) -> Vectors:
        """The vectors of table rows: float32, shape (len(rows), dimension)."""
        common = len(self._common)
        if not len(rows) or rows.max() < common:
            return self._common[rows]
        vectors = np.empty((len(rows), self.dimension), np.float32)
        known = rows < common
        vectors[known] = self._common[rows[known]]
        vectors[~known] = self._table[rows[~known]]
        return vectors

    def _sums(self, lists: Sequence[Sequence[int]]) -> Vectors:
        """Row sums as a product of counts and the distinct rows: most words are frequent ones."""
        flat = np.fromiter(chain.from_iterable(lists), dtype=np.int64)
        if not len(flat):
            return np.zeros((len(lists), self.dimension), dtype=np.float32)
        if len(flat) == len(lists) and all(map(len, lists)):
            return self.rows(flat)  # one row each: there is nothing to add
        distinct, places = np.unique(flat, return_inverse=True)
        texts = np.repeat(np.arange(len(lists)), [len(rows) for rows in lists])
        cells = len(lists) * len(distinct)
        counts = np.bincount(texts * len(distinct) + places, minlength=cells)
        return counts.reshape(len(lists), -1).astype(np.float32) @ self.rows(distinct)
