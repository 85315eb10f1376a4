"""What is declared omitted or added: flagged in one, listed, and still to be flagged there."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from alignbench.review.issues import IssueKind
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.issues.heading import IssueHeading
from tests.tui.workbench import (
    at_rest,
    issues,
    links,
    make_project,
    opened,
    review,
    screen_text,
    told,
    until,
)

OMITTED, BOTH, ADDED = 4, 2, 7
"""Rows of the notice: no English, both sides, no Japanese."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


async def declare(app: Workbench, pilot: Pilot[None], row: int, *keys: str) -> None:
    review(app).row = row
    await pilot.press("ctrl+o")
    await until(pilot, lambda: isinstance(app.screen, FlagQuestion))
    await pilot.press(*keys, "enter")
    await at_rest(pilot)


async def test_two_keys_declare_an_omission_and_flag_it_and_one_takes_both_back(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        before = links(page.session)
        await declare(app, pilot, OMITTED)
        assert told(app) == "Declared omitted and flagged: Omission, major"
        assert page.row == OMITTED + 1, "it goes on as a declaration does"
        assert links(page.session)[OMITTED][2] == "confirmed"
        assert len(page.session.rows[OMITTED].flags) == 1
        await pilot.press("u")
        await at_rest(pilot)
        assert links(page.session) == before
        assert not any(row.flags for row in page.session.rows)


async def test_severity_and_comment_are_said_in_the_same_dialog(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await declare(app, pilot, OMITTED, "4", "tab", "tab", *"day")
        (flag,) = review(app).session.rows[OMITTED].flags
        assert (str(flag.severity), flag.comment) == ("critical", "day")


@pytest.mark.parametrize(
    ("row", "title"),
    [
        (OMITTED, "Declare omitted, and flag"),
        (BOTH, "Declare omitted (a: added), and flag"),
        (ADDED, "Declare added, and flag"),
    ],
)
async def test_the_dialog_says_what_is_declared(root: Path, row: int, title: str) -> None:
    async with opened(root) as (app, pilot):
        review(app).row = row
        await pilot.press("ctrl+o")
        await until(pilot, lambda: title in screen_text(app))


async def test_where_there_are_both_the_kind_says_which_one_is_declared(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        await declare(app, pilot, BOTH)
        assert ((2,), (), "confirmed") in links(session)
        await pilot.press("u")
        await at_rest(pilot)
        await declare(app, pilot, BOTH, "a")
        assert ((), (2,), "confirmed") in links(session)
        await pilot.press("u")
        await at_rest(pilot)
        await declare(app, pilot, ADDED, "k")
        row = session.rows[ADDED]
        assert (row.link.ja, str(row.link.status)) == ((), "confirmed")
        assert [flag.type for flag in row.flags] == ["style/awkward"]


async def test_the_first_declaration_tells_of_the_key(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = OMITTED
        await pilot.press("o")
        await at_rest(pilot)
        assert "ctrl+o flags it too" in told(app)
        page.row = ADDED
        await pilot.press("a")
        await at_rest(pilot)
        assert told(app) == "Declared added"


async def test_declared_rows_are_listed_apart_and_can_be_flagged_there(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        session.omit(OMITTED)
        session.add(ADDED)
        await pilot.press("v")
        await at_rest(pilot)
        page = issues(app)
        assert not {OMITTED, ADDED} & {each.row for each in page.list.issues}
        await pilot.press("o")
        await at_rest(pilot)
        assert [each.row for each in page.list.issues] == [OMITTED, ADDED]
        assert "[declared 2]" in str(app.screen.query_one(IssueHeading).render())
        assert "declared left out  休館日は月曜日です。" in screen_text(app).replace("   ", "  ")
        await pilot.press("!")
        await at_rest(pilot)
        assert [flag.type for flag in session.rows[OMITTED].flags] == ["accuracy/omission"]
        assert "declared left out, and flagged" in screen_text(app)
        await pilot.press("j", "f")
        await until(pilot, lambda: isinstance(app.focused, Input) or app.screen is not page.screen)
        await pilot.press("1", "enter")
        await at_rest(pilot)
        assert [str(flag.severity) for flag in session.rows[ADDED].flags] == ["neutral"]


async def test_tab_leads_to_what_was_declared_and_says_where_there_is_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("v")
        await at_rest(pilot)
        await pilot.press("shift+tab")
        await at_rest(pilot)
        assert issues(app).filter.kind is IssueKind.DECLARED
        assert "Nothing was declared omitted or added." in screen_text(app)


async def test_an_addition_declared_by_confirming_it_is_listed_too(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.confirm(ADDED)
        await pilot.press("v", "o")
        await at_rest(pilot)
        assert [each.message for each in issues(app).list.issues] == ["declared added"]
