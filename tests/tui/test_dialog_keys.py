"""A key pressed while a dialog or a job is in front does nothing to what lies below."""

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.events import Key
from textual.screen import ModalScreen

from alignbench.domain.progress import Progress
from alignbench.review import ReviewSession
from alignbench.tui.app import Workbench
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.type_ahead import LEAVING
from alignbench.tui.dialogs.questions import Working
from alignbench.tui.issues.screen import IssuesScreen
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.review.screen import ReviewScreen
from tests.tui.workbench import at_rest, do, make_project, opened, review, toasts, until

DIALOGS = (
    "f", "ctrl+o", "t", "b", "ampersand", "tilde", "X", "Y", "Z", "S", "K", "T", "comma",
    "question_mark", "ctrl+p", "O", ":",
)  # fmt: skip
DECIDING = (
    "x", "space", "o", "a", "m", "1", "delete", "j", "pagedown", "ctrl+z", "f5", "R", "f8",
)  # fmt: skip
"""Keys that decide, change or move in the review."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def state(session: ReviewSession) -> list[Any]:
    return [(row.link, row.flags) for row in session.rows]


async def test_no_key_of_what_lies_below_is_bound_in_a_dialog(root: Path) -> None:
    async with opened(root) as (app, pilot):
        below = app.screen
        for key in DIALOGS:
            await pilot.press(key)
            await until(pilot, lambda: app.screen is not below and app.screen.is_mounted)
            dialog = app.screen
            assert isinstance(dialog, ModalScreen), key
            bound = {
                (type(node).__name__, binding.action)
                for node, bindings in dialog._modal_binding_chain
                for _, binding in bindings
                if binding.action.startswith("command(") or node in (below, app)
            }
            assert not bound, key
            while app.screen is not below:
                await pilot.press("escape")
                await pilot.pause()


@pytest.mark.parametrize("dialog", ["b", "X", "ampersand", "Y"])
async def test_keys_in_a_dialog_decide_nothing_below(root: Path, dialog: str) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 3
        below, before = app.screen, state(page.session)
        await pilot.press(dialog)
        await until(pilot, lambda: app.screen is not below)
        await pilot.press(*DECIDING)
        while app.screen is not below:
            await pilot.press("escape")
            await pilot.pause()
        assert (state(page.session), page.row) == (before, 3)


async def test_keys_while_a_job_runs_decide_nothing_whether_its_dialog_is_seen_or_not(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignbench.tui.dialogs.questions.PATIENCE", 1e6)
    go_on = threading.Event()
    done: list[str] = []

    def job(_: Progress) -> str:
        go_on.wait(30)
        return "done"

    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 3
        before = state(page.session)
        run_job(app, "Aligning anew", job, done.append, lambda _: None)
        await until(pilot, lambda: isinstance(app.screen, Working) and app.screen.is_mounted)
        keys = (*DECIDING, "ctrl+p", "question_mark", "f", "enter")
        await pilot.press(*keys)
        assert isinstance(app.screen, Working), "nothing opens over it"
        assert (state(page.session), page.row) == (before, 3)
        go_on.set()
        await at_rest(pilot)
        assert done == ["done"]
        assert (state(page.session), page.row) == (before, 3)
        assert toasts(app) == [f"{len(keys)} keys that were pressed meanwhile did nothing."]
        await pilot.press("space")
        await until(pilot, lambda: page.row == 4)


async def test_keys_pressed_before_the_outcome_of_a_job_is_drawn_decide_nothing(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        before = state(page.session)

        def then(row: int) -> None:
            page.row = row
            app.post_message(Key("space", " "))

        run_job(app, "Aligning anew", lambda _: 8, then, lambda _: None)
        await until(pilot, lambda: toasts(app))
        assert toasts(app) == ["A key that was pressed meanwhile did nothing."]
        assert (state(page.session), page.row) == (before, 8)
        await pilot.press("space")
        await until(pilot, lambda: page.row == 9)


async def test_enter_pressed_twice_on_a_document_decides_nothing_in_it(root: Path) -> None:
    async with opened(root) as (app, pilot):
        before = state(review(app).session)
        await do(pilot, "back-to-library")
        for _ in range(2):
            app.post_message(Key("enter", "\r"))
        app.post_message(Key("space", " "))
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.is_mounted)
        await at_rest(pilot)
        assert (state(review(app).session), review(app).row) == (before, 0)


@pytest.mark.parametrize("holder", [Workbench, LibraryScreen, ReviewScreen, IssuesScreen])
def test_nothing_below_takes_keys_before_a_dialog_does(
    holder: type[Workbench | CommandScreen[Any]],
) -> None:
    own = [each for each in holder.BINDINGS if isinstance(each, Binding) and each.priority]
    assert not [each for each in own if each.key not in LEAVING]
