"""What checks do not read: code that both sides show alike, and a translator's bracketed notes."""

import pytest

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.read_pairs import ReadPairs
from alignbench.checks.registry import OURS
from alignbench.checks.shared_code import STAND_IN
from alignbench.domain.text import Span
from tests.checks.asking import check_of, found_at


def read(pair: CheckedPair) -> tuple[str, str]:
    seen = ReadPairs([pair]).texts_for(check_of("quote.pair"))[0]
    return seen.ja, seen.en


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    return tuple(Span(at, at + len(part)) for part in parts for at in [text.index(part)])


def found(pair: CheckedPair) -> list[str]:
    return [finding.check for _, finding in run_checks([pair], [check() for check in OURS])]


def test_code_that_both_sides_mark_is_no_text() -> None:
    ja, en = "`{`で始まる行は`end`まで続く。", "A line that starts with `{` runs to `end`."
    assert read(CheckedPair(ja, en)) == (
        f"`{STAND_IN}`で始まる行は`{STAND_IN * 3}`まで続く。",
        f"A line that starts with `{STAND_IN}` runs to `{STAND_IN * 3}`.",
    )


def test_code_that_one_side_marks_is_found_among_the_words_of_the_other() -> None:
    ja, en = "u81つ分の場所を取る。", "It takes up the room of one u8 value, not of one u80."
    pair = CheckedPair(ja, en, ja_code=spans(ja, "u8"))
    assert read(pair) == (ja.replace("u8", STAND_IN * 2), en.replace("u8 ", STAND_IN * 2 + " "))
    assert "id.token" in found(CheckedPair(ja, en))
    assert found(pair) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("`a`を押す。", "Press `b` for a list."),
        ("`a`を押す。", "Press a key."),
        ("`limit`は5である。", "`limits` is 5."),
    ],
)
def test_other_code_stays_as_it_is(ja: str, en: str) -> None:
    assert read(CheckedPair(ja, en)) == (ja, en)


def test_how_often_a_sentence_names_its_code_is_free() -> None:
    ja = "`<b>`を書くと、`<b>`の中の文字が太くなり、`<b>`は表示されない。"
    en = "When you write `<b>`, the text in it turns bold; the tag is not shown."
    assert found(CheckedPair(ja, en)) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("川を渡る（訳注：当時は橋が3本しかなかった）と、町に出る。", "Cross the river and you are in town."),
        ("川を渡る[訳者注: 橋はない(1950年まで)]と町だ。", "Cross the river and you are in town."),
        ("川を渡ると町だ。", "Cross the river (Translator’s note: no bridge until 1950) and you are in town."),
        ("川を渡ると町だ。", "Cross the river [Tr. note: the Kamo, 3 km away] and you are in town."),
        ("訳注：当時は橋が3本しかなかった。", ""),
    ],
)  # fmt: skip
def test_a_note_of_a_translator_has_no_answer_and_needs_none(ja: str, en: str) -> None:
    assert found(CheckedPair(ja, en)) == []


def test_a_note_on_both_sides_is_compared() -> None:
    pair = CheckedPair(
        "川（訳注：長さ3キロ）を渡る。", "Cross the river (translator’s note: 5 km long)."
    )
    assert "num.value" in found(pair)


def test_a_note_of_the_author_is_text() -> None:
    assert "num.value" in found(
        CheckedPair("川（注：長さ3キロ）を渡る。", "Cross the river (note: 5 km).")
    )


def test_a_row_of_code_is_asked_for_its_numbers_and_its_japanese_alone() -> None:
    ja, en = "if (x) { 表示(3)", "if (x) { show(4)"
    assert "quote.pair" in found(CheckedPair("箱を開く。", "Open the box ( now."))
    assert found(CheckedPair(ja, en, is_code=True)) == ["num.enum"]
    left = CheckedPair("print(x) # 名前を表示する", "print(x) # 名前を表示する", is_code=True)
    assert found(left) == ["text.residue"]


def test_a_curly_apostrophe_denies_as_a_straight_one_does() -> None:
    pairs = [CheckedPair("送料は含まれません。", f"Shipping isn{mark}t included.") for mark in "'’"]
    assert [found(pair) for pair in pairs] == [[], []]


def test_sentences_that_differ_in_their_code_alone_are_other_sentences() -> None:
    a1, b2 = "設定する前に`a1`を開きます。", "設定する前に`b2`を開きます。"
    pairs = [(a1, "Open `a1` first."), (b2, "Before you set it, open `b2`.")]
    assert found_at("pair.consistency", pairs) == []
    assert found_at("pair.consistency", [pairs[0], (a1, "Before you set it, open `a1`.")]) == [1]
