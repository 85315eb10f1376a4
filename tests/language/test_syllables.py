"""Names as syllables, which kanji and Latin spellings meet by."""

from hypothesis import given
from hypothesis import strategies as st

from alignbench.language.lemmas import features
from alignbench.language.loanwords import romanise
from alignbench.language.syllables import border_feature, syllable_features, syllables

_KANA = st.text("アイウエオカキシチツナニハマヤユヨラロワンガジダバパ", min_size=1, max_size=12)


def test_readings_of_kanji_are_syllables() -> None:
    assert syllables("sangen") == ("san", "gen")
    assert syllables("keisai") == ("kei", "sai")
    assert syllables("kanyo") == ("ka", "nyo"), "before a y an n begins the next syllable"
    assert syllables("samue") == ("sa", "mu", "e")


def test_the_first_of_two_consonants_is_left_out() -> None:
    assert syllables("nissei") == ("ni", "sei")
    assert syllables("matcha") == ("ma", "cha")
    assert syllables("annon") == ("an", "non"), "but n is a sound of its own"


@given(_KANA)
def test_no_sound_of_a_reading_is_lost(reading: str) -> None:
    romanised = romanise(reading)
    assert "".join(syllables(romanised)) == romanised


def test_a_name_has_its_syllables_and_their_neighbours() -> None:
    assert syllable_features("samue") == ("y:sa", "y:mu", "y:e", "y:sa.mu", "y:mu.e")


def test_words_that_english_joins_meet_at_their_border() -> None:
    assert border_feature("age", "fu") == ("y:ge.fu",)
    assert border_feature("", "fu") == ()


def test_a_reading_and_its_spelling_share_syllables() -> None:
    (ja,), (en,) = features(["箸置き"], "ja"), features(["Hashioki"], "en")
    shared = {each for word in ja for each in word} & {each for word in en for each in word}
    assert {"y:ha", "y:shi", "y:ha.shi", "y:shi.o"} <= shared


def test_a_word_that_is_not_japanese_has_no_syllables() -> None:
    (found,) = features(["Three students worked."], "en")
    assert not [each for word in found for each in word if each.startswith("y:")]
