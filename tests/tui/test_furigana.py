"""Readings above the Japanese: where they stand, and what they leave as it was."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import Selection

from alignbench.domain.text import Kind, Reading, Segment
from alignbench.tui.review.segment_readings import WAITING, SegmentReadings
from alignbench.tui.widgets.columns import Columns, Line, lay_out
from alignbench.tui.widgets.furigana import Over, over_lines, placed
from alignbench.tui.widgets.row_model import ListSource, Piece, RowModel
from alignbench.tui.wrapping import cells
from tests.tui.examples import NOTICE, row
from tests.tui.test_bilingual import lines as lines_of
from tests.tui.test_bilingual import showing
from tests.tui.workbench import (
    controls,
    make_project,
    opened,
    review,
    screen_text,
    until,
)  # fmt: skip

WIDE = Columns.fit(120, 0.45, has_readings=True)
NARROW = Columns.fit(80, 0.45, has_readings=True)


def line_of(overs: Sequence[Over], room: int = 40) -> str:
    """The line as it is drawn."""
    line = ""
    for begin, over in placed(overs, room):
        assert begin >= cells(line), "none stands over another"
        line += " " * (begin - cells(line)) + over.text
    return line


def over(text: str, *words: tuple[int, int, str]) -> list[Over]:
    piece = Piece(0, text)
    found = over_lines(
        [piece], lay_out(RowModel((piece,), ()), WIDE), [[Reading(*word) for word in words]]
    )
    return [each for line in found.values() for each in line]


def test_a_reading_stands_in_small_kana_in_the_middle_of_its_kanji() -> None:
    assert line_of(over("川が流れる。", (0, 1, "かわ"), (2, 3, "なが"))) == "ｶﾜ  ﾅｶﾞ"
    assert line_of(over("大人の話", (0, 2, "おとな"))) == "ｵﾄﾅ"
    assert line_of(over("「図書館」", (1, 4, "としょかん"))) == "  ﾄｼｮｶﾝ"


def test_a_wide_reading_hangs_over_the_kana_beside_it() -> None:
    assert line_of(over("を承る。", (1, 2, "うけたまわ"))) == " ｳｹﾀﾏﾜ"


def test_neighbours_make_room_for_each_other_and_keep_a_blank_while_they_can() -> None:
    apart = line_of(over("四月一日", (0, 1, "し"), (1, 2, "がつ"), (2, 4, "ついたち")))
    assert apart.split() == ["ｼ", "ｶﾞﾂ", "ﾂｲﾀﾁ"]
    dense = line_of(over("貸出は一人十冊", (3, 5, "ひとり"), (5, 6, "じゅう"), (6, 7, "さつ")))
    assert dense == "     ﾋﾄﾘ ｼﾞｭｳｻﾂ"


def test_what_finds_no_place_at_its_kanji_is_left_out_and_no_other() -> None:
    wide = [Over("ｱｱｱｱｱｱｱｱ", 0, 2, 0), Over("ｲ", 2, 4, 1), Over("ｳ", 20, 22, 5)]
    assert [each.text for _, each in placed(wide, 24)] == ["ｲ", "ｳ"]
    assert placed([Over("ｱｱｱｱｱ", 0, 2, 0)], 4) == []


WORDS = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 4), st.integers(0, 12)), max_size=9)


@given(WORDS, st.integers(0, 3))
def test_readings_touch_their_kanji_keep_their_order_and_stay_in_the_line(
    words: list[tuple[int, int, int]], spare: int
) -> None:
    overs, left = [], 0
    for gap, kanji, kana in words:
        left += 2 * gap
        overs.append(Over("ｱ" * kana, left, left + 2 * kanji, left))
        left += 2 * kanji
    room = left + spare
    stand = placed(overs, room)
    assert all(begin >= 0 and begin + each.width <= room for begin, each in stand)
    assert all(begin < each.right and each.left < begin + each.width for begin, each in stand)
    assert all(a + one.width <= b for (a, one), (b, _) in pairwise(stand))
    kept = [each for _, each in stand]
    assert kept == [each for each in overs if each in kept]
    if all(each.width <= each.right - each.left for each in overs):
        assert kept == [each for each in overs if each.width]


def test_a_word_that_a_line_s_end_parts_is_read_over_its_longer_part() -> None:
    columns = Columns(20, 10, 10, stacked=False, has_readings=True)
    piece = Piece(0, "あの市立図書館だ。")
    shown = lay_out(RowModel((piece,), ()), columns)
    assert [line.ja is None for line in shown] == [True, False, True, False]
    found = over_lines([piece], shown, [[Reading(4, 7, "としょかん")]])
    assert [(part.start, each[0].place) for part, each in found.items()] == [(5, 5)]


def test_only_lines_with_kanji_or_a_reading_of_the_file_have_one_above() -> None:
    assert len(lay_out(row(["ひらがなだけ。"], ["Kana only."]), WIDE)) == 1
    own = Piece(0, "ＣＤを聞く。", readings=(Reading(0, 2, "しーでぃー"),))
    kana = Piece(0, "カフェ。", readings=(Reading(0, 3, "みせ"),))
    assert len(lay_out(RowModel((own,), ()), WIDE)) == len(lay_out(RowModel((kana,), ()), WIDE))


@pytest.mark.parametrize("columns", [WIDE, NARROW])
def test_both_texts_begin_on_the_line_of_the_marks(columns: Columns) -> None:
    shown = lay_out(row(["川が流れる。"], ["The river runs."], new_paragraph=True), columns)
    assert shown[0] == Line()
    assert shown[1].reads
    assert shown[1].en is None
    assert [line.first for line in shown] == [at == 2 for at in range(len(shown))]
    assert shown[2].ja == shown[1].reads
    if not columns.stacked:
        assert shown[2].en


def test_lines_break_at_the_same_places_with_readings_and_without() -> None:
    for picture in NOTICE:
        plain = lay_out(picture, Columns.fit(60, 0.45))
        read = lay_out(picture, Columns.fit(60, 0.45, has_readings=True))
        for side in ("ja", "en"):
            parts = [getattr(line, side) for line in read if getattr(line, side)]
            assert parts == [getattr(line, side) for line in plain if getattr(line, side)]


READ = [
    Reading(0, 3, "としょかん"), Reading(4, 6, "しがつ"), Reading(6, 8, "ついたち"),
    Reading(10, 12, "ごご"), Reading(12, 14, "はちじ"), Reading(16, 18, "かいかん"),
]  # fmt: skip


@pytest.mark.parametrize("size", [(120, 40), (80, 40), (60, 50)])
async def test_drawn_lines_fill_the_width_and_stand_where_their_heights_say(
    size: tuple[int, int],
) -> None:
    async with showing(NOTICE, size=size) as (view, _):
        view.readings = lambda at: [READ] if at == 1 else []
        before = lines_of(view)
        view.leave_room_for_readings(on=True)
        shown = lines_of(view)
        assert {view.render_line(y).cell_length for y in range(size[1])} == {size[0]}
        at = next(at for at, line in enumerate(shown) if "図書館は" in line)
        assert shown[at - 1].rstrip(" │") == "       ﾄｼｮｶﾝ  ｼｶﾞﾂ ﾂｲﾀﾁ   ｺﾞｺﾞ ﾊﾁｼﾞ    ｶｲｶﾝ"
        assert shown[at].startswith(" ✓   ✎ 図書館は")
        heights = view.sheet.heights
        for each in range(len(NOTICE)):
            drawn = len(lay_out(NOTICE[each], view.sheet.columns))
            assert heights.height(each) == drawn
        view.leave_room_for_readings(on=False)
        assert lines_of(view) == before


async def test_readings_are_neither_selected_nor_clicked_but_what_they_stand_over() -> None:
    async with showing(NOTICE) as (view, pilot):
        view.readings = lambda at: [READ] if at == 1 else []
        view.leave_room_for_readings(on=True)
        top = view.sheet.heights.top(1) + 1
        await pilot.click(view, offset=(9, top))
        assert view.cursor == 1
        meta = [
            s.style.meta["offset"] for s in view.render_line(top) if "ｼｶﾞﾂ" in s.text and s.style
        ]
        selection = Selection(Offset(0, 1), Offset(meta[0][0], 1))
        assert view.get_selection(selection) == ("図書館は", "\n")


async def test_long_documents_ask_for_the_readings_of_rows_in_view_alone() -> None:
    asked: list[int] = []
    many = [row([f"{at}番の川が流れる。"], [f"River {at}."], at, at) for at in range(500)]
    async with showing(ListSource(many), size=(120, 24)) as (view, pilot):
        view.readings = lambda at: asked.append(at) or []  # type: ignore[func-returns-value]
        view.leave_room_for_readings(on=True)
        await pilot.pause()
        lines_of(view)
        assert asked
        assert max(asked) < 24


def segment(view: str, *own: Reading) -> Segment:
    return Segment(0, len(view), Kind.SENTENCE, 0, view, readings=own)


def test_segments_are_read_once_and_show_the_file_s_own_readings_until_then() -> None:
    known = SegmentReadings()
    river = segment("川が流れる。", Reading(0, 1, "がわ"))
    assert known.of([river]) == [(Reading(0, 1, "がわ"),)]
    assert known.are_wanted
    known.read_waiting()
    assert not known.are_wanted
    assert [[r.reading for r in each] for each in known.of([river])] == [["がわ", "なが"]]
    assert not known.are_wanted


def test_of_many_that_were_scrolled_past_the_last_are_read() -> None:
    known = SegmentReadings()
    rows = [segment(f"{at}番。") for at in range(WAITING + 10)]
    known.of(rows)
    known.read_waiting()
    known.of(rows[10:])
    assert not known.are_wanted
    known.of(rows[:1])
    assert known.are_wanted


async def test_the_key_tells_readings_in_the_panel_then_above_all_rows_then_nowhere(
    tmp_path: Path,
) -> None:
    async with opened(make_project(tmp_path)) as (app, pilot):
        plain = screen_text(app)
        review(app).row = 9
        await pilot.press("h")
        await until(pilot, lambda: "きたぐち" in screen_text(app))
        assert "ｷﾀｸﾞﾁ" not in screen_text(app)
        await pilot.press("h")
        await until(pilot, lambda: "ｷﾀｸﾞﾁ" in screen_text(app))
        assert "きたぐち" not in screen_text(app)
        assert "ﾁｭｳｼｬ" in screen_text(app), "rows that are not chosen are read too"
        await pilot.press("space")
        await until(pilot, lambda: "ｷﾀｸﾞﾁ" in screen_text(app))
        review(app).row = 0
        await pilot.press("h")
        await until(pilot, lambda: "ｷﾀｸﾞﾁ" not in screen_text(app))
        assert plain.splitlines()[1][:60] == screen_text(app).splitlines()[1][:60]


async def test_words_are_underlined_below_their_readings(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path)) as (app, pilot):
        await pilot.press("h", "h")
        await until(pilot, lambda: "ｼｶﾞﾂ" in screen_text(app))
        view = review(app).view
        review(app).row = 1
        await pilot.press("right")
        await until(pilot, lambda: controls(app).lit_words.word)
        top = view.sheet.heights.top(1)
        shown = [view.render_line(top + at) for at in range(view.sheet.heights.height(1))]
        lit = [s.text for strip in shown for s in strip if s.style and s.style.underline]
        assert controls(app).lit_words.word in lit
        assert not any("ｼ" in text for text in lit)
