"""Each kind of error spoils an example, and leaves alone a sentence it has no business with."""

import random

import pytest

from benchmarks.meaning.maker.japanese import spoil_ja
from benchmarks.meaning.maker.kinds import KINDS, Knowledge
from benchmarks.meaning.maker.rewording import reword
from benchmarks.meaning.maker.rules import RULES, spoil

DRAWS = 40
KNOW = Knowledge(
    neighbours={"lantern": ["candle"]},
    mined={},
    glosses={"判断": ["judgement", "x", "y", "divination"]},
    names=("Kenji",),
)
NOTHING = "Hm, well, oh."
SPOILT = {
    "opposite": ("庭は広い。", "The garden is large."),
    "sister": ("猫が棚で寝ている。", "A cat sleeps there."),
    "neighbour": ("提灯が揺れた。", "The lantern swayed."),
    "higher": ("犬が吠えた。", "The dog barked."),
    "sense": ("判断が要る。", "It needs judgement."),
    "role": ("ケンがエミを見た。", "Ken looked long at Emi."),
    "condition": ("雨が降れば中止だ。", "If it rains, the picnic is off."),
    "exception": ("日曜以外は開いている。", "The shop is open daily except on Sunday."),
    "modality": ("裏門を使わなければならない。", "You must use the back gate."),
    "tense": ("彼は橋を渡った。", "He was on the bridge."),
    "aspect": ("荷物はもう着いた。", "The parcel has already come."),
    "degree": ("水はとても冷たい。", "The water is very cold."),
    "quantity": ("全員が手を挙げた。", "All of them put up a hand."),
    "negation": ("鍵は見つからない。", "The key is not here."),
    "omission": ("庭で、父が薪を割った。", "In the garden, my father split wood for the stove."),
    "item": ("塩と酢を入れる。", "Put in salt, oil and vinegar."),
    "addition": ("窓が開いた。", "The window opened."),
    "referent": ("彼は黙った。", "He was silent."),
    "relation": ("食事の前に手を洗う。", "Wash before the meal."),
    "cause": ("道が凍ったから遅れた。", "We came late because the road froze."),
    "unit": ("三キロ歩いた。", "We walked 3 kilometers."),
    "number": ("四十二段ある。", "There are 42 steps."),
    "question": ("店は開いていますか。", "Is the shop open?"),
    "comparison": ("川は道より低い。", "The river is lower than the road."),
    "rise": ("水位が上がった。", "The water level rose."),
    "name": ("昨日エミに会った。", "Yesterday we met Emi."),
}


def draws(kind: str, ja: str, en: str) -> list[str]:
    made = (RULES[kind][0](en, ja, random.Random(seed), KNOW) for seed in range(DRAWS))
    return [each.text for each in made if each and each.text != en]


def test_every_rule_has_an_example() -> None:
    assert set(SPOILT) == set(RULES) <= set(KINDS)


@pytest.mark.parametrize("kind", SPOILT)
def test_a_rule_spoils_its_example(kind: str) -> None:
    assert draws(kind, *SPOILT[kind])


@pytest.mark.parametrize("kind", sorted(set(SPOILT) - {"addition"}))
def test_a_rule_leaves_alone_what_it_does_not_know(kind: str) -> None:
    assert draws(kind, "ふうん。", NOTHING) == []


def test_marked_words_are_the_words_exchanged() -> None:
    ja, en = SPOILT["rise"]
    made = spoil(en, ja, random.Random(1), KNOW, ("rise",))
    assert made is not None
    assert made.text == "The water level fell."
    assert [made.text[slice(*span)] for span in made.spans] == ["fell"]


def test_the_article_follows_the_word() -> None:
    made = spoil("He is a friend.", "彼は友人だ。", random.Random(0), KNOW, ("opposite",))
    assert made is not None
    assert made.text == "He is an enemy."


def test_a_word_the_dictionary_allows_is_no_error() -> None:
    allowed = Knowledge(neighbours={"lantern": ["candle"]}, glosses={"提灯": ["candle"]})
    ja, en = SPOILT["neighbour"]
    assert spoil(en, ja, random.Random(0), allowed, ("neighbour",)) is None


def test_a_rewording_says_the_same_in_the_other_order() -> None:
    made = {
        reword("If it rains, we stay inside.", "雨なら中にいる。", random.Random(seed), KNOW)
        for seed in range(DRAWS)
    }
    assert "We stay inside if it rains." in made


def test_the_japanese_side_can_be_spoilt_too() -> None:
    made = {
        each.text
        for seed in range(DRAWS)
        if (each := spoil_ja("門の前で待つ。", "Wait in front.", random.Random(seed), ""))
    }
    assert "門の後で待つ。" in made
