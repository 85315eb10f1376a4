from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.message import Message
from textual.pilot import Pilot
from textual.selection import Selection
from textual.strip import Strip

from alignbench.domain.text import Side
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.row_model import ListSource, RowModel, RowSource
from tests.tui.examples import NOTICE, LongDocument, row


class CountingView(BilingualView):
    """Counts the lines it is asked to draw."""

    drawn = 0

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        return super().render_line(y)


class ViewApp(App[None]):
    def __init__(self, source: RowSource) -> None:
        super().__init__()
        self.source = source
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield CountingView()

    def on_mount(self) -> None:
        self.query_one(BilingualView).show(self.source)

    def on_bilingual_view_piece_clicked(self, event: BilingualView.PieceClicked) -> None:
        self.heard.append(event)

    def on_bilingual_view_activated(self, event: BilingualView.Activated) -> None:
        self.heard.append(event)


@asynccontextmanager
async def showing(
    source: RowSource | Sequence[RowModel], size: tuple[int, int] = (120, 24)
) -> AsyncIterator[tuple[CountingView, Pilot[None]]]:
    app = ViewApp(ListSource(source) if isinstance(source, list) else source)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        yield app.query_one(CountingView), pilot


def lines(view: BilingualView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def top_text(view: BilingualView) -> str:
    return view.render_line(0).text


async def test_japanese_left_english_right_status_in_the_gutter() -> None:
    async with showing(NOTICE) as (view, _):
        shown = lines(view)
    assert shown[0].startswith("┃✓     市立図書館からのお知らせ")
    assert shown[0].endswith("│ A Notice from the City Library")
    assert shown[1] == ""
    assert shown[5].endswith("│ ┊ This is a special loan.")
    assert shown[7].startswith(" ?∅    休館日は月曜日です。")
    assert shown[7].endswith("── nothing in the English ──")
    assert shown[8].startswith(" ?⇅  ")


async def test_every_line_fills_the_width_exactly() -> None:
    async with showing(NOTICE) as (view, _):
        assert {view.render_line(y).cell_length for y in range(24)} == {120}


async def test_narrow_terminals_show_the_english_below() -> None:
    async with showing(NOTICE, size=(80, 24)) as (view, _):
        shown = lines(view)
    assert shown[3].startswith(" ✓   ✎ 図書館は")
    assert shown[4] == "         From April 1 the library stays open until 8 p.m."


async def test_text_is_never_taken_for_markup_or_terminal_commands() -> None:
    from alignbench.system.safe_text import printable

    nasty = printable("[red]赤[/] \x1b[2J [link=x]")
    async with showing([row([nasty], ["[bold]no[/bold]"])]) as (view, _):
        assert "[red]赤[/] ␛[2J [link=x]" in top_text(view)
        assert "[bold]no[/bold]" in top_text(view)


async def test_a_hundred_thousand_rows_open_by_measuring_only_what_is_seen() -> None:
    source = LongDocument(100_000)
    app = ViewApp(source)
    asked_at_first_paint: set[int] = set()
    CountingView.drawn = 0

    def note(_: Message) -> None:
        if CountingView.drawn == 0:
            asked_at_first_paint.update(source.asked)

    async with app.run_test(size=(120, 24), message_hook=note):
        assert len(asked_at_first_paint) <= 2 * 24
        assert "第0話" in top_text(app.query_one(CountingView))


async def test_a_move_of_the_cursor_draws_two_rows() -> None:
    async with showing(LongDocument(200)) as (view, pilot):
        await view.workers.wait_for_complete()
        await pilot.pause()
        view.drawn = 0
        view.cursor = 3
        await pilot.pause()
        heights = view.sheet.heights
        assert view.drawn == heights.height(0) + heights.height(3)


async def test_the_end_is_reached_at_once_and_exact() -> None:
    source = LongDocument(50_000)
    async with showing(source) as (view, pilot):
        view.cursor = 49_999
        await pilot.pause()
        assert any("第49999話" in line for line in lines(view))
        assert view.scroll_y == view.max_scroll_y


async def test_background_measuring_makes_all_heights_exact_and_holds_the_top_row() -> None:
    async with showing(LongDocument(3_000)) as (view, pilot):
        view.cursor = 1_500
        await pilot.pause()
        before = top_text(view)
        await view.workers.wait_for_complete()
        await pilot.pause()
        assert top_text(view) == before
        sheet = view.sheet
        assert not list(sheet.unmeasured(0))
        assert all(sheet.heights.height(i) == sheet.measured(i) for i in range(0, 3_000, 97))


async def test_scrolling_shows_each_line_once_and_none_is_lost() -> None:
    async with showing(LongDocument(60)) as (view, pilot):
        seen = []
        while True:
            seen += lines(view)
            if view.scroll_y == view.max_scroll_y:
                break
            view.scroll_to(y=view.scroll_y + 24, animate=False, force=True, immediate=True)
            await pilot.pause()
        text = "".join(seen)
        assert all(f"第{i}話" in text for i in range(60))


async def test_a_resize_keeps_the_top_row_and_fits_the_width() -> None:
    async with showing(LongDocument(500)) as (view, pilot):
        view.cursor = 250
        await pilot.pause()
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert view.sheet.columns.stacked
        assert any(line.startswith("┃") for line in lines(view))
        assert {view.render_line(y).cell_length for y in range(30)} == {90}


async def test_replacing_rows_redraws_them_and_keeps_the_place() -> None:
    rows = [row([f"文{i}。"], [f"Sentence {i}."], i, i) for i in range(100)]
    async with showing(rows) as (view, pilot):
        view.cursor = 50
        await pilot.pause()
        before = top_text(view)
        merged = row(["文50。", "文51。"], ["Sentence 50.", "Sentence 51."], 50, 50)
        view.replace(ListSource([*rows[:50], merged, *rows[52:]]), 50, 2, 50)
        await pilot.pause()
        assert top_text(view) == before
        assert len(view.sheet) == 99
        assert any("┊ Sentence 51." in line for line in lines(view))


async def test_a_click_chooses_a_row_and_says_which_segment() -> None:
    async with showing(NOTICE) as (view, pilot):
        app = pilot.app
        assert isinstance(app, ViewApp)
        await pilot.click(view, offset=(80, 5))
        assert view.cursor == 3
        clicked = app.heard[0]
        assert isinstance(clicked, BilingualView.PieceClicked)
        assert (clicked.row, clicked.side, clicked.piece) == (3, "en", 1)


async def test_a_double_click_acts_on_the_row() -> None:
    async with showing(NOTICE) as (view, pilot):
        app = pilot.app
        assert isinstance(app, ViewApp)
        await pilot.click(view, offset=(10, 3), times=2)
        assert any(isinstance(message, BilingualView.Activated) for message in app.heard)


@pytest.mark.parametrize(
    ("side", "column", "expected"),
    [
        ("ja", 6, "図書館は四月一日から午後八時まで開館します。\n貸出は一人十冊"),
        ("en", 68, "From April 1 the library stays open until 8 p.m.\nEach reader"),
    ],
)
async def test_dragging_selects_within_one_column(side: Side, column: int, expected: str) -> None:
    async with showing(NOTICE) as (view, pilot):
        start = view.render_line(2)
        begin = next(s for s in start if s.text.startswith(expected[:4]))
        assert begin.style is not None
        place = begin.style.meta["offset"][0]
        await pilot.mouse_down(view, offset=(column, 2))
        last = place + len(expected.splitlines()[1])
        selection = Selection(Offset(place, 1), Offset(last, 2))
        assert view.get_selection(selection) == (expected, "\n")


async def test_a_row_longer_than_the_view_is_read_page_by_page() -> None:
    long = [
        row(["長い話が続きます。" * 200], ["A long story goes on. " * 200]),
        row(["終わり。"], ["The end."], 1, 1),
    ]
    async with showing(long, size=(120, 12)) as (view, pilot):
        height = view.sheet.heights.height(0)
        assert height > 3 * 12
        tops = [round(view.scroll_y)]
        while not view.cursor:
            view.turn_page(1)
            await pilot.pause()
            tops.append(round(view.scroll_y))
        assert all(after - before < 12 for before, after in pairwise(tops)), "no line is skipped"
        view.turn_page(-1)
        await pilot.pause()
        assert view.cursor == 0
        view.cursor = 0
        view.scroll_to(y=0, animate=False, immediate=True)
        view.turn_page(1)
        await pilot.pause()
        assert 0 < round(view.scroll_y) < height
        view.turn_page(-1)
        await pilot.pause()
        assert (round(view.scroll_y), view.cursor) == (0, 0)
