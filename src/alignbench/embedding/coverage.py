"""Content words that nothing on the other side answers, by the static model's word vectors."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from alignbench.domain.text import Side, Span
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised
from alignbench.language.lemmas import Word, words

_ANSWERED = 0.35
"""Cosine from which a word on the other side, or two side by side, answers a word."""
_LIGHT = 0.5
"""Share of the usual word's length below which a word is grammar: the model made it short."""
_LONGEST = 400
"""Words of a side that are looked at."""


class WordEncoder(Protocol):
    """An encoder that knows what each word adds to its sentence."""

    def word_vectors(self, words: Sequence[tuple[str, ...]]) -> Vectors:
        """One vector for each word, given by its features: shape (len(words), dimension)."""


def uncovered(
    encoder: WordEncoder, ja: str, en: str
) -> tuple[list[tuple[Span, float]], list[tuple[Span, float]]]:
    """Words of either side without an answer on the other, each with how much it says.

    The weight is the length of the word's vector beside the usual one: training makes rare words
    with a meaning of their own long and particles short.
    """
    sides: tuple[tuple[str, Side], ...] = ((ja, "ja"), (en, "en"))
    found = [words(text, side)[:_LONGEST] for text, side in sides]
    if not all(found):
        return [], []
    vectors = [encoder.word_vectors([word.features for word in side]) for side in found]
    usual = float(np.median(np.linalg.norm(np.concatenate(vectors), axis=1))) or 1.0
    similar = normalised(vectors[0]) @ _with_neighbours(vectors[1]).T
    back = normalised(vectors[1]) @ _with_neighbours(vectors[0]).T
    return (
        _left(found[0], vectors[0], similar, usual),
        _left(found[1], vectors[1], back, usual),
    )


def _with_neighbours(vectors: Vectors) -> Vectors:
    """The words, and every two that stand side by side, at unit length."""
    return normalised(np.concatenate([vectors, vectors[:-1] + vectors[1:]]))


def _left(
    found: Sequence[Word], vectors: Vectors, similar: Vectors, usual: float
) -> list[tuple[Span, float]]:
    best = similar.max(axis=1)
    weights = np.linalg.norm(vectors, axis=1) / usual
    return [
        (Span(word.start, word.end), float(weight))
        for word, answer, weight in zip(found, best, weights, strict=True)
        if answer < _ANSWERED and weight >= _LIGHT
    ]
