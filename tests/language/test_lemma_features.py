"""What stands for the words of a sentence besides their lemmas."""

from collections.abc import Iterator

import pytest

from alignbench.language import lemmas
from alignbench.language.english_words import Piece, english_pieces
from alignbench.language.lemmas import each_text_read_once, features


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


def test_a_word_meets_its_transliteration() -> None:
    assert "r:hashioki" in of("箸置きを並べる。", "ja") & of("A hashioki is laid out.", "en")


def test_words_that_english_joins_have_a_common_reading() -> None:
    assert "r:aonameshi" in of("青菜めし", "ja") & of("The aonameshi", "en")
    assert "r:umesoda" not in of("梅ソーダ", "ja"), "a loan word is not read"


def test_long_vowels_and_labial_n_are_spelled_alike() -> None:
    assert "r:tenpo" in of("テンポウ店舗", "ja") & of("Tempo and Tempou", "en")


def test_a_katakana_name_meets_its_original_by_consonants() -> None:
    assert "s:brdk" in of("ヴォルドーク", "ja") & of("Voldork", "en")


def test_long_words_of_one_family_share_their_beginning() -> None:
    assert "x:trans" in of("a translator", "en") & of("translation", "en")
    assert "x:train" not in of("trains", "en")


def test_a_text_is_read_once_where_it_is_asked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(text: str) -> Iterator[Piece]:
        read.append(text)
        return english_pieces(text)

    monkeypatch.setattr(lemmas, "english_pieces", noted)
    texts = ["A cat.", "A dog.", "A cat."]
    apart = list(features(texts, "en"))
    assert len(read) == 3
    with each_text_read_once():
        assert list(features(texts, "en")) == list(features(texts, "en")) == apart
    assert len(read) == 5
    list(features(texts, "en"))
    assert len(read) == 8, "nothing is kept afterwards"
