import unicodedata

import pytest

from alignbench.language.romanisation import (
    Macrons,
    looks_japanese,
    plain_letters,
    spelled,
    spellings,
)


@pytest.mark.parametrize(
    ("reading", "plain", "macron", "oh", "kana"),
    [
        ("おおの", "ono", "ōno", "ohno", "oono"),
        ("たろう", "taro", "tarō", "taroh", "tarou"),
        ("ユウコ", "yuko", "yūko", "yuko", "yuuko"),
        ("はっとり", "hattori", "hattori", "hattori", "hattori"),
    ],
)
def test_long_vowels_have_four_spellings(
    reading: str, plain: str, macron: str, oh: str, kana: str
) -> None:
    assert spelled(reading, Macrons.PLAIN) == plain
    assert unicodedata.normalize("NFC", spelled(reading, Macrons.MACRON)) == macron
    assert spelled(reading, Macrons.OH) == oh
    assert spelled(reading, Macrons.KANA) == kana


def test_all_usual_spellings_are_known() -> None:
    assert spellings("シンバシ") == {"shinbashi", "shimbashi"}
    assert plain_letters("Ōno-Jō") == "onojo"


def test_what_is_no_reading_has_no_spelling() -> None:
    assert spellings("漢字") == frozenset()


@pytest.mark.parametrize(
    "word", ["matcha", "hokkaido", "shimbashi", "konnyaku", "ryokan", "kenichi"]
)
def test_japanese_words_look_japanese(word: str) -> None:
    assert looks_japanese(word)


@pytest.mark.parametrize("word", ["library", "street", "an" * 20_000 + "x", "a" * 20_000 + "x"])
def test_other_words_do_not_however_long(word: str) -> None:
    assert not looks_japanese(word)
