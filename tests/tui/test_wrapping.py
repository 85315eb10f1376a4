from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from alignbench.tui.wrapping import (
    BLANK,
    HANGING,
    INSEPARABLE,
    NO_LINE_END,
    NO_LINE_START,
    cells,
    wrap,
)

BLANKS = "".join(BLANK)


def lines(text: str, width: int, hang: int = 0) -> list[str]:
    starts = wrap(text, width, hang)
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_a_short_text_is_one_line() -> None:
    assert lines("短い文。", 20) == ["短い文。"]
    assert lines("", 20) == [""]


def test_a_full_stop_never_begins_a_line() -> None:
    assert lines("駅前は広い。人が多い。", 10) == ["駅前は広", "い。人が多", "い。"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert lines("母は言った「もう帰ろう」", 12) == ["母は言った", "「もう帰ろ", "う」"]


def test_punctuation_may_hang_in_a_margin() -> None:
    assert lines("駅前は広い。人が多い。", 10, hang=2) == ["駅前は広い。", "人が多い。"]


def test_what_follows_the_hanging_mark_still_counts() -> None:
    assert lines("「駅前は広い。」と", 12, hang=2) == ["「駅前は広", "い。」と"]


def test_latin_words_and_numbers_stay_whole_inside_japanese() -> None:
    assert lines("今期の売上はAlphaNet社で12.5％増えた", 18) == [
        "今期の売上は",
        "AlphaNet社で12.5％",
        "増えた",
    ]


def test_a_full_width_number_stays_whole() -> None:
    assert lines("気温は２０．５度だった", 10) == ["気温は", "２０．５度", "だった"]


def test_a_long_japanese_run_after_a_space_stays_on_the_line() -> None:
    assert lines("第1章 これは長い話の始まりである", 16) == ["第1章 これは長い", "話の始まりである"]


def test_english_breaks_at_spaces_and_after_hyphens() -> None:
    assert lines("a well-known river runs", 8) == ["a well-", "known ", "river ", "runs"]


def test_blanks_at_the_end_of_a_line_take_no_room() -> None:
    assert lines("abcd efgh", 4) == ["abcd ", "efgh"]


def test_the_indent_of_a_japanese_paragraph_is_kept() -> None:
    assert lines("\u3000春になると川へ行く", 10) == ["\u3000春になる", "と川へ行く"]


def test_doubled_dashes_and_leaders_are_not_parted() -> None:
    assert lines("雨か——いや雪だ", 7) == ["雨か——", "いや雪", "だ"]
    assert lines("雨か……いや雪だ", 5) == ["雨", "か……", "いや", "雪だ"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_a_wide_character_gets_its_own_line_when_nothing_fits() -> None:
    assert lines("山川", 1) == ["山", "川"]


def test_joined_emoji_and_variants_are_one_character() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert lines(family * 2, 2) == [family, family]
    assert lines("葛\U000e0100葛\U000e0100", 2) == ["葛\U000e0100", "葛\U000e0100"]


ALPHABET = st.sampled_from(
    list("あいうカタナ漢字々ー。、「」（）っゃ…—・％３８Ａ")
    + list("abc 12.,-()'\u3000")
    + ["\u3099", "☎\ufe0f"]
)
TEXTS = st.lists(ALPHABET, max_size=60).map("".join)


@given(TEXTS, st.integers(4, 30), st.sampled_from([0, 2]))
def test_lines_join_to_the_text(text: str, width: int, hang: int) -> None:
    assert "".join(lines(text, width, hang)) == text


@given(TEXTS, st.integers(4, 30), st.sampled_from([0, 2]))
def test_no_line_is_wider_than_its_column(text: str, width: int, hang: int) -> None:
    for line in lines(text, width, hang):
        drawn = line.rstrip(BLANKS)
        room = width + (hang if drawn and drawn[-1] in HANGING else 0)
        assert cell_len(drawn) <= room


@given(TEXTS)
def test_widths_are_those_textual_crops_and_pads_with(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(
    st.text(st.sampled_from("あいうカタ漢字々ー。、「」（）っゃ…—"), max_size=60),
    st.integers(4, 30),
)
def test_a_rule_is_broken_only_where_the_line_offers_no_lawful_place(text: str, width: int) -> None:
    def lawful(before: str, after: str) -> bool:
        doubled = before == after and before in INSEPARABLE
        return before not in NO_LINE_END and after not in NO_LINE_START and not doubled

    drawn = lines(text, width)
    for first, second in pairwise(drawn):
        if not lawful(first[-1], second[0]):
            assert not any(lawful(a, b) for a, b in pairwise(first))


def test_a_dash_stays_with_the_english_word_before_it() -> None:
    assert lines("the river—slow and wide", 11) == ["the river—", "slow and ", "wide"]


def test_different_leaders_and_dashes_may_part_rather_than_break_a_rule() -> None:
    assert lines("—…—、", 4) == ["—…", "—、"]
