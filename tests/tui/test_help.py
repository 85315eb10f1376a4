"""Help that is searched, a palette by group, a tour, columns explained."""

from functools import partial
from pathlib import Path

from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.help import Help
from alignbench.tui.dialogs.tour import STEPS, Tour
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.review.screen import ReviewScreen
from alignbench.tui.state import AppState, state_file, write_state
from tests.tui.workbench import opened, review, screen_text, toasts, until


def shows(app: Workbench, words: str) -> bool:
    return words in screen_text(app)


async def test_help_is_searched(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Help))
        assert "marked to come back to" in screen_text(app)
        await pilot.press("slash", *"undo")
        await until(pilot, lambda: "Marks" not in screen_text(app))
        assert "Take back the last change" in screen_text(app)
        assert "Choose the next link" not in screen_text(app)
        await pilot.press(*"xyz")
        await until(pilot, lambda: "Nothing found." in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Choose the next link" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_the_palette_has_groups_and_keys_and_does_what_is_found(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        assert "Moving" in screen_text(app)
        await pilot.press(*"zzz")
        await until(pilot, lambda: "Nothing found." in screen_text(app))
        await pilot.press(*["backspace"] * 3, *"last link")
        await until(pilot, lambda: "G  end" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert review(app).row == 9


async def test_the_tour_is_offered_once_and_ends_after_eight_steps(root: Path) -> None:
    write_state(state_file(), AppState())
    async with opened(root) as (app, pilot):
        assert any("New here?" in toast for toast in toasts(app))
        app.show_tour()
        await until(pilot, lambda: isinstance(app.screen, Tour))
        for title, _ in STEPS:
            await until(pilot, partial(shows, app, title))
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert review(app).session.summary.confirmed == 0
    async with opened(root) as (app, _):
        assert not any("New here?" in toast for toast in toasts(app))


async def test_the_library_says_what_its_columns_mean(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert "in doubt: look here first" in screen_text(app)
        await pilot.press("question_mark")
        await until(pilot, lambda: "links of which the program is not sure" in screen_text(app))
