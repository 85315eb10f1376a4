"""What the bundled model tells of its words beforehand is what would be worked out."""

import pytest

from alignbench import embedding
from alignbench.domain.text import Side
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.static.word_space import WordSpace

A_WORD: dict[Side, tuple[str, ...]] = {"ja": ("j:水",), "en": ("e:water",)}


@pytest.mark.parametrize("side", ["ja", "en"])
def test_typical_lengths_of_the_bundled_model_are_those_of_its_words(side: Side) -> None:
    bundled = embedding.bundled()
    assert isinstance(bundled, StaticEncoder)
    untold = StaticEncoder("untold", bundled.vocabulary, bundled._table)
    told, worked_out = WordSpace(bundled), WordSpace(untold)
    assert bundled.typical.keys() == {"ja", "en"}
    assert told.weights([A_WORD[side]], side) == pytest.approx(
        worked_out.weights([A_WORD[side]], side), rel=1e-5
    )


def test_words_of_one_row_each_are_their_rows() -> None:
    bundled = embedding.bundled()
    assert isinstance(bundled, StaticEncoder)
    words = [A_WORD["ja"], A_WORD["en"]]
    alone = [bundled.word_vectors([word])[0] for word in words]
    assert (bundled.word_vectors(words) == alone).all()
    assert (bundled.word_vectors([*words, A_WORD["ja"] * 2])[:2] == alone).all()
