"""Writing a better English in the workbench."""

import contextlib
import sys
from pathlib import Path

import pytest
from textual.widgets import TextArea

from alignbench.tui.dialogs.proposal import WordingQuestion
from tests.tui.workbench import (
    controls,
    make_project,
    opened,
    review,
    screen_text,
    toasts,
    told,
    until,
)


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
        assert "may borrow up to at most ten books" in screen_text(app)  # struck, inserted
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


async def test_an_editor_of_ones_own_writes_on_and_loses_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "editor.py"
    program.write_text(
        "import sys\n"
        "file = open(sys.argv[-1], 'r+', encoding='utf-8')\n"
        "text = file.read()\n"
        "assert '# 貸出は一人十冊以下です。' in text\n"
        "file.seek(0)\n"
        "file.write('At most ten books each.' + text[text.index(chr(10)):])\n"
        "file.truncate()\n",
        encoding="utf-8",
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 2
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, WordingQuestion))
        await pilot.press("!", "ctrl+o")
        assert "There is no editor no-such-editor here." in toasts(app)[-1]
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{program}'")
        await pilot.press("ctrl+o")
        assert "No other program can take over" in toasts(app)[-1]
        assert app.screen.query_one(TextArea).text.endswith("books.!")
        monkeypatch.setattr(app, "suspend", contextlib.nullcontext)
        await pilot.press("ctrl+o")
        assert app.screen.query_one(TextArea).text == "At most ten books each."
        await pilot.press("enter")
        await until(pilot, lambda: page.current.link.proposal)
        assert page.current.link.proposal
        assert page.current.link.proposal.text == "At most ten books each."


async def test_a_finding_that_the_better_english_answers_says_so_and_is_not_counted(
    tmp_path: Path,
) -> None:
    wrong = [
        (["貸出は一人十冊以下です。"], ["Each reader may borrow up to 12 books."], 0.98),
        (["休館日は月曜日です。"], ["We are closed on Mondays."], 0.97),
    ]
    async with opened(make_project(tmp_path / "q", wrong)) as (app, pilot):
        page = review(app)
        await until(pilot, lambda: page.session.findings.open_total == 1)
        await until(pilot, lambda: "⚠ 1 " in screen_text(app))
        controls(app).links.edit(
            lambda session: session.proposals.propose(0, "Each reader may borrow up to ten books.")
        )
        await until(pilot, lambda: "answered by the better English" in screen_text(app))
        assert "⚠ 1 " not in screen_text(app)
        assert "? 0 to look at" in screen_text(app)
        await pilot.press("u")
        await until(pilot, lambda: "answered by" not in screen_text(app))
        await until(pilot, lambda: "⚠ 1 " in screen_text(app))
