"""What the screens look like in odd terminals and with odd texts; searching; the mouse."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.screen import ReviewScreen
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.minimap import Minimap
from tests.tui.workbench import (
    at_rest,
    do,
    links,
    make_project,
    opened,
    review,
    screen_text,
    told,
    until,
)

NASTY = [
    (["[bold]太字[/bold]と［＃注記］と\x1b[2J\x1b]0;題\x07がある。"],
     ["[red]Not red[/red] [link=file:///]here[/link] \x1b[31m\x9b1m [12]"], 0.9),
    (["あ" * 400], ["x" * 900], 0.9),
    (["葛\U000e0100と👩‍👩‍👧とが\u3099ある。"], ["A\u202eB\u200bC"], 0.4),
    (["一。"], ["]" * 40 + "[/] [/nothing] [[]] \\[x]"], 0.9),
]  # fmt: skip


@pytest.mark.parametrize("size", [(160, 48), (120, 40), (80, 24), (60, 16), (40, 10), (20, 6)])
async def test_every_line_is_as_wide_as_the_terminal(root: Path, size: tuple[int, int]) -> None:
    async with opened(root, size=size) as (app, pilot):
        await pilot.press("n", "n", "G", "m", "f1", "escape", "slash", *"二十", "enter")
        await at_rest(pilot)
        strips = app.screen._compositor.render_strips(app.size)
        assert {strip.cell_length for strip in strips} == {size[0]}
        assert len(strips) == size[1]


@pytest.mark.parametrize("size", [(160, 48), (80, 24), (40, 10)])
async def test_the_chosen_row_the_help_key_and_doubt_are_always_in_sight(
    root: Path, size: tuple[int, int]
) -> None:
    async with opened(root, size=size) as (app, pilot):
        await pilot.press("n")
        text = screen_text(app)
        assert "六十五歳" in text
        assert "to look at 1/4" in text
        assert "? 4 to look at" in text
        assert text.splitlines()[-1].rstrip().endswith("? help")


async def test_a_terminal_may_shrink_and_grow(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("n")
        for size in ((80, 24), (40, 10), (10, 3), (160, 48), (120, 40)):
            await pilot.resize_terminal(*size)
            await at_rest(pilot)
            assert review(app).row == 3
            strips = app.screen._compositor.render_strips(app.size)
            assert {strip.cell_length for strip in strips} == {size[0]}
        assert "六十五歳" in screen_text(app)


async def test_narrow_terminals_show_the_english_below(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, _):
        lines = screen_text(app).splitlines()
        at = next(i for i, line in enumerate(lines) if "貸出は一人" in line)
        assert "Each reader may borrow" in lines[at + 1]


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_what_stands_in_a_file_is_only_text(tmp_path: Path, size: tuple[int, int]) -> None:
    root = make_project(tmp_path / "nasty", NASTY, "[red]nasty[/]")
    async with opened(root, "[red]nasty[/]", size) as (app, pilot):
        text = screen_text(app)
        assert "[red]nasty[/]" in text
        assert "[bold]太字[/bold]と［＃注記］と␛[2J" in text
        assert "[red]Not red[/red]" in text
        for _ in range(3):
            await pilot.press("j", "t", *"[b]x", "enter", "f", "tab", "tab", *"[/]y", "enter")
            await at_rest(pilot)
            text = screen_text(app)
            assert "[b]x" in text
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
        strips = app.screen._compositor.render_strips(app.size)
        assert {strip.cell_length for strip in strips} == {size[0]}


async def test_one_side_may_be_nearly_empty(tmp_path: Path) -> None:
    lines = [(["山は静かだ。"], ["The mountain is quiet."], 0.9)]
    lines += [([f"第{i}の文。"], [], 0.5) for i in range(30)]
    root = make_project(tmp_path / "half", lines, "half")
    async with opened(root, "half") as (app, pilot):
        await pilot.press("n", "o", "o", "m", "l", "tab", "tab", "escape")
        await at_rest(pilot)
        session = review(app).session
        assert session.summary.confirmed == 2
        assert sum(len(row.ja) for row in session.rows) == 31


# Searching


async def test_searching_ignores_width_and_case_and_n_goes_on(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("slash", *"ＴＷＥＮＴＹ")
        await until(pilot, lambda: "1/2" in screen_text(app))
        assert review(app).row == 3
        await pilot.press("enter", "n")
        assert review(app).row == 8
        await pilot.press("n")
        assert review(app).row == 3
        await pilot.press("N", "escape", "n")
        assert review(app).row == 3, "n goes to doubt again"


async def test_letters_typed_into_the_search_line_decide_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+f", *"xmsoau", "space")
        await until(pilot, lambda: "nothing found" in screen_text(app))
        await pilot.press("escape")
        await at_rest(pilot)
        assert review(app).session.undo() is None
        assert isinstance(app.focused, BilingualView)


async def test_letters_on_their_way_when_the_search_line_opens_decide_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        before = links(review(app).session)
        app.post_message(Key("slash", "/"))
        for letter in "xoa":
            app.post_message(Key(letter, letter))
        await at_rest(pilot)
        assert links(review(app).session) == before
        assert review(app).session.undo() is None
        assert app.screen.query_one("#search-input", Input).value == "xoa", "they are the words"


async def test_a_search_typed_in_one_burst_is_gone_to(root: Path) -> None:
    async with opened(root) as (app, pilot):
        app.post_message(Key("slash", "/"))
        for letter in "twentz":
            app.post_message(Key(letter, letter))
        app.post_message(Key("backspace", "\x7f"))
        app.post_message(Key("y", "y"))
        app.post_message(Key("enter", "\r"))
        await until(pilot, lambda: review(app).row == 3)
        await until(pilot, lambda: isinstance(app.focused, BilingualView))
        assert review(app).session.undo() is None


async def test_matches_stay_right_when_links_change(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("slash", *"twenty", "enter")
        await until(pilot, lambda: review(app).row == 3)
        await do(pilot, "merge-with-next")
        await pilot.press("n")
        row = review(app).current
        assert "twenty cars" in row.en[0].view


# The mouse


async def test_the_mouse_chooses_confirms_and_takes_candidates(root: Path) -> None:
    async with opened(root) as (app, pilot):
        screen = review(app)
        await pilot.click(BilingualView, offset=(20, 2))
        assert screen.row == 1
        await at_rest(pilot)
        await pilot.click(CandidatesPanel, offset=(20, 3))
        await at_rest(pilot)
        assert screen.session.undo() is None, "one click takes nothing"
        assert "Candidate 2: click it again, or enter, takes it" in told(app)
        await pilot.click(CandidatesPanel, offset=(20, 3))
        await at_rest(pilot)
        assert links(screen.session)[1] == ((1,), (1, 2), "confirmed")
        await pilot.click(BilingualView, offset=(20, 0), times=2)
        assert screen.session.rows[0].link.status == "confirmed"


async def test_the_mouse_presses_the_keys_of_the_bottom_line(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.click(KeyLine, offset=(3, 0))
        await pilot.pause()
        assert review(app).session.summary.confirmed == 1
        line = screen_text(app).splitlines()[-1]
        await pilot.press("u")
        await pilot.pause()
        assert review(app).session.summary.confirmed == 0
        await pilot.click(KeyLine, offset=(line.index("more"), 0))
        await until(pilot, lambda: "Confirm up to here" in screen_text(app))


async def test_the_mouse_goes_anywhere_on_the_map(tmp_path: Path) -> None:
    lines = [([f"文{i}。"], [f"Line {i}."], 0.9) for i in range(300)]
    root = make_project(tmp_path / "long", lines)
    async with opened(root) as (app, pilot):
        height = app.screen.query_one(Minimap).size.height
        await pilot.click(Minimap, offset=(1, height // 2))
        assert 140 < review(app).row < 160
        await pilot.click(Minimap, offset=(1, height - 1))
        assert 290 < review(app).row < 300


async def test_the_mouse_marks_segments_for_a_link_by_hand(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await do(pilot, "link-by-hand")
        await pilot.click(BilingualView, offset=(80, 2))
        await do(pilot, "link-marked")
        assert ((0,), (1,), "confirmed") in links(review(app).session)


async def test_the_wheel_scrolls_without_choosing(tmp_path: Path) -> None:
    lines = [([f"文{i}。"], [f"Line {i}."], 0.9) for i in range(90)]
    root = make_project(tmp_path / "long", lines)
    async with opened(root) as (app, pilot):
        view = review(app).view
        view.scroll_relative(y=20, animate=False)
        await at_rest(pilot)
        assert view.scroll_y == 20
        assert review(app).row == 0


async def test_leaving_a_dialog_gives_the_focus_back(root: Path) -> None:
    async with opened(root) as (app, pilot):
        for opener in ("t", "f", "colon", "question_mark", "ctrl+p"):
            await pilot.press(opener)
            await until(pilot, lambda: not isinstance(app.screen, ReviewScreen))
            await pilot.press("escape")
            await at_rest(pilot)
            assert isinstance(app.focused, BilingualView), opener
        await pilot.press("tab", "tab", "shift+tab", "j")
        assert review(app).row == 1
        assert not isinstance(app.focused, Input)


async def test_a_theme_is_remembered(root: Path) -> None:
    async with opened(root) as (app, _):
        app.theme = "paper-light"
    async with opened(root) as (app, _):
        assert app.theme == "paper-light"
        assert told(app) == ""
