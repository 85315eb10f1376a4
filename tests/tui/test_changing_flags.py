"""A flag that is there can be changed: from the review, from the list, with keys or the mouse."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select

from alignbench.domain.flags import Flag, FlagDraft, Severity
from alignbench.domain.text import Span
from alignbench.project import Project
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.dialogs.span_field import SpanField
from alignbench.tui.issues.screen import IssuesScreen
from tests.tui.workbench import (
    at_rest,
    issues,
    make_project,
    opened,
    review,
    screen_text,
    toasts,
    told,
    until,
)

ROW = 2
DRAFT = FlagDraft("style/register", Severity.MAJOR, "Too stiff here", Span(36, 38), Span(81, 84))
"""Marks words of the pair about loans; the English mark cuts through words."""

Bench = tuple[Workbench, Pilot[None]]


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    """The workbench at a pair with one flag."""
    async with opened(flagged(tmp_path, DRAFT)) as (app, pilot):
        review(app).row = ROW
        await at_rest(pilot)
        yield app, pilot


def flagged(folder: Path, *drafts: FlagDraft) -> Path:
    root = make_project(folder / "p")
    project = Project.open(root)
    for draft in drafts:
        project.review("notice").flag(ROW, draft)
    project.close()
    return root


def dialog(app: Workbench) -> FlagQuestion:
    screen = app.screen
    assert isinstance(screen, FlagQuestion), screen
    return screen


def flags(app: Workbench) -> list[Flag]:
    """What the database holds."""
    screen = app.screen
    page = issues(app) if isinstance(screen, IssuesScreen) else review(app)
    session = page.session
    return list(session.history.read()[1].flags)


async def test_the_dialog_opens_with_what_the_flag_says(bench: Bench) -> None:
    app, pilot = bench
    await pilot.press("c")
    await pilot.pause()
    asked = dialog(app)
    assert asked.query_one("#type", Select).value == DRAFT.type
    assert asked.query_one("#severity", Select).value is DRAFT.severity
    assert asked.query_one("#comment", Input).value == DRAFT.comment
    ja, en = (asked.query_one(f"#span-{side}", SpanField).mark for side in ("ja", "en"))
    document = asked.app.screen_stack[-2].session.document  # type: ignore[attr-defined]
    assert ja.span is not None
    assert en.span is not None
    assert ja.text[ja.span.start : ja.span.end] == document.ja.content[36:38]
    assert en.text[en.span.start : en.span.end] == document.en.content[81:84]
    assert "Change this flag" in screen_text(app)
    assert "enter: save it" in screen_text(app)
    await pilot.press("escape")


async def test_what_is_changed_is_kept_and_undo_brings_back_what_was(bench: Bench) -> None:
    app, pilot = bench
    (before,) = flags(app)
    await pilot.press("c")
    await pilot.pause()
    dialog(app).query_one("#type", Select).value = "terminology/wrong-term"
    dialog(app).query_one("#severity", Select).value = Severity.CRITICAL
    await pilot.press("end", *"!", "tab", "delete", "enter")
    await at_rest(pilot)
    changed = replace(
        before, type="terminology/wrong-term", severity=Severity.CRITICAL,
        comment="Too stiff here!", ja=None,
    )  # fmt: skip
    assert flags(app) == [changed]
    assert told(app) == "Changed a flag: Wrong term, critical"
    assert "Wrong term, critical: Too stiff here!" in screen_text(app)
    await pilot.press("u")
    await at_rest(pilot)
    assert flags(app) == [before]
    await pilot.press("ctrl+r")
    await at_rest(pilot)
    assert flags(app) == [changed]


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_flag_that_stays_as_it_is_is_no_change(bench: Bench, key: str) -> None:
    app, pilot = bench
    history = review(app).session.history
    number, before = history.number(), flags(app)
    await pilot.press("c")
    await pilot.pause()
    await pilot.press(key)
    await at_rest(pilot)
    assert (history.number(), flags(app)) == (number, before)
    assert not toasts(app)


async def test_what_the_dialog_cannot_show_stays(tmp_path: Path) -> None:
    """A mark outside this pair's texts, as a flag has whose link was split, and line ends."""
    draft = FlagDraft("style/awkward", Severity.MINOR, "one\ntwo", Span(0, 4), None)
    async with opened(flagged(tmp_path, draft)) as (app, pilot):
        review(app).row = ROW
        await at_rest(pilot)
        await pilot.press("c")
        await pilot.pause()
        dialog(app).query_one("#severity", Select).value = Severity.MAJOR
        await pilot.press("enter")
        await at_rest(pilot)
        assert [flag.draft for flag in flags(app)] == [replace(draft, severity=Severity.MAJOR)]


async def test_a_link_without_flags_says_so(bench: Bench) -> None:
    app, pilot = bench
    review(app).row = 0
    await at_rest(pilot)
    await pilot.press("c")
    assert told(app) == "This link has no flag."


async def test_a_click_picks_which_of_the_flags_to_change(tmp_path: Path) -> None:
    first, second = replace(DRAFT, comment="first"), replace(DRAFT, comment="second")
    async with opened(flagged(tmp_path, first, second)) as (app, pilot):
        screen = review(app)
        screen.row = ROW
        await at_rest(pilot)
        for wanted in ("first", "second"):
            lines = screen.panel.render().plain.split("\n")
            at = next(at for at, line in enumerate(lines) if wanted in line)
            await pilot.click("CandidatesPanel", offset=(4, at + 1))  # a border, then the lines
            await pilot.pause()
            assert dialog(app).query_one("#comment", Input).value == wanted
            await pilot.press("escape")
            await pilot.pause()


async def test_the_list_changes_a_flag_and_the_score_follows(bench: Bench) -> None:
    app, pilot = bench
    await pilot.press("v")
    await at_rest(pilot)
    screen = issues(app)
    screen.list.cursor = [bool(each.flag) for each in screen.list.issues].index(True)
    await at_rest(pilot)
    assert "1 major" in screen_text(app)
    await pilot.press("c")
    await pilot.pause()
    dialog(app).query_one("#severity", Select).value = Severity.CRITICAL
    await pilot.press("enter")
    await at_rest(pilot)
    assert "1 critical" in screen_text(app)
    assert screen.chosen is not None
    assert screen.chosen.severity is Severity.CRITICAL
    await pilot.press("u")
    await at_rest(pilot)
    assert [flag.draft for flag in flags(app)] == [DRAFT]


async def test_a_settled_flag_can_be_changed_and_stays_settled(tmp_path: Path) -> None:
    root = flagged(tmp_path, DRAFT)
    project = Project.open(root)
    session = project.review("notice")
    session.settle(session.rows[ROW].flags[0].id, "fixed")
    project.close()
    async with opened(root) as (app, pilot):
        await pilot.press("v", "V")
        await at_rest(pilot)
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("end", *"!", "enter")
        await at_rest(pilot)
        (flag,) = flags(app)
        assert (flag.comment, flag.state) == ("Too stiff here!", "fixed")


async def test_a_flag_changed_in_another_window_meanwhile_is_not_overwritten(
    tmp_path: Path,
) -> None:
    root = flagged(tmp_path, DRAFT)
    async with opened(root) as (app, pilot):
        review(app).row = ROW
        await at_rest(pilot)
        await pilot.press("c")
        await pilot.pause()
        other = Project.open(root)
        theirs = other.review("notice")
        theirs.edit_flag(theirs.rows[ROW].flags[0].id, replace(DRAFT, comment="theirs"))
        other.close()
        was = app.screen
        await pilot.press("end", *"mine", "enter")
        await until(pilot, lambda: isinstance(app.screen, FlagQuestion) and app.screen is not was)
        assert any("Another window" in toast for toast in toasts(app))
        assert app.screen.query_one("#comment", Input).value.endswith("mine"), "it comes back typed"
        await pilot.press("escape")
        await at_rest(pilot)
        assert [flag.comment for flag in flags(app)] == ["theirs"]
        assert "theirs" in screen_text(app)
