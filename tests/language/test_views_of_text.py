"""Normalising, ruby and mapped texts: what is shown, and where it stands in the source."""

import pytest

from alignbench.language.aozora_accents import with_accents
from alignbench.language.mapped import identity, without
from alignbench.language.normalise import has_japanese, printable
from alignbench.language.ruby import markup_spans, readings


def test_cutting_stretches_out_keeps_the_others_offsets() -> None:
    mapped = without(identity("甲乙丙丁", 10), [(1, 3)])
    assert (mapped.text, mapped.offsets) == ("甲丁", (10, 13))


def test_control_characters_and_direction_marks_never_reach_a_screen() -> None:
    assert printable(identity("赤\x1b[31m字\u202e逆\t終")).text == "赤[31m字逆 終"


def test_ruby_is_read_with_its_base() -> None:
    text = "東雲《しののめ》の空を｜二人《ふたり》で見た。"
    assert [(text[r.start : r.end], r.reading) for r in readings(text)] == [
        ("東雲", "しののめ"),
        ("二人", "ふたり"),
    ]


def test_without_ruby_and_notes_the_sentence_reads_on() -> None:
    text = "一［＃「一」は中見出し］東雲《しののめ》の空を｜二人《ふたり》で見た。"
    assert without(identity(text), markup_spans(text)).text == "一東雲の空を二人で見た。"


def test_half_width_kana_is_japanese_and_an_accent_is_not() -> None:
    assert has_japanese("ｶﾅ")
    assert not has_japanese("café №1")


def test_signs_and_latin_words_can_carry_ruby_too() -> None:
    text = "※※《こめじるし》と書き、Ｌｏｎｄｏｎ《ロンドン》へ行く。"
    assert [(text[r.start : r.end], r.reading) for r in readings(text)] == [
        ("※※", "こめじるし"),
        ("Ｌｏｎｄｏｎ", "ロンドン"),
    ]


@pytest.mark.parametrize(
    ("spelt", "shown"),
    [
        ("〔e'tude〕を弾く。", "étudeを弾く。"),
        ("〔Franc,ais〕と〔cafe'〕", "Françaisとcafé"),
        ("〔oe&uvre〕〔fu:r〕", "œuvrefür"),
        ("〔don't, he's〕", "〔don't, he's〕"),
        ("〔Note: see page 3〕", "〔Note: see page 3〕"),
        ("〔訳注〕", "〔訳注〕"),
    ],
)
def test_accents_that_aozora_spells_are_letters(spelt: str, shown: str) -> None:
    made = with_accents(identity(spelt, 5))
    assert made.text == shown
    assert len(made.offsets) == len(shown)
    assert list(made.offsets) == sorted(made.offsets)
