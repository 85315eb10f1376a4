"""At the smallest size every dialog is whole, and says by shape what is ticked."""

from pathlib import Path

import pytest
from textual.widget import Widget
from textual.widgets import Checkbox, Label

from alignbench.tui.wrapping import cells
from tests.tui.workbench import make_project, opened, screen_text, until

DIALOGS = ("f", "ctrl+o", "t", "b", "ampersand", "tilde", "X", "Y", "S", "K", "comma", "ctrl+p")


@pytest.mark.parametrize("size", [(60, 20), (160, 48)])
async def test_no_dialog_is_misplaced_or_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(make_project(tmp_path / "p"), size=size) as (app, pilot):
        review = app.screen
        for key in DIALOGS:
            await pilot.press(key)
            await until(pilot, lambda: app.screen is not review and app.screen.query(".dialog"))
            await pilot.pause()
            dialog = app.screen.query_one(".dialog")
            region, screen = dialog.region, app.screen.region
            assert screen.contains_region(region), key
            assert abs(region.x - (screen.right - region.right)) <= 2, f"{key} is in the middle"
            for part in dialog.walk_children(Widget):
                if part.display and part.region.height:
                    assert part.region.right <= region.right, f"{key}: {part} is cut"
            keys = app.screen.query("#keys")
            assert all(region.contains_region(each.region) for each in keys), key
            for told in app.screen.query("#keys, .hint").results(Label):
                room = told.size.width * told.size.height
                assert cells(str(told.content)) <= room, f"{key}: what keys do is cut"
            while app.screen is not review:
                await pilot.press("escape")
                await pilot.pause()


async def test_what_is_ticked_is_told_by_its_shape(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        review = app.screen
        await pilot.press("tilde")
        await until(pilot, lambda: app.screen is not review and app.screen.query("#case"))
        assert "[ ] regular expression" in screen_text(app)
        assert "[ ] any case" in screen_text(app)
        app.screen.query_one("#case", Checkbox).toggle()
        await until(pilot, lambda: "[x] any case" in screen_text(app))


async def test_the_arrows_of_a_list_are_one_cell_wide(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        await pilot.press("X")
        await until(pilot, lambda: app.screen.query(".dialog") and "\u25be" in screen_text(app))
        assert "\u25bc" not in screen_text(app), "of ambiguous width"


async def test_a_narrow_terminal_cuts_no_number_no_place_and_no_way_out(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p"), size=(60, 20)) as (app, pilot):
        review = app.screen
        await pilot.press("S")
        await until(pilot, lambda: "words" in screen_text(app))
        assert "…" not in "".join(
            line for line in screen_text(app).splitlines() if "notice" in line and "%" not in line
        )
        await pilot.press("escape", "comma")
        await until(pilot, lambda: "as it comes" in screen_text(app))
        assert "Checks that do not run" in screen_text(app)
        await pilot.press("escape", "slash", *"twenty", "enter")
        await until(pilot, lambda: app.screen is review and "1/" in screen_text(app))
        line = next(line for line in screen_text(app).splitlines() if "search" in line)
        assert "search twenty " in line
        assert line.rstrip().endswith("esc ends the search")


async def test_the_palette_looks_for_words_in_what_is_said_of_a_command(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p"), size=(80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"doubt find")
        await until(pilot, lambda: "Filter" in screen_text(app))


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_a_command_that_is_called_so_comes_before_one_of_which_it_is_said(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(make_project(tmp_path / "p"), size=size) as (app, pilot):
        await pilot.press("ctrl+p", *"settings")
        await until(pilot, lambda: "Settings" in screen_text(app))
        lines = screen_text(app).splitlines()
        at = [next(i for i, line in enumerate(lines) if n in line) for n in ("Settings", "Look up")]
        assert at == sorted(at)
