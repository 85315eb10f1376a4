"""Nothing typed into a dialog of a row is lost: it stands there as a draft the next time."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from alignbench.project import Project
from alignbench.project.bookmarks import Bookmarks
from alignbench.project.drafts import Drafts
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.dialogs.note import NoteQuestion
from alignbench.tui.dialogs.proposal import WordingQuestion
from tests.tui.workbench import (
    at_rest,
    opened,
    review,
    review_screen,
    screen_text,
    told,
    until,
)


async def ask(
    app: Workbench, pilot: Pilot[None], key: str
) -> WordingQuestion | FlagQuestion | NoteQuestion:
    await pilot.press(key)
    await until(
        pilot, lambda: isinstance(app.screen, WordingQuestion | FlagQuestion | NoteQuestion)
    )
    await at_screen(pilot)
    assert isinstance(app.screen, WordingQuestion | FlagQuestion | NoteQuestion)
    return app.screen


async def at_screen(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


async def leave(app: Workbench, pilot: Pilot[None]) -> None:
    await pilot.press("escape")
    await at_rest(pilot)


async def test_escape_keeps_a_better_english_as_a_draft_of_its_row(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, pilot):
        page = review(app)
        page.row = 2
        await ask(app, pilot, "b")
        await pilot.press("!")
        await leave(app, pilot)
        assert told(app) == "Kept as your draft; b takes it up again."
        page.row = 3
        dialog = await ask(app, pilot, "b")
        assert "   your draft" not in screen_text(app)
        await leave(app, pilot)
        page.row = 2
        dialog = await ask(app, pilot, "b")
        assert dialog.query_one(TextArea).text.endswith("books.!")
        assert "   your draft" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: page.current.link.proposal)
        await ask(app, pilot, "b")
        assert "   your draft" not in screen_text(app)


async def test_a_draft_taken_back_to_what_it_was_is_none(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await ask(app, pilot, "b")
        await pilot.press("!")
        await leave(app, pilot)
        await ask(app, pilot, "b")
        await pilot.press("ctrl+r")
        await leave(app, pilot)
        await ask(app, pilot, "b")
        assert "   your draft" not in screen_text(app)


async def test_leaving_alignbench_over_the_dialog_keeps_the_draft(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await ask(app, pilot, "b")
        await pilot.press("!")
        await pilot.press("ctrl+q")
    async with opened(root) as (app, pilot):
        dialog = await ask(app, pilot, "b")
        assert dialog.query_one(TextArea).text.endswith("Library!")


async def test_escape_keeps_what_was_said_of_an_error(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, pilot):
        review(app).row = 2
        await ask(app, pilot, "f")
        await pilot.press("g", "tab", "tab", *"twelve")
        await leave(app, pilot)
        assert told(app) == "What you typed is kept as your draft."
        dialog = await ask(app, pilot, "f")
        assert dialog.query_one("#comment", Input).value == "twelve"
        assert "Flag an error   your draft" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: review(app).current.flags)
        (flag,) = review(app).current.flags
        assert (flag.type, flag.comment) == ("linguistic/grammar", "twelve")
        dialog = await ask(app, pilot, "f")
        assert "   your draft" not in screen_text(app)


async def test_escape_keeps_what_was_noted_until_it_is_written(root: Path) -> None:
    async with opened(root, size=(60, 20)) as (app, pilot):
        review(app).row = 2
        await ask(app, pilot, "t")
        await pilot.press(*"ask Ito")
        await leave(app, pilot)
        assert told(app) == "What you typed is kept as your draft."
        review(app).row = 3
        dialog = await ask(app, pilot, "t")
        assert not dialog.query_one(Input).value
        await leave(app, pilot)
        review(app).row = 2
        dialog = await ask(app, pilot, "t")
        assert dialog.query_one(Input).value == "ask Ito"
        assert "Note on this link   your draft" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: review(app).current.link.note == "ask Ito")
        await at_rest(pilot)
        dialog = await ask(app, pilot, "t")
        assert "   your draft" not in screen_text(app)
        await pilot.press("backspace")
        await leave(app, pilot)
        dialog = await ask(app, pilot, "t")
        await pilot.press("o", "enter")
        await at_rest(pilot)
        assert review(app).current.link.note == "ask Ito", "typed back, nothing is written"
        await ask(app, pilot, "t")
        assert "   your draft" not in screen_text(app)


async def test_what_another_window_refuses_stands_there_again(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review_screen(app).looking.stop()
        review(app).row = 1
        await ask(app, pilot, "b")
        await pilot.press("!")
        other = Project.open(root)
        other.review("notice").note(1, "theirs")
        await pilot.press("enter")
        await until(pilot, lambda: "   your draft" in screen_text(app))
        await leave(app, pilot)
        dialog = await ask(app, pilot, "b")
        assert dialog.query_one(TextArea).text.endswith("p.m.!")
        other.close()


async def test_a_signal_or_a_lost_terminal_keeps_the_draft(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await ask(app, pilot, "b")
        await pilot.press("!")
        app.exit(None, 128 + 15)  # as a signal has it
    async with opened(root) as (app, pilot):
        dialog = await ask(app, pilot, "b")
        assert dialog.query_one(TextArea).text.endswith("Library!")
        await pilot.press("!")
        app._hang_up()
    async with opened(root) as (app, pilot):
        dialog = await ask(app, pilot, "b")
        assert dialog.query_one(TextArea).text.endswith("Library!!")


async def test_a_draft_is_kept_while_one_types(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.tui.dialogs.draft_question.KEEP_EVERY", 0.1)
    async with opened(root) as (app, pilot):
        await ask(app, pilot, "b")
        await pilot.press("!")
        draft = Drafts(app.project, "notice").at("wording", ("ja", 0))
        await until(pilot, lambda: draft.text.endswith("Library!"))


async def test_a_flag_made_from_the_list_has_its_draft_in_both_screens(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.omit(4)
        await pilot.press("v", "o")
        await at_rest(pilot)
        await ask(app, pilot, "f")
        await pilot.press("4", "tab", "tab", *"closed")
        await leave(app, pilot)
        assert "What you typed is kept as your draft." in screen_text(app)
        dialog = await ask(app, pilot, "f")
        assert dialog.query_one("#comment", Input).value == "closed"
        await leave(app, pilot)
        await pilot.press("q")
        await at_rest(pilot)
        review(app).row = 4
        dialog = await ask(app, pilot, "f")
        assert dialog.query_one("#comment", Input).value == "closed"


async def test_a_draft_goes_with_its_row_when_another_window_joins_it_to_another(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        review_screen(app).looking.stop()
        review(app).row = 1
        await ask(app, pilot, "f")
        await pilot.press("tab", "tab", *"hours")
        other = Project.open(root)
        other.review("notice").merge(0)
        await pilot.press("enter")
        await until(pilot, lambda: "   your draft" in screen_text(app))
        await leave(app, pilot)
        assert review(app).row == 0
        dialog = await ask(app, pilot, "f")
        assert dialog.query_one("#comment", Input).value == "hours"
        other.close()


def test_what_is_remembered_of_a_deleted_document_goes_with_it(root: Path) -> None:
    with Project.open(root) as project:
        own = Drafts(project, "notice").at("flag", ("ja", 3))
        other = Drafts(project, "notice:2").at("flag", ("ja", 3))
        own.keep("mine")
        other.keep("theirs")
        Bookmarks(project, "notice").add(("ja", 2))
        project.delete_document("notice")
        assert not own.text
        assert other.text == "theirs"
        assert not Bookmarks(project, "notice").places
