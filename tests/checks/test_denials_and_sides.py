"""Denials, points of the compass, exchanged sides, parties and readings: right beside wrong."""

import pytest

from tests.checks.asking import found_at

TABLE = (
    (
        "neg.predicate",
        "通信が切れるとデータは保存されず、エラーが出る。",
        "If the connection is lost, the data is not saved and an error appears.",
        "If the connection is lost, the data is saved and an error appears.",
    ),
    ("neg.predicate", "未使用の切手", "Unused stamps", "Used stamps"),
    ("neg.predicate", "薬は効いた。", "The drug worked.", "The drug did not work."),
    ("neg.predicate", "手を触れるな。", "Do not touch it.", "Touch it."),
    ("neg.polarity", "鍵がかかっていない。", "The door is not locked.", "The door is locked."),
    ("neg.prohibition", "申込みは不要です。", "There is no need to apply.", "Please apply."),
    ("lex.compass", "南口で待つ。", "Wait at the south exit.", "Wait at the north exit."),
    (
        "lex.compass",
        "東日本は雨だ。",
        "It is raining in eastern Japan.",
        "It is raining in western Japan.",
    ),
    (
        "lex.exchange",
        "賛成11、反対3で可決した。",
        "It passed with three against and eleven for.",
        "It passed with 3 for and 11 against.",
    ),
    (
        "lex.exchange",
        "売上高は8％減、利益は12％増だった。",
        "Profit rose 12% even as sales fell 8%.",
        "Sales rose 8% and profit fell 12%.",
    ),
    (
        "lex.exchange",
        "大人500円、子ども300円",
        "Adults 500 yen, children 300 yen",
        "Adults 300 yen, children 500 yen",
    ),
    (
        "law.parties",
        "甲は乙から秘密情報の開示を受ける。",
        "Party A shall receive confidential information from Party B.",
        "Party B shall receive confidential information from Party A.",
    ),
    (
        "law.parties",
        "債権者は債務者に対し履行を催告した。",
        "The creditor demanded performance from the debtor.",
        "The debtor demanded performance from the creditor.",
    ),
    (
        "law.parties",
        "借主は貸主に敷金を預ける。",
        "The landlord shall receive a deposit from the tenant.",
        "The tenant shall receive a deposit from the landlord.",
    ),
    (
        "law.conjunction",
        "役員及び使用人は、この規程を守らなければならない。",
        "Officers and employees must comply with these rules.",
        "Officers or employees must comply with these rules.",
    ),
    (
        "lex.answer",
        "少数株主の利益を守る。",
        "Protect minority shareholders.",
        "Protect majority shareholders.",
    ),
    (
        "lex.answer",
        "明け方に潮が引く。",
        "The tide goes out at dawn.",
        "The tide turns at dawn.",
    ),
    ("lex.antonym", "知事は計画を認可した。", "He approved the plan.", "He rejected the plan."),
    ("lex.antonym", "株価は3日続落した。", "Stocks fell again.", "Stocks rose again."),
    (
        "lex.quantifier",
        "与党は過半数に届かなかった。",
        "The party fell short of a majority.",
        "The party won a majority of votes.",
    ),
    ("lex.country", "豪州への輸出", "Exports to Australia", "Exports to Austria"),
    ("id.label", "「保存」を押す。", "Press “Save.”", "Press “Cancel.”"),
    (
        "id.latin",
        "MAX_RETRIES を設定する。",
        "Set MAX_RETRIES.",
        "Set MAX_ENTRIES.",
    ),
    ("name.romanised", "盛岡に着いた。", "We got to Morioka.", "We got to Morioko."),
    ("name.romanised", "大塚駅で待つ。", "Wait at Otsuka Station.", "Wait at Osaka Station."),
    ("name.romanised", "宙《そら》は頷いた。", "Sora nodded.", "Chu nodded."),
    ("sent.type", "もう終わり⁇", "Is it over?", "It is over."),
    ("en.mechanics", "彼女は速く走れる。", "She can run fast.", "She can runs fast."),
    (
        "en.mechanics",
        "三つの工場が閉鎖された。",
        "Three plants have closed.",
        "Three plants has closed.",
    ),
    ("en.spelling", "保守は年2回行う。", "Maintenance is done.", "Maintainance is done."),
)


@pytest.mark.parametrize(("check", "ja", "right", "wrong"), TABLE)
def test_the_wrong_one_is_told_and_the_right_one_is_not(
    check: str, ja: str, right: str, wrong: str
) -> None:
    assert found_at(check, [(ja, right)]) == []
    assert found_at(check, [(ja, wrong)]) == [0]


@pytest.mark.parametrize(
    ("check", "ja", "right"),
    [
        ("neg.predicate", "知らない者はいない。", "Everybody knows it."),
        ("neg.predicate", "この問題は無視できない。", "This problem deserves attention."),
        ("neg.polarity", "反対する人は一人もいなかった。", "All were in favor."),
        ("neg.polarity", "父は歌がうまい。", "My father is a good singer."),
        ("lex.compass", "関西と北海道を回った。", "We toured Kansai and Hokkaido."),
        ("lex.exchange", "輸出は増え、輸入は減った。", "Imports fell while exports rose."),
        ("sent.type", "なんだって！？", "You don't say!"),
        ("lex.antonym", "本を借り集めた。", "I begged them to lend me books."),
        ("name.romanised", "小島さんに会った。", "I met Ms. Ojima."),
        ("name.romanised", "中田選手", "Nakada"),
    ],
)
def test_what_looks_risky_and_is_right_is_left_in_peace(check: str, ja: str, right: str) -> None:
    assert found_at(check, [(ja, right)]) == []


def test_what_goes_on_is_not_done_yet() -> None:
    said = [
        ("この行はまだ終わっていません。", "We are still working on this line."),
        ("それは一つの道具に過ぎません。", "It is just one tool."),
    ]
    assert found_at("neg.polarity", said) == []
    assert found_at("neg.polarity", [("この行は終わりません。", "This line ends.")]) == [0]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("申請しなければ、補助は受けられません。", "You need to apply to receive the subsidy."),
        ("鍵を閉めないと電源は入りません。", "The power comes on only once the key is locked."),
        ("全ての項目を埋めない限り、登録は有効にならない。", "Fill in every field for your registration to be valid."),
    ],
)  # fmt: skip
def test_a_denial_under_a_denied_condition_is_what_is_needed(ja: str, en: str) -> None:
    assert found_at("neg.polarity", [(ja, en)]) == []
    assert found_at("neg.predicate", [(ja, en)]) == []


def test_a_denial_beside_a_plain_condition_stays_one() -> None:
    pair = ("申請すれば、登録は有効にならない。", "If you apply, your registration is valid.")
    assert found_at("neg.predicate", [pair]) == [0]


def test_what_has_to_be_approved_is_not_refused() -> None:
    said = ("草案は承認されなければならない。", "The draft has to be approved.")
    assert found_at("lex.antonym", [said]) == []
    assert found_at("lex.antonym", [("草案は承認されなかった。", "The draft was approved.")]) == [0]


def test_english_that_the_japanese_gives_itself_is_no_opposite() -> None:
    ja = "客席側 (front of house) と、後方の厨房 (back of house) とがある。"
    assert found_at("lex.antonym", [(ja, "There is front of house, and back of house.")]) == []
    assert found_at("lex.antonym", [("列の後方に並ぶ。", "Line up at the front.")]) == [0]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("試験を更新しなくてもよいようにしたい。", "We don’t want to have to update the test."),
        ("内容を確かめる必要もありません。", "We can’t check it, nor do we need to."),
    ],
)
def test_not_wanting_to_have_to_is_no_obligation(ja: str, en: str) -> None:
    assert found_at("mod.obligation", [(ja, en)]) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("保証人は、債務者が履行しないときに責任を負う。", "Should the debtor default, the guarantor is liable."),
        ("昨夜の嵐が嘘のように、海は凪いでいた。", "The sea was calm, as though there had never been a storm."),
        ("彼はそれだけ言うと、背を向けた。", "That was all he said before he turned his back."),
        ("賛成は半数をわずかに超えた。", "A bare majority were in favour."),
    ],
)  # fmt: skip
def test_what_only_looks_contrary_is_left_in_peace(ja: str, en: str) -> None:
    for check in ("neg.polarity", "neg.predicate", "lex.contradiction", "lex.quantifier"):
        assert found_at(check, [(ja, en)]) == []
