"""How kanji are read."""

from alignbench.domain.text import Reading, Span
from alignbench.language.half_width import half_width
from alignbench.language.readings import read_aloud, readings


def said(text: str, *given: Reading) -> dict[str, str]:
    return {text[each.start : each.end]: each.reading for each in readings(text, given)}


def test_readings_stand_over_kanji_and_not_over_the_kana_at_their_ends() -> None:
    assert said("本を読み上げる。") == {"本": "ほん", "読み上": "よみあ"}
    assert said("お茶をどうぞ。") == {"茶": "ちゃ"}
    assert said("ひらがなとカタカナ。") == {}


def test_inflected_words_are_read_as_they_stand() -> None:
    assert said("止まったときに応えた。") == {"止": "と", "応": "こた"}
    assert said("来なかった。") == {"来": "こ"}
    assert said("大きく言った。") == {"大": "おお", "言": "い"}
    assert said("今日は十時に東京へ行こう。") == {
        "今日": "きょう", "十": "じゅう", "時": "じ", "東京": "とうきょう", "行": "い",
    }  # fmt: skip
    assert said("続きは明日。")["続"] == "つづ"


def test_the_file_s_own_ruby_goes_first() -> None:
    assert said("宇宙を見る。", Reading(0, 2, "そら")) == {"宇宙": "そら", "見": "み"}


def test_a_word_is_read_aloud_with_its_kana() -> None:
    text = "本を読み上げる。"
    assert read_aloud(text, Span(2, 7)) == "よみあげる"
    assert read_aloud(text, Span(1, 2)) == ""


def test_numerals_are_read_as_their_counters_want_them() -> None:
    assert said("四月と七時と二十四年。") == {
        "四": "よ", "月": "がつ", "七": "しち", "時": "じ", "二十": "にじゅう", "年": "ねん",
    }  # fmt: skip
    assert said("九月。")["九"] == "く"


def test_small_kana_have_their_marks_beside_them() -> None:
    assert half_width("がっこう") == half_width("ガッコウ") == "ｶﾞｯｺｳ"
    assert half_width("ぱーてぃー・ヴ") == "ﾊﾟｰﾃｨｰ･ｳﾞ"
    assert half_width("ヶA漢") == "ヶA漢"
