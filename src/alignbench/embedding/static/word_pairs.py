"""Pairs of neighbouring words that have rows of their own, found for whole texts at once."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
_NO_PAIR, _NO_WORD = -1, -2


class WordPairs:
    """The pairs of a vocabulary, by the first features of both words."""

    def __init__(self, pairs: Mapping[tuple[str, str], int]) -> None:
        self._numbers: dict[str, int] = {}
        number = self._numbers.setdefault
        keys = [
            (number(first, len(self._numbers)), number(second, len(self._numbers)))
            for first, second in pairs
        ]
        table = np.array(keys, dtype=np.int64).reshape(-1, 2)
        flat = table[:, 0] * len(self._numbers) + table[:, 1]
        order = np.argsort(flat)
        self._keys: Numbers = flat[order]
        self._rows: Numbers = np.fromiter(pairs.values(), dtype=np.int64, count=len(pairs))[order]

    def firsts(self, words: Sequence[tuple[str, ...]]) -> Numbers:
        """What `found` needs to know of each word, given by its features."""
        number = self._numbers.get
        return np.fromiter(
            (number(word[0], _NO_PAIR) if word else _NO_WORD for word in words),
            dtype=np.int64,
            count=len(words),
        )

    def found(self, firsts: Numbers, texts: Numbers) -> tuple[Numbers, Numbers]:
        """The rows of pairs of neighbours in one text, and the text of each.

        `firsts` and `texts` are those of all words, text by text; what is no word is passed over.
        """
        words = np.flatnonzero(firsts != _NO_WORD)
        firsts, texts = firsts[words], texts[words]
        before, after = firsts[:-1], firsts[1:]
        known = np.flatnonzero((before >= 0) & (after >= 0) & (texts[:-1] == texts[1:]))
        if not len(self._keys):
            known = known[:0]
        keys = before[known] * len(self._numbers) + after[known]
        places = np.minimum(np.searchsorted(self._keys, keys), max(len(self._keys) - 1, 0))
        met = self._keys[places] == keys if len(keys) else np.zeros(0, dtype=np.bool_)
        return self._rows[places[met]], texts[known[met]]
