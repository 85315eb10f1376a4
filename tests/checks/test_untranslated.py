import pytest

from tests.checks.asking import ask, found_at, marked


@pytest.mark.parametrize(
    "en",
    [
        "The Ono family (小野) ran the inn.",
        "The sign reads 営業中 in red kanji.",
        "“侍” (samurai) is written with one character.",
        "Café Ōno — open till 10 p.m.",
    ],
)
def test_glosses_and_words_about_words_are_let_pass(en: str) -> None:
    assert found_at("text.residue", [("小野家の宿には侍、営業中と赤い字で書いてある。", en)]) == []


def test_leftovers_are_pointed_at() -> None:
    pairs = [("受付は二階です。", "The 受付 is on the second floor.")]
    assert list(marked(pairs, ask("text.residue", pairs))) == [("", "受付")]


def test_full_width_letters_are_a_matter_of_punctuation() -> None:
    ((_, finding),) = ask("text.residue", [("Ａ館で開く。", "It opens in hall Ａ.")])
    assert finding.type == "linguistic/punctuation"


def test_english_that_is_the_japanese_is_found_whole() -> None:
    ((_, finding),) = ask("text.residue", [("受付は二階です。", "受付は二階です。")])
    assert finding.en is not None
    assert finding.en.end == 8
