"""Writing a better English in the workbench."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from alignbench.tui.dialogs.proposal import WordingQuestion
from tests.tui.workbench import make_project, opened, review, screen_text, told, until


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


async def test_a_wording_is_typed_shown_undone_and_settled(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 2
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, WordingQuestion))
        assert "貸出は一人十冊以下です。" in screen_text(app)
        app.screen.query_one(TextArea).text = "Each reader may borrow at most ten books."
        await until(pilot, lambda: "at most" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: page.current.link.proposal)
        assert told(app) == "Proposed a better English"
        assert "may borrow up toat most ten books" in screen_text(app)  # struck, inserted
        assert ("en", 2) in page.decorations()
        assert page.view.sheet.source.row(2).reworded
        await pilot.press("+")
        assert page.current.link.proposal
        assert page.current.link.proposal.state == "accepted"
        await pilot.press("u", "u")
        assert page.current.link.proposal is None


async def test_escape_and_what_stays_as_it_is_propose_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        for key in ("escape", "enter"):
            await pilot.press("b")
            await until(pilot, lambda: isinstance(app.screen, WordingQuestion))
            await pilot.press(key)
            await until(pilot, lambda: not isinstance(app.screen, WordingQuestion))
        assert review(app).session.summary.proposals == 0
