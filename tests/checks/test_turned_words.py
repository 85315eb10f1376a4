"""Words of closed classes that turn a sentence round: each right English beside a wrong one."""

import pytest

from tests.checks.asking import ask, found_at, marked


@pytest.mark.parametrize(
    ("check", "ja", "right", "wrong"),
    [
        ("lex.country", "船はノルウェーを出た。", "It left Norway.", "It left Sweden."),
        (
            "lex.country",
            "英仏両国の首脳",
            "The British and French leaders",
            "Leaders of Spain and Italy",
        ),
        ("lex.country", "韓国語で書く。", "Write in Korean.", "Write in Chinese."),
        ("lex.antonym", "前年比5%増", "Up 5% on the year", "Down 5% on the year"),
        ("lex.antonym", "円高が進んだ。", "The yen strengthened.", "The yen weakened."),
        ("lex.antonym", "黒字に転じた。", "It moved into the black.", "It fell into the red."),
        ("lex.antonym", "申し出を断った。", "She declined the offer.", "She accepted the offer."),
        ("lex.antonym", "売上が倍増した。", "Sales doubled.", "Sales were halved."),
        ("lex.compass", "北西へ進む。", "It moves northwest.", "It moves northeast."),
        ("lex.quantifier", "過半数が賛成した。", "A majority agreed.", "A minority agreed."),
        ("lex.relative_time", "翌月に払う。", "Pay the next month.", "Pay the previous month."),
        (
            "lex.relative_time",
            "来週の火曜に会う。",
            "We meet next Tuesday.",
            "We met last Tuesday.",
        ),
        (
            "lex.relative_time",
            "来年度から上がる。",
            "Up from next fiscal year.",
            "Up this fiscal year.",
        ),
        ("neg.prohibition", "返品不可", "Non-returnable", "Returnable"),
        ("neg.prohibition", "土足厳禁", "No outdoor shoes", "Outdoor shoes welcome"),
        ("sent.type", "君が社長なの！？", "You are the president?!", "You are the president!"),
        ("id.latin", "WHOの予算", "The budget of the WHO", "The budget of the WTO"),
        (
            "id.latin",
            "WHOの予算",
            "The World Health Organization's budget",
            "The budget of the WTO",
        ),
        ("id.placeholder", "`max_size`を変える。", "Change `max_size`.", "Change `max_length`."),
    ],
)
def test_a_turned_word_is_told_and_a_right_one_is_not(
    check: str, ja: str, right: str, wrong: str
) -> None:
    assert found_at(check, [(ja, right)]) == []
    assert found_at(check, [(ja, wrong)]) == [0]


def test_a_request_that_english_says_positively_is_no_prohibition() -> None:
    assert found_at("neg.prohibition", [("忘れないでくださいね。", "Be sure to remember.")]) == []


def test_a_country_that_english_names_of_itself_is_let_pass() -> None:
    assert found_at("lex.country", [("スイスの時計", "A Swiss watch, sold in Japan")]) == []


def test_half_width_katakana_are_the_same_words_and_the_place_is_the_written_one() -> None:
    pairs = [("ﾄﾞｲﾂ製のｶﾒﾗ", "A camera made in Denmark")]
    found = ask("lex.country", pairs)
    assert list(marked(pairs, found)) == [("ﾄﾞｲﾂ", "Denmark")]
    assert found_at("lex.false_friend", [("ﾏﾝｼｮﾝを買った。", "I bought a mansion.")]) == [0]


def test_translated_attributes_and_rst_titles_may_differ() -> None:
    tag = ('<img alt="地図" src="a.png"/>', '<img alt="Map" src="a.png" />')
    role = ("これは :term:`反復可能 <iterable>` です。", "This is called :term:`iterable`.")
    assert found_at("id.placeholder", [tag, role]) == []
    assert found_at("id.placeholder", [(tag[0], '<img alt="Map" src="b.png"/>')]) == [0]
