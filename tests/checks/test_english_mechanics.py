"""Slips of the English alone: each told by itself, a habit of the document once."""

from pathlib import Path

import pytest

from alignbench.checks.english.slips import leading_words
from tests.checks.asking import ask, found_at

LIST = Path(__file__).with_name("english_slips.txt")
SENTENCE = "これはその文の原文である。"


def pairs(*english: str) -> list[tuple[str, str]]:
    return [("駅まで歩く。", en) for en in english]


def test_a_few_slips_are_told_one_by_one() -> None:
    texts = pairs("We walk , slowly.", "It is the the station.", "A old door.", "We  walk.")
    assert found_at("en.mechanics", texts) == [0, 1, 2, 3]


def test_a_particle_may_meet_the_preposition_that_follows() -> None:
    right = pairs("The tax was brought in in 1989.", "Log in in another window.")
    wrong = pairs("The key is in in the box.", "I look forward to to seeing you.")
    assert found_at("en.mechanics", right) == []
    assert found_at("en.mechanics", wrong) == [0, 1]


def test_a_habit_of_the_document_is_told_once_with_its_places() -> None:
    ((at, finding),) = ask("en.mechanics", pairs("Stop 1 : north", *["Stop : south"] * 11))
    assert at == 0
    assert "12 places" in finding.message


def test_a_transcript_stammers_and_that_is_told_once() -> None:
    assert found_at("en.mechanics", pairs(*["I I walk."] * 5, "We walk.")) == [0]
    assert found_at("en.mechanics", pairs(*["I I walk."] * 4)) == [0, 1, 2, 3]


def test_the_rarer_quotes_and_the_rarer_spelling_are_told_once() -> None:
    quotes = pairs("“Yes,” he says.", "“No,” she says.", 'A "door" opens.')
    ((at, finding),) = ask("en.mechanics", quotes)
    assert (at, finding.en_value) == (2, '"')
    colours = ["the colour", "a harbour", "our neighbours", "a dull grey theatre", "the center"]
    ((at, finding),) = ask("en.mechanics", pairs(*colours))
    assert (at, finding.en_value, finding.type) == (4, "center", "linguistic/spelling")


def test_names_and_oxford_spelling_are_no_mixture() -> None:
    texts = ["the colour", "a harbour", "our neighbours", "the Center for Art", "we organize it"]
    assert found_at("en.mechanics", pairs(*texts, "a theatre")) == []


def test_a_and_an_go_by_the_sound() -> None:
    right = ["a university", "an hour", "a unanimous vote", "an umbrella", "a one-way street"]
    assert found_at("en.mechanics", pairs(*right)) == []
    assert found_at("en.mechanics", pairs("an university", "a umbrella")) == [0, 1]


def test_fewer_turns_of_speech_are_told() -> None:
    ja = "「もう帰るよ」「まだ早いのに」"
    english = ["“I am off.” “So early?”", "“I am off. So early?”", "He left early."]
    assert found_at("quote.turns", [(ja, en) for en in english]) == [1]


def test_a_speech_that_stands_bare_among_others_is_told() -> None:
    said = [("「行くよ」", "“I am going.”")] * 10
    assert found_at("quote.turns", [*said, ("「帰るよ」", "I am going home.")]) == [10]
    assert found_at("quote.turns", [("「帰るよ」", "I am going home.")] * 10) == []


def test_slips_of_a_list_are_told_and_sound_sentences_pass() -> None:
    """The list has a sentence a line: `- ` before one with a slip, `+ ` before one without."""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        mark, en = line[0], line[2:]
        told = any(ask(check, [(SENTENCE, en)]) for check in ("en.mechanics", "en.spelling"))
        assert told is (mark == "-"), en


def test_a_pattern_is_looked_for_at_the_words_it_can_begin_with() -> None:
    assert leading_words(r"(?<!the )(?:will|can) (?:is|was)") == {"will", "can"}
    assert leading_words(r"(?:(?:the|an?) )?books? is") == {"the", "a", "an", "book", "books"}
    with pytest.raises(ValueError, match="d"):
        leading_words(r"\d+ book")


def test_a_sentence_needs_its_capital_and_its_full_stop_where_the_japanese_is_one() -> None:
    wrong = [("店は五時に閉まります。", "the shop closes at five."),
             ("店は五時に閉まります。", "The shop is closed at five")]  # fmt: skip
    right = [
        ("店は五時まで", "The shop is closed at five"),
        ("五時まで", "the shop closes at five."),
    ]
    assert found_at("en.mechanics", wrong) == [0, 1]
    assert found_at("en.mechanics", right) == []


def test_a_small_letter_that_the_japanese_writes_too_is_a_name() -> None:
    said = [
        ("npmを使う。axe Toolsも使う。", "Use npm. axe Tools is of use as well."),
        ("箱を使う。袋も使う。", "Use boxes. bags are of use as well."),
    ]
    assert found_at("en.mechanics", said) == [1]
