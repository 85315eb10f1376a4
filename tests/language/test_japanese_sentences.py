"""Where a Japanese sentence ends, as the reviewer of a translation would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.language.japanese_sentences import split_japanese


def sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split_japanese(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨がやんだ。空が明るい。", ["雨がやんだ。", "空が明るい。"]),
        ("本当？　うそ！", ["本当？", "うそ！"]),
        ("まさか！？　それは困る。", ["まさか！？", "それは困る。"]),
        ("「行くよ。」「待って。」", ["「行くよ。」", "「待って。」"]),
        ("「すぐ行く。待ってて。」と姉が言った。", ["「すぐ行く。待ってて。」と姉が言った。"]),
        ("『波の音。』を読んだ。", ["『波の音。』を読んだ。"]),
        ("「はい。」弟は立ち上がった。", ["「はい。」", "弟は立ち上がった。"]),
        (
            "母は「父が『帰る。』と言った。」と話した。",
            ["母は「父が『帰る。』と言った。」と話した。"],
        ),
        (
            "駅で（急行は来ない。各停だけだ。）待った。",
            ["駅で（急行は来ない。各停だけだ。）待った。"],
        ),
        ("雨だった。（傘はない。）走った。", ["雨だった。", "（傘はない。）", "走った。"]),
        (
            "物価は３．５％上がった。賃金は１．２％だ。",
            ["物価は３．５％上がった。", "賃金は１．２％だ。"],
        ),
        ("U.S.市場も下げた。円は動かない。", ["U.S.市場も下げた。", "円は動かない。"]),
        ('"寝る。灯も。"と兄が言う。風だ。', ['"寝る。灯も。"と兄が言う。', "風だ。"]),
        ("〝春の海。〟を描いた。よい絵だ。", ["〝春の海。〟を描いた。", "よい絵だ。"]),
        ("ﾌﾈｶﾞﾃﾞﾙ｡ｶｾﾞﾊﾅｲ｡", ["ﾌﾈｶﾞﾃﾞﾙ｡", "ｶｾﾞﾊﾅｲ｡"]),
        ("寝た。The ferry left at noon. 雨だ。", ["寝た。", "The ferry left at noon.", "雨だ。"]),
        ("Aoki Foods Co. Ltd. の株を買った。", ["Aoki Foods Co. Ltd. の株を買った。"]),
        ("送料は別です。※1返品はできません。", ["送料は別です。※1", "返品はできません。"]),
        ("本に書いた[3]。次の章で述べる。", ["本に書いた[3]。", "次の章で述べる。"]),
        ("また会えたよ♪今度は海へ行こうね☆", ["また会えたよ♪", "今度は海へ行こうね☆"]),
        ("すごくうれしい😀明日も来るよ。", ["すごくうれしい😀", "明日も来るよ。"]),
        ("♪と☆の印を付けた。", ["♪と☆の印を付けた。"]),
        ("**先に読むこと。**そのあとで押す。", ["**先に読むこと。**", "そのあとで押す。"]),
        ("モーニング娘。は解散しない。次の曲だ。", ["モーニング娘。は解散しない。", "次の曲だ。"]),
        ("そうか……。まあいい……", ["そうか……。", "まあいい……"]),
        ("「閉じ忘れた。しかし続く。次だ。", ["「閉じ忘れた。", "しかし続く。", "次だ。"]),
        ("去った。――返事は、もうない。", ["去った。", "――返事は、もうない。"]),
        ("待て！――と声がした。", ["待て！――と声がした。"]),
        ("それで終わった。――", ["それで終わった。――"]),
        ("（税は別です。送料は含みます。）", ["（税は別です。", "送料は含みます。）"]),
        ("えっ！と声が出た。", ["えっ！と声が出た。"]),
        ("句点がない見出し", ["句点がない見出し"]),
        ("'そうだ。'と父は答えた。母は黙る。", ["'そうだ。'と父は答えた。", "母は黙る。"]),
        ("舟は'Don't stop.'と鳴る。次だ。", ["舟は'Don't stop.'と鳴る。", "次だ。"]),
        ("舟は沈んだ。〔三〕皆は助かった。†", ["舟は沈んだ。〔三〕", "皆は助かった。†"]),
        ("皆は助かった。(2)", ["皆は助かった。(2)"]),
        ("お疲れさまでした(^^)また明日。", ["お疲れさまでした(^^)", "また明日。"]),
        ("助かりましたm(_ _)mまた来ます。", ["助かりましたm(_ _)m", "また来ます。"]),
        ("関数f(x;y)を使う。", ["関数f(x;y)を使う。"]),
        ("１．目的", ["１．目的"]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="あ亜A1。！？!?．.「」『』（）() \u3000…\n", max_size=80))
def test_the_pieces_are_the_whole_text(text: str) -> None:
    pieces = split_japanese(text)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(start < end for start, end in pieces)


def test_deep_brackets_cost_no_more_than_their_length() -> None:
    # Quadratic work on this would take minutes; linear work takes no time.
    text = "「" * 200_000 + "。"
    assert split_japanese(text) == [(0, len(text))]
