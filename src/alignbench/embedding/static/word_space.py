"""Vectors of single words of a static model, at unit length, each with its background."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.language.lemmas import NumberedWords, words

_REFERENCE = 2000
"""Words of a language that stand for all of it."""
_BATCH = 128
"""Words summed at once: the sums are a product of words and their distinct rows."""
_ROWS = 2048
"""Words measured at once, so that all of them are not held three times."""
_KINDS: dict[Side, str] = {"ja": "j:", "en": "e:"}


_references: WeakKeyDictionary[StaticEncoder, dict[Side, Vectors]] = WeakKeyDictionary()
_typical: WeakKeyDictionary[StaticEncoder, dict[Side, float]] = WeakKeyDictionary()
"""What is worked out once for each encoder and language, where the model does not tell it."""


class WordSpace:
    """Words as a static encoder sees them, measured by what is typical of their language."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self._encoder = encoder
        self._samples: dict[Side, list[tuple[str, ...]]] = {}
        self._references = _references.setdefault(encoder, {})
        self._typical = _typical.setdefault(encoder, dict(encoder.typical))

    def vectors(self, asked: Sequence[tuple[str, ...]]) -> Vectors:
        """Unit vectors of words, given by their features: shape (len(asked), dimension)."""
        return normalised(self._raw(asked))

    def weighed(
        self, read: NumberedWords, chosen: NDArray[np.bool_]
    ) -> tuple[Vectors, NDArray[np.float32]]:
        """What `vectors` and `weights` give of the chosen of the words read."""
        table, places = self._encoder.word_table(read), np.flatnonzero(chosen)
        unit = np.empty((len(places), self._encoder.dimension), dtype=np.float32)
        weights = np.empty(len(places), dtype=np.float32)
        for at in range(0, len(places), _ROWS):
            some = table[places[at : at + _ROWS]]
            unit[at : at + len(some)] = normalised(some)
            weights[at : at + len(some)] = self._weights_of(some, read.side)
        return unit, weights

    def weights(self, asked: Sequence[tuple[str, ...]], side: Side) -> NDArray[np.float32]:
        """How much each word says: the length of its vector over the median of its language.

        Training gives long vectors to words that tell sentences apart. Shape (len(asked),).
        """
        return self._weights_of(self._raw(asked), side)

    def _weights_of(self, raw: Vectors, side: Side) -> NDArray[np.float32]:
        if side not in self._typical:
            sample = np.linalg.norm(self._raw(self._written(side)), axis=1)
            self._typical[side] = max(float(np.median(sample)), 1e-6) if len(sample) else 1.0
        lengths: NDArray[np.float32] = np.linalg.norm(raw, axis=1)
        return lengths / np.float32(self._typical[side])

    def _raw(self, asked: Sequence[tuple[str, ...]]) -> Vectors:
        rows = np.zeros((len(asked), self._encoder.dimension), dtype=np.float32)
        for at in range(0, len(asked), _BATCH):
            batch = asked[at : at + _BATCH]
            rows[at : at + len(batch)] = self._encoder.word_vectors(batch)
        return rows

    def reference(self, side: Side) -> Vectors:
        """Unit vectors of up to 2,000 words of a language, spread over the vocabulary."""
        if side not in self._references:
            self._references[side] = self.vectors(self._sample(side))
        return self._references[side]

    def _written(self, side: Side) -> list[tuple[str, ...]]:
        """The sample as words of a text, which have more features than their spelling."""
        spelled = [feature[2:] for (feature,) in self._sample(side)]
        return [each.features for word in spelled for each in words(word, side)]

    def _sample(self, side: Side) -> list[tuple[str, ...]]:
        if side not in self._samples:
            kind = _KINDS[side]
            known = [f for f in self._encoder.vocabulary.known if f[:2] == kind]
            step = max(1, len(known) // _REFERENCE)
            self._samples[side] = [(feature,) for feature in known[::step][:_REFERENCE]]
        return self._samples[side]
