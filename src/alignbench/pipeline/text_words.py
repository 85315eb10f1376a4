"""The words of a text as the aligner takes them: vectors of the bundled model, weights, places."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignbench.domain.text import Side
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import features

if TYPE_CHECKING:
    from alignbench.alignment.inputs import Words
    from alignbench.embedding.static.word_space import WordSpace

_LIGHT = 0.3
"""What a word that says little counts for, of its weight."""


def text_words(texts: Sequence[str], side: Side, space: "WordSpace") -> "Words":
    """The words of `texts`, one a segment, each distinct word looked up once."""
    import numpy as np

    from alignbench.alignment.inputs import Words
    from alignbench.alignment.word_links import background

    rows: dict[tuple[str, ...], int] = {}
    places: list[int] = []
    starts = [0]
    for found in features(texts, side):
        for each in found:
            if each and not each[0].startswith(("p:", "q:")):
                places.append(rows.setdefault(each, len(rows)))
        starts.append(len(places))
    vectors = space.vectors(list(rows))
    classes = np.array([word_class(each) for each in rows], dtype=np.int8)
    worth = np.select([classes > WordClass.LIGHT, classes > WordClass.FUNCTION], [1.0, _LIGHT], 0.0)
    return Words(
        vectors,
        background(vectors, space.reference("en" if side == "ja" else "ja")),
        (space.weights(list(rows), side) * worth).astype(np.float32),
        np.array(places, dtype=np.int64),
        np.array(starts, dtype=np.int64),
    )
