"""The words of a text as the aligner takes them: vectors of the bundled model, weights, places."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from alignbench.domain.text import Side
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import numbered_words

if TYPE_CHECKING:
    from alignbench.alignment.inputs import Ints, Words
    from alignbench.embedding.static.encoder import StaticEncoder
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

    from alignbench import embedding
    from alignbench.alignment.inputs import Words
    from alignbench.alignment.word_links import background

    read = numbered_words(side)
    numbers = [read.numbers(text) for text in texts]
    chosen = np.array([_is_word(each) for each in read.words], dtype=np.bool_)
    rows = np.where(chosen, np.cumsum(chosen) - 1, -1)
    places = rows[np.fromiter(chain.from_iterable(numbers), dtype=np.int64)]
    starts = np.concatenate([[0], np.cumsum([len(each) for each in numbers], dtype=np.int64)])
    starts = np.concatenate([[0], np.cumsum(places >= 0)])[starts]
    places, starts = _bounded(places[places >= 0], starts)
    space = _word_space(embedding.bundled())
    vectors, weights = space.weighed(read, chosen)
    classes = np.array(
        [word_class(each) for each, is_word in zip(read.words, chosen, strict=True) if is_word],
        dtype=np.int8,
    )
    worth = np.select([classes > WordClass.LIGHT, classes > WordClass.FUNCTION], [1.0, _LIGHT], 0.0)
    return Words(
        vectors,
        background(vectors, space.reference("en" if side == "ja" else "ja")),
        (weights * worth).astype(np.float32),
        places,
        starts,
    )


def _is_word(features: Word) -> bool:
    return bool(features) and not features[0].startswith(("p:", "q:"))


def _bounded(places: "Ints", starts: "Ints") -> "tuple[Ints, Ints]":
    """The words of all segments; of one longer than any sentence, its first and its last."""
    import numpy as np

    counts = np.diff(starts)
    if not len(counts) or counts.max() <= _MOST:
        return places, starts
    kept = [_first_and_last(each) for each in np.split(places, starts[1:-1])]
    return np.concatenate(kept), np.concatenate([[0], np.cumsum([len(each) for each in kept])])


def _first_and_last(words: "Ints") -> "Ints":
    """Words of one segment, or of a long one those that are new, from both its ends."""
    import numpy as np

    if len(words) <= _MOST:
        return words
    distinct = words[np.sort(np.unique(words, return_index=True)[1])]
    half = _MOST // 2
    few = len(distinct) <= _MOST
    return distinct if few else np.concatenate([distinct[:half], distinct[-half:]])


@lru_cache(maxsize=1)
def _word_space(encoder: "StaticEncoder") -> "WordSpace":
    from alignbench.embedding.static.word_space import WordSpace

    return WordSpace(encoder)
