"""What stands for the words of a sentence besides their lemmas."""

from alignbench.language.lemmas import features


def of(text: str, side: str) -> set[str]:
    (found,) = features([text], side)  # type: ignore[arg-type]
    return {feature for word in found for feature in word}


def test_a_compound_brings_its_kanji() -> None:
    assert {"j:山道", "k:山", "k:道"} <= of("山道を歩いた。", "ja")


def test_a_single_kanji_is_its_own_word() -> None:
    assert "k:山" not in of("山だ。", "ja")


def test_an_inflected_word_brings_its_base_form() -> None:
    assert {"e:walked", "b:walk|walke", "e:went", "b:go"} <= of("They walked and went.", "en")
    assert "b:walk" not in of("They walk.", "en")
