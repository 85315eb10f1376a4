"""What a sentence looks like apart from its words."""

from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.text import Side
from alignbench.language.lemmas import features
from alignbench.language.shape import shape


def test_length_and_cuts_of_a_sentence() -> None:
    assert shape("雨だ、と言った。", "ja") == ("q:jl10", "q:jc1", "q:s1", "p:.")
    assert shape('"Rain," he said.', "en") == ("q:el12", "q:ec1", "q:s1", "p:.")


def test_a_heading_has_no_stop() -> None:
    assert shape("The harbour", "en")[2:] == ("q:s0",)


def test_several_sentences_have_several_stops() -> None:
    assert "q:s3" in shape("来た。見た。帰った！", "ja")
    assert "q:s3" in shape("He came. He saw. He left!", "en")


def test_the_point_of_a_number_is_no_stop() -> None:
    assert "q:s1" in shape("It costs 3.50 pounds.", "en")


def test_it_stands_after_the_words() -> None:
    (found,) = features(["雨だ。"], "ja")
    assert found[-1] == shape("雨だ。", "ja")


def test_a_text_without_words_has_none() -> None:
    assert not any(next(iter(features(["……"], "ja"))))


@given(st.text(max_size=200), st.sampled_from(["ja", "en"]))
def test_there_are_few_shapes(text: str, side: Side) -> None:
    length, commas, stops = shape(text, side)[:3]
    assert 0 <= int(length[4:]) <= 23
    assert 0 <= int(commas[4:]) <= 9
    assert 0 <= int(stops[3:]) <= 9
