"""What the dictionary cannot have is told without asking it; what it has is never refused."""

import pytest

from alignbench.language.english_spelling import has_dictionary, is_word, meant
from alignbench.language.letter_runs import LetterRuns

pytestmark = pytest.mark.skipif(not has_dictionary(), reason="no dictionary here")


@pytest.fixture(scope="module")
def runs() -> LetterRuns:
    return LetterRuns("en_US")


@pytest.mark.parametrize(
    "word",
    ["a", "an", "cries", "undoing", "redoes", "reusable", "disagreement", "twentieth", "flies",
     "happiness", "organizations", "prettiest", "ox", "refs"],
)  # fmt: skip
def test_words_and_their_forms_may_be_words(runs: LetterRuns, word: str) -> None:
    assert is_word(word)
    assert runs.may_have(word)


@pytest.mark.parametrize("word", ["yamashirodaijo", "qx", "seperqtely", "tsukubba"])
def test_runs_of_letters_that_no_word_has_are_no_word(runs: LetterRuns, word: str) -> None:
    assert not runs.may_have(word)


def test_what_a_slip_meant_is_found_as_before() -> None:
    assert meant("seperately") == "separately"
    assert meant("yamashirodaijo") is None
