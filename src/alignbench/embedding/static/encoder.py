"""The bundled kind of model: one vector per token, a sentence is their sum."""

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.quantisation import RoundedTable
from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.language.lemmas import NumberedWords, numbered_words
from alignbench.messages import t
from alignbench.system.one_thread import one_thread_for_products

_BATCH = 32
"""Texts summed at once: few enough for their distinct rows to stay in the processor's cache."""
_WORDS = 128
"""Words summed at once."""
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
        self._word_tables: WeakKeyDictionary[NumberedWords, Vectors] = WeakKeyDictionary()
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
        read = numbered_words(language)
        numbers: list[list[int]] = []
        for at in range(0, len(texts), _BATCH):
            numbers += map(read.numbers, texts[at : at + _BATCH])
            progress(t("reading sentences"), len(numbers), len(texts))
        words = np.fromiter(chain.from_iterable(numbers), dtype=np.int64)
        of_text = np.repeat(np.arange(len(texts)), [len(each) for each in numbers])
        result = np.zeros((len(texts), self.dimension), dtype=np.float32)
        _add_sums(result, self.word_table(read), words, of_text)
        pairs, of_text = self.vocabulary.word_pairs.found(
            self.vocabulary.word_pairs.firsts(read.words)[words], of_text
        )
        distinct, places = np.unique(pairs, return_inverse=True)
        _add_sums(result, self.rows(distinct), places, of_text)
        return result

    def word_table(self, read: NumberedWords) -> Vectors:
        """The vector of each of the words read, by its number; each is made once."""
        known = self._word_tables.get(read)
        start = 0 if known is None else len(known)
        if known is None or start < len(read.words):
            new = np.zeros((len(read.words) - start, self.dimension), dtype=np.float32)
            for at in range(0, len(new), _WORDS):
                batch = read.words[start + at : start + at + _WORDS]
                new[at : at + len(batch)] = self.word_vectors(batch)
            known = new if known is None else np.concatenate([known, new])
            self._word_tables[read] = known
        return known

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
        with one_thread_for_products():
            return counts.reshape(len(lists), -1).astype(np.float32) @ self.rows(distinct)


def _add_sums(
    into: Vectors, table: Vectors, items: NDArray[np.int64], texts: NDArray[np.int64]
) -> None:
    """Add to each text's row those of its items in `table`; `texts` are ascending.

    A product of counts and the distinct rows: most of what texts are made of is frequent.
    """
    bounds = np.searchsorted(texts, np.arange(0, len(into) + _BATCH, _BATCH))
    for batch, (low, high) in enumerate(pairwise(bounds.tolist())):
        if low == high:
            continue
        some = into[batch * _BATCH : (batch + 1) * _BATCH]
        distinct, places = np.unique(items[low:high], return_inverse=True)
        cells = (texts[low:high] - batch * _BATCH) * len(distinct) + places
        counts = np.bincount(cells, minlength=len(some) * len(distinct))
        with one_thread_for_products():
            some += counts.reshape(len(some), -1).astype(np.float32) @ table[distinct]
