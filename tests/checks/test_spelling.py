"""Spelling and grammar of the English alone."""

import pytest

from alignbench.checks import Context
from alignbench.checks.terms.glossary import Term, glossary
from tests.checks.asking import ask, found_at


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("seperate", "separate"), ("goverment", "government"), ("accomodation", "accommodation")],
)
def test_a_slip_is_told_with_the_word_that_was_meant(wrong: str, right: str) -> None:
    ((_, finding),) = ask("en.spelling", [("これ。", f"This is the {wrong} thing.")])
    assert (finding.en_value, finding.ja_value) == (wrong, right)


def test_british_words_loan_words_code_and_compounds_are_known() -> None:
    english = "The grey colour of the yakisoba, `seperate` and the candyfloss in a donabe."
    assert found_at("en.spelling", [("これ。", english)]) == []


@pytest.mark.parametrize(
    "word",
    ["councillors", "jewellery", "skilful", "practised", "colourised", "manoeuvring", "sulphur",
     "enquiries", "draughty", "fibreglass", "recognisably", "storeys", "whinged", "artefacts"],
)  # fmt: skip
def test_words_are_known_as_the_british_spell_them(word: str) -> None:
    assert found_at("en.spelling", [("これ。", f"These are the {word} of it.")]) == []


def test_a_word_of_the_glossary_or_used_three_times_is_the_documents_own() -> None:
    pairs = [("これ。", "A goverment thing.")]
    known = Context(glossary=glossary([Term("政府", "goverment")]))
    assert found_at("en.spelling", pairs, known) == []
    assert found_at("en.spelling", pairs * 2) == [0, 1]
    assert found_at("en.spelling", pairs * 3) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The new rules apply to us.", "The new rules applies to us."),
        ("The news is good.", "The stations is closed."),
        ("It could have been him.", "It could of been him."),
        ("Party A and Party B sign.", "Bring a umbrella and a hat."),
        ("An onerous duty.", "A onerous duty."),
    ],
)
def test_grammar_is_told_where_a_rule_is_sure(right: str, wrong: str) -> None:
    assert found_at("en.mechanics", [("これ。", right)]) == []
    assert found_at("en.mechanics", [("これ。", wrong)]) == [0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("proram", "program"), ("suprise", "surprise"), ("keybosrd", "keyboard"), ("docunent", "document")],
)  # fmt: skip
def test_a_slip_that_looks_like_two_short_words_is_one(written: str, meant: str) -> None:
    found = ask("en.spelling", [("文です。", f"They saw the {written} here.")])
    assert [finding.ja_value for _, finding in found] == [meant]


def test_two_words_written_as_one_are_english() -> None:
    said = "The eggplant by the sunroof and the webpage of the carwash are in the toybox."
    assert ask("en.spelling", [("文です。", said)]) == []
