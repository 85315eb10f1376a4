"""The words of a text, as the aligner takes them."""

import numpy as np

from alignbench.pipeline.text_words import text_words


def test_each_segment_has_its_words_and_grammar_weighs_nothing() -> None:
    found = text_words(["犬と猫", "", "犬"], "ja")
    assert found.starts.tolist() == [0, 3, 3, 4]
    dog, particle, cat, dog_again = found.rows.tolist()
    assert dog == dog_again
    assert found.weights[particle] == 0.0
    assert min(found.weights[dog], found.weights[cat]) > 0.0


def test_a_word_is_nearest_to_its_translation() -> None:
    ja, en = text_words(["犬"], "ja"), text_words(["dog", "house", "river"], "en")
    cosines = ja.vectors[ja.rows] @ en.vectors[en.rows].T
    assert cosines.argmax() == 0
    np.testing.assert_allclose(np.linalg.norm(ja.vectors, axis=1), 1.0, rtol=1e-5)


def test_a_text_without_full_stops_is_compared_by_some_of_its_words_only() -> None:
    endless = " ".join(f"word{number}" for number in range(3_000))
    again = "the library stays open and " * 600
    found = text_words([endless, again], "en")
    first, second, end = found.starts.tolist()
    assert (first, second) == (0, 400)
    assert end - second < 20, "what is said again adds nothing"
    assert len(text_words(["the library is open " * 20], "en").rows) == 80
