"""The words of a text as the aligner takes them: vectors of the bundled model, weights, places."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from alignbench.domain.text import Side
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import features

if TYPE_CHECKING:
    from alignbench.alignment.inputs import Words
    from alignbench.embedding.static.word_space import WordSpace

Word = tuple[str, ...]
_MOST = 400
"""Words of a segment that are compared, since all are compared with all of its neighbours': what
has more is a text without full stops, which would take memory by the square of its length."""
_LIGHT = 0.3
"""Share of its weight that a word counts for which is not worth missing."""


def text_words(texts: Sequence[str], side: Side) -> "Words":
    """The words of `texts`, one text a segment; each distinct word is looked up once.

    They are the bundled model's, whatever model gives the sentences' vectors.
    """
    import numpy as np

    from alignbench.alignment.inputs import Words
    from alignbench.alignment.word_links import background

    rows = _Rows()
    places: list[int] = []
    starts = [0]
    for found in features(texts, side):
        said = [row for row in map(rows.__getitem__, found) if row >= 0]
        places += _bounded(said)
        starts.append(len(places))
    space, asked = _word_space(), rows.words
    vectors, weights = space.weighed(asked, side)
    classes = np.array([word_class(each) for each in asked], dtype=np.int8)
    worth = np.select([classes > WordClass.LIGHT, classes > WordClass.FUNCTION], [1.0, _LIGHT], 0.0)
    return Words(
        vectors,
        background(vectors, space.reference("en" if side == "ja" else "ja")),
        (weights * worth).astype(np.float32),
        np.array(places, dtype=np.int64),
        np.array(starts, dtype=np.int64),
    )


class _Rows(dict[Word, int]):
    """The row of each distinct word in the order they are met; -1 of what is no word."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[Word] = []

    def __missing__(self, word: Word) -> int:
        if not word or word[0].startswith(("p:", "q:")):
            self[word] = -1
        else:
            self[word] = len(self.words)
            self.words.append(word)
        return self[word]


def _bounded(words: list[int]) -> list[int]:
    """The words of a segment; of one longer than any sentence, its first and its last."""
    if len(words) <= _MOST:
        return words
    distinct = list(dict.fromkeys(words))
    half = _MOST // 2
    return distinct if len(distinct) <= _MOST else [*distinct[:half], *distinct[-half:]]


@lru_cache(maxsize=1)
def _word_space() -> "WordSpace":
    from alignbench import embedding
    from alignbench.embedding.static.word_space import WordSpace

    return WordSpace(embedding.bundled())
