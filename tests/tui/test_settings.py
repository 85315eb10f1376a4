"""Settings and themes are changed on the screen."""

from pathlib import Path

from textual.widgets import Input

from alignbench.project.settings import settings_of
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.dialogs.theme import ThemeChooser
from alignbench.tui.library.screen import LibraryScreen
from tests.tui.workbench import at_rest, make_project, opened, screen_text, until


def is_listing(app: Workbench, words: str) -> bool:
    return isinstance(app.screen, Chooser) and words in screen_text(app)


async def test_a_setting_is_chosen_changed_and_taken_back(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    async with opened(root) as (app, pilot):
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("comma")
        await until(pilot, lambda: is_listing(app, "checks.off"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TextQuestion))
        app.screen.query_one(Input).value = "num.*"
        await pilot.press("enter")
        await until(pilot, lambda: is_listing(app, 'checks.off is ["num.*"] now'))
        assert settings_of(root).off
        await pilot.press("x")
        await until(pilot, lambda: is_listing(app, "checks.off is [] now"))
        assert not settings_of(root).off
        await pilot.press("escape")
        await at_rest(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_a_value_that_makes_no_sense_is_asked_for_again(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    async with opened(root) as (app, pilot):
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("comma")
        await until(pilot, lambda: is_listing(app, "checks.off"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TextQuestion))
        asked = app.screen
        asked.query_one(Input).value = "nonsense"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TextQuestion) and app.screen != asked)
        await until(pilot, lambda: [each.value for each in app.screen.query(Input)] == ["nonsense"])
        assert not (root / "alignbench.toml").exists()


async def test_a_theme_is_shown_while_it_is_pointed_at(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "project")) as (app, pilot):
        app.search_themes()
        await until(pilot, lambda: isinstance(app.screen, ThemeChooser))
        await until(pilot, lambda: app.theme == "ink-dark")
        await pilot.press("down")
        await until(pilot, lambda: app.theme == "paper-light")
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == "ink-dark")
        app.search_themes()
        await until(pilot, lambda: isinstance(app.screen, ThemeChooser))
        await at_rest(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: not isinstance(app.screen, ThemeChooser))
        await at_rest(pilot)
        assert app.theme == "paper-light"
