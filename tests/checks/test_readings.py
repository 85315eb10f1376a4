"""Names whose reading a text gives: which words are names, and how they are spelled."""

import pytest

from alignbench.checks import Context
from alignbench.checks.names.names import Name, Names, from_ruby
from alignbench.checks.terms.glossary import Term, glossary
from alignbench.language.romanisation import spellings
from tests.checks.asking import ask, found_at


def test_small_tsu_before_cho_is_spelled_with_t_or_c() -> None:
    assert {"hatchobori", "hacchobori"} <= spellings("はっちょうぼり")
    assert "botchan" in spellings("ぼっちゃん")


def test_two_vowels_that_meet_between_two_words_stay_apart() -> None:
    assert [name.en for name in from_ruby("松浦《まつうら》さんが来た。")] == [("Matsuura",)]


@pytest.mark.parametrize(
    "text", ["町へ行《ゆ》く。", "店の前を通《とお》る。", "灯《ひ》が見えた。"]
)
def test_ruby_over_a_verb_or_a_common_noun_is_no_name(text: str) -> None:
    assert list(from_ruby(text)) == []


def test_a_reading_in_brackets_teaches_family_and_given_name_apart() -> None:
    names = list(from_ruby("大野晋一（おおのしんいち）が書いた。"))
    assert [(name.ja, name.reading) for name in names] == [("大野", "おおの"), ("晋一", "しんいち")]


def test_a_nickname_rendered_by_its_meaning_is_asked_about_once() -> None:
    context = Context(names=Names((Name("山嵐", "やまあらし", ("Yamaarashi",)),)))
    pairs = [("山嵐が笑った。", "Porcupine laughed.")] * 5
    ((at, finding),) = ask("name.missing", pairs, context)
    assert at == 0
    assert "5 places" in finding.message
    assert found_at("name.registry", pairs, context) == []


def test_a_term_inside_another_word_is_not_the_term_and_its_old_spelling_is() -> None:
    terms = [
        ("京都", "Kyoto"),
        ("弁", "valve"),
        ("取扱説明書", "manual"),
        ("髙島屋", "Takashimaya"),
    ]
    context = Context(glossary=glossary(Term(ja, en) for ja, en in terms))
    inside = [("東京都に住む。", "I live in Tokyo."), ("弁護士に頼む。", "Ask a lawyer.")]
    assert found_at("term.glossary", inside, context) == []
    itself = [
        ("京都に住む。", "I live there."),
        ("取扱い説明書を読む。", "Read the guide."),
        ("高島屋で買う。", "Buy it at the store."),
    ]
    assert found_at("term.glossary", itself, context) == [0, 1, 2]


@pytest.mark.parametrize(
    ("ja", "right", "wrong"),
    [
        ("青梅線に乗る。", "Take the Ome Line.", "Take the Aoume Line."),
        ("函館の朝市。", "The market of Hakodate.", "The market of Hakodade."),
        ("船は大津を出た。", "The boat left Otsu.", "The boat left Ozu."),
        ("小倉城を見た。", "We saw Kokura Castle.", "We saw Ogura Castle."),
    ],
)
def test_a_name_that_is_often_misread_is_told_with_its_reading(
    ja: str, right: str, wrong: str
) -> None:
    assert found_at("name.romanised", [(ja, right)]) == []
    assert found_at("name.romanised", [(ja, wrong)]) == [0]


def test_ruby_outdoes_the_reading_that_kanji_mostly_have() -> None:
    ja = "七海（ななうみ）ことりが主演する。"
    assert found_at("name.romanised", [(ja, "Nanaumi Kotori plays the lead.")]) == []
    assert found_at("name.romanised", [(ja, "Nanami Kotori plays the lead.")]) == [0]
