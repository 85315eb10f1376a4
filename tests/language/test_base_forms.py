from hypothesis import given
from hypothesis import strategies as st

from alignbench.language.inflections import base_forms


def test_regular_forms_give_the_spellings_they_may_come_from() -> None:
    assert base_forms("walked") == ("walk", "walke")
    assert base_forms("making") == ("mak", "make")
    assert base_forms("stopped") == ("stopp", "stop")
    assert base_forms("cities") == ("city",)
    assert base_forms("boxes") == ("box",)
    assert base_forms("quietly") == ("quiet",)


def test_irregular_forms_are_listed() -> None:
    assert base_forms("went") == ("go",)
    assert base_forms("children") == ("child",)


def test_words_that_only_look_inflected_are_left_alone() -> None:
    for word in ("bus", "glass", "this", "red", "ring", "fly"):
        assert base_forms(word) == ()


@given(st.text(max_size=30))
def test_any_text_may_be_asked_about(word: str) -> None:
    assert word not in base_forms(word)
