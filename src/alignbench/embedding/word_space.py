"""Vectors of single words of a static model, at unit length, each with its background."""

from collections.abc import Sequence

import numpy as np

from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised
from alignbench.embedding.static import StaticEncoder

_REFERENCE = 2000
"""Words of a language that stand for all of it."""
_BATCH = 128
"""Words summed at once: the sums are a product of words and their distinct rows."""
_KINDS: dict[Side, str] = {"ja": "j:", "en": "e:"}


class WordSpace:
    """The words that a static encoder was asked for, kept."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self._encoder = encoder
        self._references: dict[Side, Vectors] = {}

    def vectors(self, words: Sequence[tuple[str, ...]]) -> Vectors:
        """Unit vectors of words, given by their features: shape (len(words), dimension)."""
        rows = np.zeros((len(words), self._encoder.dimension), dtype=np.float32)
        for at in range(0, len(words), _BATCH):
            batch = words[at : at + _BATCH]
            rows[at : at + len(batch)] = self._encoder.word_vectors(batch)
        return normalised(rows)

    def reference(self, side: Side) -> Vectors:
        """Unit vectors of up to 2,000 words of a language, spread over the vocabulary."""
        if side not in self._references:
            known = [f for f in self._encoder.vocabulary.known if f.startswith(_KINDS[side])]
            step = max(1, len(known) // _REFERENCE)
            sample = [(feature,) for feature in known[::step][:_REFERENCE]]
            self._references[side] = self.vectors(sample)
        return self._references[side]
