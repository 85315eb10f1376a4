"""Enter and clicks decide only what was meant: searches, candidates, questions, arrivals."""

from pathlib import Path

import pytest
from textual.widgets import Button

from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.screen import ReviewScreen
from alignbench.tui.widgets.progress_line import ProgressLine
from tests.tui.workbench import (
    at_rest,
    links,
    make_project,
    opened,
    review,
    screen_text,
    told,
    until,
)


def line_of(app: Workbench, words: str) -> int:
    """The line of the screen on which words stand."""
    return next(y for y, line in enumerate(screen_text(app).splitlines()) if words in line)


# Searching


async def test_enter_goes_from_match_to_match_and_confirms_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("slash", *"二十", "enter")
        await until(pilot, lambda: "1/2" in screen_text(app))
        assert review(app).row == 3
        assert "esc ends the search" in screen_text(app)
        await pilot.press("enter")
        assert review(app).row == 8
        await pilot.press("enter", "enter")
        assert review(app).row == 8, "the first match again, and the second"
        assert review(app).session.undo() is None
        await pilot.press("escape", "enter")
        assert review(app).session.rows[8].link.status == "confirmed"


async def test_enter_after_a_search_that_finds_nothing_confirms_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("slash", *"zebra", "enter")
        await until(pilot, lambda: "nothing found" in screen_text(app))
        await pilot.press("enter")
        assert told(app) == "Nothing found; esc ends the search."
        assert review(app).session.undo() is None


# Where enter led to


async def test_the_enter_that_led_to_a_row_does_not_confirm_it(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("z", "Z")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await at_rest(pilot)
        await pilot.press("enter")
        assert review(app).session.undo() is None
        assert told(app) == "Link 1: space, or enter once more, confirms it."
        await pilot.press("enter")
        assert review(app).session.rows[0].link.status == "confirmed"


async def test_space_confirms_at_once_wherever_one_came_from(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("colon", "4", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and review(app).row == 3)
        await at_rest(pilot)
        await pilot.press("space")
        assert review(app).session.rows[3].link.status == "confirmed"


# Candidates


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_clicked_candidate_is_taken_by_a_key(root: Path, key: str) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("j")
        await at_rest(pilot)
        await pilot.click(offset=(20, line_of(app, "2   .21")))
        await pilot.pause()
        assert "2›  .21" in screen_text(app)
        assert review(app).session.undo() is None
        await pilot.press(key)
        await at_rest(pilot)
        assert links(review(app).session)[1] == ((1,), (1, 2), "confirmed")


async def test_a_selected_candidate_is_left_by_escape_and_by_another_row(root: Path) -> None:
    async with opened(root) as (app, pilot):
        panel = app.screen.query_one(CandidatesPanel)
        for leaving in ("escape", "j"):
            await pilot.click(offset=(20, line_of(app, "2   .21")))
            await pilot.pause()
            assert panel.selected == 2
            await pilot.press(leaving)
            await at_rest(pilot)
            assert panel.selected is None
        assert review(app).session.undo() is None


# What is to be looked at


async def test_n_goes_to_as_many_rows_as_the_heading_counts(tmp_path: Path) -> None:
    lines = [
        (["貸出は一人十冊以下です。"], ["Each reader may borrow 12 books."], 0.98),
        (["休館日は月曜日です。"], ["We are closed on Mondays."], 0.97),
        (["駐車場は二十台分あります。"], ["There is room for cars."], 0.5),
        (["雨の日も開館します。"], ["We open on rainy days too."], 0.96),
    ]
    async with opened(make_project(tmp_path / "p", lines)) as (app, pilot):
        await until(pilot, lambda: review(app).session.findings.open_links)
        await at_rest(pilot)
        assert "? 2 to look at" in screen_text(app)
        seen = set()
        for _ in range(4):
            await pilot.press("n")
            await at_rest(pilot)
            seen.add(review(app).row)
            assert f"to look at {len([r for r in (0, 2) if r <= review(app).row])}/2" in (
                screen_text(app)
            )
        assert seen == {0, 2}
        x = screen_text(app).splitlines()[0].index("to look at")
        was = review(app).row
        await pilot.click(ProgressLine, offset=(x, 0))
        await until(pilot, lambda: review(app).row != was)
        assert review(app).row in seen


# Questions


async def test_enter_at_a_question_of_something_that_cannot_be_undone_is_no(root: Path) -> None:
    async with opened(root) as (app, pilot):
        said: list[bool | None] = []
        for keys, answer in (
            (("enter",), False), (("left", "enter"), True), (("y",), True), (("escape",), False),
        ):  # fmt: skip
            app.push_screen(Question("Replace it?", "There is one."), said.append)
            await until(pilot, lambda: isinstance(app.focused, Button))
            assert "▸ No (n)" in screen_text(app)
            await pilot.press(*keys)
            await at_rest(pilot)
            assert said.pop() is answer, keys
