"""Words as a static encoder sees them."""

from collections.abc import Sequence

import numpy as np
import pytest

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.static.word_space import WordSpace
from tests.embedding.examples import encoder


def test_what_is_typical_of_a_language_is_worked_out_once_for_an_encoder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = encoder()
    first = WordSpace(one)
    reference = first.reference("en")
    weights = first.weights([("e:book",)], "en")

    asked: list[object] = []
    look_up = StaticEncoder.word_vectors

    def counting(self: StaticEncoder, words: Sequence[tuple[str, ...]]) -> Vectors:
        asked.append(list(words))
        return look_up(self, words)

    monkeypatch.setattr(StaticEncoder, "word_vectors", counting)
    second = WordSpace(one)
    np.testing.assert_array_equal(second.reference("en"), reference)
    np.testing.assert_array_equal(second.weights([("e:book",)], "en"), weights)
    assert asked == [[("e:book",)]]


def test_each_encoder_has_its_own_reference() -> None:
    first, second = WordSpace(encoder()), WordSpace(encoder())
    assert first.reference("en") is not second.reference("en")
