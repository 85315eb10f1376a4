"""Two windows on one project: the later one is told, and nothing of either is lost."""

from pathlib import Path

from textual.widgets import Input, Select, TextArea

from alignbench.project import Project
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.dialogs.note import NoteQuestion
from alignbench.tui.dialogs.proposal import WordingQuestion
from tests.tui.workbench import (
    at_rest,
    links,
    opened,
    review,
    review_screen,
    toasts,
    told,
    until,
)


async def test_the_slower_window_is_told_and_writes_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review_screen(
            app
        ).looking.stop()  # on a busy machine it might see the change before the key
        other = Project.open(root)
        theirs = other.review("notice")
        theirs.merge(1)
        await pilot.press("j", "space")
        await at_rest(pilot)
        screen = review(app)
        assert links(screen.session) == links(other.review("notice"))
        assert screen.session.summary.confirmed == 0
        (toast,) = toasts(app)
        assert "window" in toast
        await pilot.press("space")
        await at_rest(pilot)
        assert links(other.review("notice"))[screen.row - 1][2] == "confirmed"
        other.close()


async def test_changes_elsewhere_in_the_document_do_not_disturb(root: Path) -> None:
    async with opened(root) as (app, pilot):
        other = Project.open(root)
        other.review("notice").confirm(8)
        await pilot.press("space")
        await at_rest(pilot)
        assert not toasts(app)
        assert review(app).session.summary.confirmed == 2
        other.close()


async def test_what_another_window_did_appears_by_itself_with_the_row_kept(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("G")
        segment = review(app).current.link.ja
        other = Project.open(root)
        other.review("notice").merge(1)
        review_screen(app).look()
        await at_rest(pilot)
        assert review(app).current.link.ja == segment
        assert told(app).startswith("Another window changed this document")
        other.close()


async def test_a_document_deleted_elsewhere_is_told_not_a_crash(root: Path) -> None:
    async with opened(root) as (app, pilot):
        other = Project.open(root)
        other.delete_document("notice")
        await pilot.press("space")
        await at_rest(pilot)
        assert toasts(app)
        await pilot.press("q")
        await at_rest(pilot)
        assert app.return_code is None
        other.close()


async def test_what_was_typed_of_a_flag_another_window_refuses_is_kept(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review_screen(app).looking.stop()
        await pilot.press("j", "f", "o", "3", "tab", "tab")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"hours are gone")
        other = Project.open(root)
        other.review("notice").merge(1)
        was = app.screen
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, FlagQuestion) and app.screen is not was)
        comment = app.screen.query_one("#comment", Input)
        await until(pilot, lambda: comment.value == "hours are gone")
        assert app.screen.query_one("#type", Select).value == "accuracy/omission"
        assert toasts(app)
        await pilot.press("enter")
        await at_rest(pilot)
        (flag,) = review(app).current.flags
        assert (flag.type, flag.comment) == ("accuracy/omission", "hours are gone")
        other.close()


async def test_a_note_and_a_better_english_that_are_refused_are_kept_too(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review_screen(app).looking.stop()
        other = Project.open(root)
        await pilot.press("j", "t")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"ask")
        theirs = other.review("notice")
        theirs.merge(1)
        was = app.screen
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NoteQuestion) and app.screen is not was)
        await until(pilot, lambda: app.screen.query_one(Input).value == "ask")
        await pilot.press("enter")
        await at_rest(pilot)
        assert review(app).current.link.note == "ask"
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, WordingQuestion))
        app.screen.query_one(TextArea).text = "Another wording."
        other.review("notice").note(1, "theirs")
        again = app.screen
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, WordingQuestion) and app.screen is not again
        )
        await until(pilot, lambda: app.screen.query_one(TextArea).text == "Another wording.")
        other.close()
