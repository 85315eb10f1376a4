from hypothesis import given
from hypothesis import strategies as st

from alignbench.language.morphology import morphemes


def test_morphemes_have_places_lemmas_and_readings() -> None:
    name, *_, negation, _ = morphemes("田中は行かない。")
    assert (name.surface, name.start, name.end, name.reading) == ("田中", 0, 2, "タナカ")
    assert name.pos == "名詞-固有名詞-人名-姓"
    assert (negation.surface, negation.lemma, negation.start) == ("ない", "ない", 5)


@given(st.text(max_size=60))
def test_places_are_those_of_the_text_as_given(text: str) -> None:
    end = 0
    for morpheme in morphemes(text):
        assert end <= morpheme.start < morpheme.end <= len(text)
        assert text[morpheme.start : morpheme.end] == morpheme.surface
        end = morpheme.end


def test_a_text_longer_than_one_parse_is_read_to_its_end() -> None:
    text = "駅まで歩く。" * 1000
    assert morphemes(text)[-1].end == len(text)
