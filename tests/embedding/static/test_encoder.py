"""The static encoder: a text's vector is the sum of its words'."""

import numpy as np
import pytest

from alignbench.domain.errors import Cancelled
from alignbench.embedding import load
from tests.embedding.examples import DIMENSION, encoder, table


def test_a_text_is_the_sum_of_its_words() -> None:
    rows = table()
    found = encoder().encode(["Library book, book"], "en")
    np.testing.assert_allclose(found[0], rows[3] + 2 * rows[4], rtol=1e-5)


def test_words_give_what_they_add_to_their_sentence() -> None:
    rows = table()
    found = encoder().word_vectors([("j:本", "e:book"), ("n:3",)])
    np.testing.assert_allclose(found, [rows[2] + rows[4], rows[5]], rtol=1e-5)


def test_a_text_without_words_is_zeros() -> None:
    assert not encoder().encode(["", "…", "　"], "ja").any()


def test_no_texts_give_no_rows() -> None:
    assert encoder().encode([], "en").shape == (0, DIMENSION)


def test_a_text_has_the_same_vector_in_any_company() -> None:
    texts = [f"library {number} book" for number in range(150)]
    together = encoder().encode(texts, "en")
    alone = np.concatenate([encoder().encode([text], "en") for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_progress_may_cancel() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        encoder().encode(["a book"], "en", stop)


def test_the_bundled_model_finds_the_translation() -> None:
    bundled = load()
    ja = bundled.encode(["駅前の図書館は月曜日に休みます。"], "ja")[0]
    right, wrong = bundled.encode(
        ["The library by the station is closed on Mondays.", "He sold his boat in autumn."], "en"
    )
    assert ja @ right > 0
    assert ja @ right / np.linalg.norm(right) > 2 * (ja @ wrong) / np.linalg.norm(wrong)


def test_it_is_additive_but_for_the_shape_of_the_text() -> None:
    bundled = load()
    assert bundled.additive
    parts = bundled.encode(["図書館が開く。", "本を借りる。"], "ja").sum(axis=0)
    whole = bundled.encode(["図書館が開く。本を借りる。"], "ja")[0]
    cosine = parts @ whole / np.linalg.norm(parts) / np.linalg.norm(whole)
    assert 0.7 < cosine < 0.999
