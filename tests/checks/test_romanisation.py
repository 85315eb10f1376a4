"""Romanised words: every system of spelling passes, a sound that is off does not."""

import pytest

from alignbench.checks.names.near_readings import is_slip, reads_by_character, spells
from tests.checks.asking import found_at

TWINS = [
    ("先週、軽井沢に行ったよ。", "I went to Karuizawa last week.", "I went to Karizawa last week."),
    ("「よさこい」を踊る学生", "students dancing the yosakoi", "students dancing the yozakoi"),
    ("お好み焼きとたこ焼き", "okonomiyaki or takoyaki", "okonimoyaki or takoyaki"),
    ("小説家の三島由紀夫", "the novelist Yukio Mishima", "the novelist Yukiko Mishima"),
    ("サトウ・ケンジ様", "Mr. Kenji Sato", "Mr. Kenichi Sato"),
    ("担当：小野まゆみ", "Contact: Mayumi Ono", "Contact: Mayuri Ono"),
    ("歌舞伎町で道に迷った。", "We got lost in Kabukicho.", "We got lost in Kabukimachi."),
    ("川越まつり", "the Kawagoe Festival", "the Kawakoshi Festival"),
    ("出雲大社に参拝した。", "We worshipped at Izumo Taisha.", "We worshipped at Izuno Taisha."),
    ("草津温泉の湯畑", "the Yubatake at Kusatsu Onsen", "the Yuhata at Kusatsu Onsen"),
    ("雷おこしを買った。", "I bought kaminari-okoshi.", "I bought kaminari-kashi."),
    ("熱海で一泊した。", "We stayed a night in Atami.", "We stayed a night in Atsumi."),
    ("味噌汁と漬物", "miso soup and tsukemono", "miso soup and tsukenomo"),
]


@pytest.mark.parametrize(("ja", "right", "wrong"), TWINS)
def test_a_reading_that_is_a_sound_off_is_told(ja: str, right: str, wrong: str) -> None:
    assert found_at("name.romanised", [(ja, right), (ja, wrong)]) == [1]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("堀内家の茶室", "the tearoom of the Horinouchi family"),
        ("日本書紀による。", "It is in the Nihonshoki."),
        ("菊池寛賞を受けた。", "She received the Kikuchi Hiroshi Prize."),
        ("ペドロ・マリア・トンハ病院", "the Pedro Maria Tonha Hospital"),
        ("碧山を突き落とした。", "He defeated Aoiyama."),
    ],
)
def test_names_that_may_be_read_so_are_left_in_peace(ja: str, en: str) -> None:
    assert found_at("name.romanised", [(ja, en)]) == []


@pytest.mark.parametrize("word", ["Shimbashi", "Shinbashi", "Sinbasi", "shin-bashi", "Simbasi"])
def test_hepburn_kunrei_and_typed_spellings_are_one(word: str) -> None:
    assert spells(word, "シンバシ")
    assert not is_slip(word, "シンバシ", voiced=True, name=True)


def test_voicing_is_a_slip_only_where_it_is_asked_for() -> None:
    assert is_slip("Sanugi", "サヌキ", voiced=True, name=True)
    assert not is_slip("Sanugi", "サヌキ", voiced=False, name=True)


def test_the_sound_of_each_character_is_known() -> None:
    assert reads_by_character("Kawakoshi", "川越")
    assert not reads_by_character("Kawagami", "川越")
