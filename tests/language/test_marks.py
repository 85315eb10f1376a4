from alignbench.language.lemmas import features, words
from alignbench.language.marks import marks


def marks_in(text: str, side: str) -> set[str]:
    (found,) = features([text], side)  # type: ignore[arg-type]
    return {feature for word in found for feature in word if feature.startswith("p:")}


def test_both_languages_have_the_same_marks() -> None:
    ja = marks_in("「どこですか？」と聞いた（小声で）。", "ja")
    en = marks_in('"Where is it?" she asked (in a low voice).', "en")
    assert ja == en == {'p:"', "p:?", "p:(", "p:."}


def test_full_stops_and_commas_are_no_marks_of_their_own() -> None:
    assert marks("。、.,") == ()


def test_marks_are_no_words() -> None:
    found = words('"Stop!" he said.', "en")
    assert [word.features[0] for word in found] == ["e:stop", "e:he", "e:said"]


def test_a_mark_at_the_end_is_seen() -> None:
    assert marks_in("Where is it?", "en") == {"p:?"}
