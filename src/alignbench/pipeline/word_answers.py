"""Answers of words by the bundled model, for checks that ask for those of single pairs."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from alignbench.checks.word_answers import Answer, AnsweredWords
from alignbench.domain.text import Span
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import Word, words
from alignbench.system.one_thread import one_thread_for_products

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from alignbench.embedding.protocol import Vectors
    from alignbench.embedding.static.encoder import StaticEncoder
    from alignbench.embedding.static.word_space import WordSpace

_LEAST = 0.15
"""Cosine from which two words are alike at all: below it are words that have nothing in common."""
_MOST_WORDS = 20_000
"""Words of a language that are remembered from one pair to the next."""


@dataclass(frozen=True, slots=True)
class ModelAnswers:
    """Answers by the bundled model, which is loaded when the first pair is asked about."""

    def of(self, ja: str, en: str) -> AnsweredWords:
        """The words of a pair of texts and their answers.

        Raises:
            ModelError: the package is broken.
        """
        import numpy as np

        from alignbench import embedding

        ours, theirs = words(ja, "ja"), words(en, "en")
        if not ours or not theirs:
            return AnsweredWords()
        known_ja, known_en = _known(embedding.bundled())
        ja_vectors, ja_classes = known_ja.rows(ours)
        en_vectors, en_classes = known_en.rows(theirs)
        with one_thread_for_products():
            likeness = ja_vectors @ en_vectors.T
        likeness[ja_classes == WordClass.FUNCTION] = 0
        likeness[:, en_classes == WordClass.FUNCTION] = 0
        best = (likeness >= likeness.max(axis=1, keepdims=True)) & (
            likeness >= likeness.max(axis=0, keepdims=True)
        )
        return AnsweredWords(
            tuple(Span(word.start, word.end) for word in ours),
            tuple(Span(word.start, word.end) for word in theirs),
            tuple(
                Answer(i, j, float(likeness[i, j]) - _LEAST, bool(best[i, j]))
                for i, j in np.argwhere(likeness > _LEAST).tolist()
            ),
            frozenset(np.flatnonzero(ja_classes == WordClass.CONTENT).tolist()),
            frozenset(np.flatnonzero(en_classes == WordClass.CONTENT).tolist()),
        )


class _Words:
    """The words of a language that were asked about: vectors and classes, a row each."""

    def __init__(self, space: "WordSpace") -> None:
        self._space = space
        self._rows: dict[tuple[str, ...], tuple[NDArray[np.float32], int]] = {}

    def rows(self, asked: list[Word]) -> "tuple[Vectors, NDArray[np.int64]]":
        """Unit vectors and classes of words, in their order."""
        import numpy as np

        if len(self._rows) > _MOST_WORDS:
            self._rows = {}  # another thread may still read from those
        rows = self._rows
        fresh = [
            each for each in dict.fromkeys(word.features for word in asked) if each not in rows
        ]
        if fresh:
            for each, vector in zip(fresh, self._space.vectors(fresh), strict=True):
                rows[each] = vector, word_class(each)
        found = [rows[word.features] for word in asked]
        return np.stack([vector for vector, _ in found]), np.array([kind for _, kind in found])


@lru_cache(maxsize=1)
def _known(encoder: "StaticEncoder") -> tuple[_Words, _Words]:
    from alignbench.embedding.static.word_space import WordSpace

    space = WordSpace(encoder)
    return _Words(space), _Words(space)
