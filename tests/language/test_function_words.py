"""Which words carry content, and which only grammar."""

import pytest

from alignbench.domain.text import Side
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import words


def classes(text: str, side: Side) -> dict[str, WordClass]:
    return {text[w.start : w.end]: word_class(w.features) for w in words(text, side)}


def test_japanese_particles_and_auxiliaries_are_function_words() -> None:
    found = classes("私は図書館で本を借りています。", "ja")
    content = {word for word, kind in found.items() if kind is WordClass.CONTENT}
    assert content == {"図書", "館", "借り"} | ({"本"} & content)
    assert found["私"] is WordClass.LIGHT
    assert found["は"] is found["で"] is found["を"] is WordClass.FUNCTION


def test_english_articles_and_prepositions_are_function_words() -> None:
    found = classes("She doesn't borrow the three books from our library.", "en")
    content = {word for word, kind in found.items() if kind is WordClass.CONTENT}
    assert content == {"borrow", "three", "books", "library"}
    assert found["She"] is found["doesn't"] is found["our"] is WordClass.LIGHT
    assert found["the"] is found["from"] is WordClass.FUNCTION


@pytest.mark.parametrize(("text", "kind"), [("one", WordClass.LIGHT), ("1", WordClass.CONTENT)])
def test_a_number_word_goes_by_its_spelling(text: str, kind: WordClass) -> None:
    assert list(classes(text, "en").values()) == [kind]


def test_a_loan_word_is_content_whatever_its_english_key() -> None:
    assert classes("ホーム", "ja") == {"ホーム": WordClass.CONTENT}
