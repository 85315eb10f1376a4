"""Showing only some rows, and what keys and clicks then may touch."""

import random
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input

from alignbench.domain.links import Link
from alignbench.review import Change, ReviewSession
from alignbench.review.filters import FilterableRows, Kind, RowFilter
from alignbench.review.patterns import Pattern
from alignbench.review.shown_rows import ShownRows
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.questions import Working
from alignbench.tui.dialogs.row_filter import FilterQuestion
from alignbench.tui.review.mode import Mode
from alignbench.tui.widgets.bilingual import BilingualView
from tests.tui.workbench import (
    Lines,
    at_rest,
    make_project,
    opened,
    review,
    screen_text,
    told,
    until,
)

MANY = [
    ([f"第{i}の文はここにある。"], [f"Sentence number {i} stands here."], 0.5 if i % 3 else 0.9)
    for i in range(60)
]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return make_project(tmp_path / "many", MANY)


def set_filter(app: Workbench, by: RowFilter) -> None:
    page = review(app)
    flags = FilterableRows(page.session.rows, frozenset()).passing(by)
    page.show_only(ShownRows(by, flags), flags.index(1))


def shown(app: Workbench) -> list[int]:
    page = review(app)
    return [at for at in range(len(page.session.rows)) if page.shown.has(at)]


async def test_doubts_are_shown_alone_and_one_key_shows_all_again(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ampersand")
        await until(pilot, lambda: isinstance(app.screen, FilterQuestion))
        await until(pilot, lambda: "10 rows are so" in screen_text(app))
        await pilot.press("2")
        await until(pilot, lambda: "4 rows are so" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, FilterQuestion))
        await at_rest(pilot)
        text = screen_text(app)
        assert "4 of 10 rows" in text
        assert "休館日は月曜日です。" in text
        assert "駐車場は二十台分あります。" not in text
        assert review(app).row == 3
        await pilot.press("*")
        assert "駐車場は二十台分あります。" in screen_text(app)
        assert review(app).row == 3


async def test_words_are_typed_for_either_side_and_may_be_patterns(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, FilterQuestion))
        await pilot.press("r", "tab", "tab")
        app.screen.query_one("#filter-en", Input).value = "("
        await until(pilot, lambda: "No regular expression" in screen_text(app))
        app.screen.query_one("#filter-en", Input).value = r"\b(ten|twenty)\b"
        await until(pilot, lambda: "3 rows are so" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, FilterQuestion))
        await at_rest(pilot)
        assert shown(app) == [2, 3, 8]


async def test_arrows_and_doubts_stay_among_the_rows_shown(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(frozenset({Kind.DOUBTFUL})))
        seen = [review(app).row]
        for key in ("j", "j", "j", "k", "g", "G", "n", "N", "}", "{"):
            await pilot.press(key)
            seen.append(review(app).row)
        assert set(seen) == {3, 4, 6, 7}
        assert seen[:5] == [3, 4, 6, 7, 6]


async def test_confirming_goes_on_to_the_next_row_shown_and_says_when_none_is_left(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(frozenset({Kind.DOUBTFUL})))
        await pilot.press("space", "space")
        assert review(app).row == 6
        assert shown(app) == [3, 4, 6, 7]  # what was confirmed stays until the filter is set anew
        set_filter(app, RowFilter(en="ten books"))
        await pilot.press("space")
        assert told(app) == "Every link shown is confirmed; * shows all."
        assert review(app).session.summary.confirmed == 3


async def test_confirming_up_to_here_leaves_hidden_rows_alone(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(frozenset({Kind.DOUBTFUL})))
        await pilot.press("j", "C")
        rows = review(app).session.rows
        assert [at for at, row in enumerate(rows) if row.link.status == "confirmed"] == [3, 4]


async def test_a_neighbour_that_is_hidden_is_shown_before_it_is_merged(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(en="ten books"))
        many = len(review(app).session.rows)
        await pilot.press("m")
        assert told(app) == "The filter hid link 4; press once more."
        assert len(review(app).session.rows) == many
        await pilot.press("m")
        assert len(review(app).session.rows) == many - 1


async def test_a_row_one_asks_for_by_number_is_shown(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(en="ten books"))
        await pilot.press(":")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("9", "enter")
        await at_rest(pilot)
        assert review(app).row == 8
        assert shown(app) == [2, 8]


async def test_a_filter_that_nothing_passes_changes_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("&")
        await until(pilot, lambda: isinstance(app.screen, FilterQuestion))
        app.screen.query_one("#filter-ja", Input).value = "ヨット"
        await pilot.press("enter")
        await at_rest(pilot)
        assert told(app) == "No link is so; the rows stay as they are."
        assert not review(app).shown.is_filtered


async def test_all_segments_can_be_pointed_at_while_linking_by_hand(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(en="ten books"))
        await pilot.press("l")
        assert "駐車場は二十台分あります。" in screen_text(app)
        await pilot.press("escape")
        assert "駐車場は二十台分あります。" not in screen_text(app)


KEYS = (
    "space", "m", "M", "o", "a", "U", "]", "<", ">", "[", "j", "k", "G", "g", "pagedown", "n", "u",
    "l", "escape", "s", "x", "=", "1", "2",
)  # fmt: skip
EDITS = ("confirm", "unconfirm", "merge", "omit", "add", "move_boundary", "split", "reject")


@pytest.mark.parametrize("seed", [1, 2])
async def test_no_key_and_no_click_acts_on_a_row_that_is_hidden(
    many: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    acted_on: list[tuple[int, bool]] = []
    choice = random.Random(seed)
    async with opened(many, "notice", size=(120, 24)) as (app, pilot):
        for name in EDITS:
            edit = getattr(ReviewSession, name)

            def spying(self: ReviewSession, row: int, *rest: object, edit: object = edit) -> Change:
                acted_on.append((row, is_in_view(app, row)))
                return edit(self, row, *rest)  # type: ignore[operator, no-any-return]

            monkeypatch.setattr(ReviewSession, name, spying)
        set_filter(app, RowFilter(frozenset({Kind.DOUBTFUL})))
        view = review(app).view
        for _ in range(45):
            before, hidden = review(app).row, hidden_links(app)
            acted_on.clear()
            if choice.random() < 0.7:
                await pilot.press(choice.choice(KEYS))
            elif choice.random() < 0.5:
                view.scroll_page_down(animate=False)
            else:
                offset = (30, choice.randrange(view.size.height))
                await pilot.click(BilingualView, offset=offset, times=choice.choice([1, 2]))
                before = view.cursor if not acted_on else acted_on[0][0]
            await pilot.pause()
            assert all(row == before and in_view for row, in_view in acted_on), acted_on
            assert review(app).mode.name == "LINKING" or review(app).shown.has(view.cursor)
            gone = hidden - {row.link for row in review(app).session.rows}
            assert not gone or "the filter hid" in told(app), told(app)
            assert heights_agree(app)


def hidden_links(app: Workbench) -> set[Link]:
    """The links of rows that the filter hides now."""
    page = review(app)
    if page.mode is Mode.LINKING:  # all are there
        return set()
    return {row.link for at, row in enumerate(page.session.rows) if not page.shown.has(at)}


async def test_a_candidate_that_takes_from_a_hidden_row_shows_it_first(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(en="ten books"))
        await at_rest(pilot)
        await pilot.press("2")
        assert told(app) == "The filter hid link 4; press once more."
        assert review(app).session.undo() is None
        await pilot.press("2")
        await at_rest(pilot)
        assert review(app).session.rows[2].link.en == (2, 3)


async def test_rows_alike_that_are_hidden_stay_as_they_are_and_that_is_said(tmp_path: Path) -> None:
    alike: Lines = [(["はい。"], ["Yes."], 0.5 + at / 10) for at in range(4)]
    async with opened(make_project(tmp_path / "p", alike)) as (app, pilot):
        page = review(app)
        page.show_only(ShownRows(RowFilter(en="yes"), bytes([1, 1, 0, 0])), 0)
        await pilot.press("=")
        states = [row.link.status.value for row in page.session.rows]
        assert states == ["confirmed", "confirmed", "suggested", "suggested"]
        assert told(app) == "Decided 2 alike; 2 more are hidden by the filter and stay so."


def is_in_view(app: Workbench, row: int) -> bool:
    first, last = review(app).view.rows_in_view()
    return first <= row <= last and review(app).shown.has(row)


def heights_agree(app: Workbench) -> bool:
    """Whether just the rows that are shown take lines."""
    page = review(app)
    heights = page.view.sheet.heights
    taken: Sequence[bool] = [heights.height(at) > 0 for at in range(len(heights))]
    everything = page.mode.name == "LINKING"
    return len(taken) == len(page.session.rows) and all(
        takes is (everything or page.shown.has(at)) for at, takes in enumerate(taken)
    )


async def test_a_slow_pattern_is_looked_for_in_a_thread_and_can_be_stopped(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, FilterQuestion))
        await pilot.press("r", "tab", "tab")
        app.screen.query_one("#filter-en", Input).value = r"\bten\b"
        await until(pilot, lambda: "1 row is so" in screen_text(app))
        threads: list[bool] = []
        go_on = threading.Event()

        def slow(self: Pattern, text: str) -> bool:
            threads.append(threading.current_thread() is threading.main_thread())
            go_on.wait(10)
            return "ten" in text

        monkeypatch.setattr(Pattern, "is_in", slow)
        monkeypatch.setattr("alignbench.review.filters.REPORTED", 1)
        await pilot.press("enter")
        await until(pilot, lambda: threads and isinstance(app.screen, Working))
        await pilot.press("escape")
        go_on.set()
        await until(pilot, lambda: not isinstance(app.screen, Working))
        await until(pilot, lambda: told(app).startswith("Stopped"))
        assert not any(threads)
        assert shown(app) == list(range(10))


async def test_drawing_all_anew_asks_no_pattern_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(en="ten", is_pattern=True))
        before = shown(app)
        monkeypatch.delattr("alignbench.review.patterns.Pattern.is_in")
        review(app).show_all(before[0])
        await at_rest(pilot)
        assert shown(app) == before
