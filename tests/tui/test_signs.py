"""What is chosen and explained is told by signs and places, never by shade alone."""

from pathlib import Path

import pytest
from textual.widgets import Button, Static

from alignbench.domain.errors import InputError
from alignbench.domain.flags import FlagDraft
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.flag import LETTERS, FlagQuestion
from alignbench.tui.dialogs.legend import lines_of
from alignbench.tui.dialogs.reason import ReasonQuestion
from alignbench.tui.dialogs.tour import STEPS, SUBJECTS, Tour
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.notices import complain
from alignbench.tui.widgets import glyphs
from tests.tui.workbench import (
    at_rest,
    library,
    open_canned,
    opened,
    review,
    review_screen,
    screen_text,
    told,
    until,
)


def marked(text: str) -> list[str]:
    """The lines of a screen that begin with the cursor's sign."""
    lines = (line.strip(" │|") for line in text.splitlines())
    return [line for line in lines if line.startswith(glyphs.CURSOR)]


@pytest.mark.parametrize("in_ascii", [False, True])
async def test_the_chosen_document_has_a_sign_and_g_goes_to_the_first(
    root: Path, in_ascii: bool
) -> None:
    for name in ("a", "b", "c"):
        for side, text in (("ja", "川。\n"), ("en", "A river.\n")):
            (root / "data" / side / f"{name}.txt").write_text(text, encoding="utf-8")
    async with opened(root, document=None) as (app, pilot):
        app._draw_marks(in_ascii)
        for keys, at in ((("G",), 3), (("g",), 0), (("j",), 1), (("end",), 3), (("home",), 0)):
            await pilot.press(*keys)
            await pilot.pause()
            assert library(app).entries.highlighted == at
            (line,) = marked(screen_text(app))
            assert library(app).listed[at].name in line


async def test_the_chosen_line_of_a_dialog_and_of_a_field_s_list_has_a_sign(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.note(0, "Once.")
        review(app).session.note(1, "Twice.")
        await pilot.press("Y")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("j")
        await pilot.pause()
        assert "Once." in marked(screen_text(app))[-1]
        await pilot.press("escape")
        await at_rest(pilot)
        await pilot.press("f", "space", "down")
        await until(pilot, lambda: any("Omission" in line for line in screen_text(app).split("┃")))


async def test_the_reason_that_enter_gives_has_a_sign(root: Path) -> None:
    async with opened(root) as (app, pilot):
        app.push_screen(ReasonQuestion("A number differs."))
        await until(pilot, lambda: isinstance(app.focused, Button))
        await pilot.press("down")
        await until(pilot, lambda: "▸ 2  style choice" in screen_text(app))
        assert "▸ 1" not in screen_text(app)


@pytest.mark.parametrize("size", [(160, 48), (120, 36), (80, 24), (60, 20)])
async def test_every_letter_of_the_flag_dialog_is_in_sight(
    root: Path, size: tuple[int, int]
) -> None:
    async with opened(root, size=size) as (app, pilot):
        await pilot.press("j", "j", "j", "f")
        await until(pilot, lambda: isinstance(app.screen, FlagQuestion))
        await until(pilot, lambda: "source error" in screen_text(app))
        shown = screen_text(app)
        words = shown.split()
        assert all(letter in words for letter in LETTERS)
        assert "enter: flag it" in shown
        dialog = app.screen.query_one(".dialog").region
        assert app.screen.region.contains_region(dialog)
        assert all(dialog.contains_region(each.region) for each in app.screen.query("#keys"))


def test_what_keys_stand_for_is_broken_between_keys() -> None:
    assert lines_of(["m mistranslation", "w wrong term", "d date"], 20) == [
        "m mistranslation",
        "w wrong term  d date",
    ]


@pytest.mark.parametrize("size", [(160, 48), (120, 36), (80, 24), (60, 20)])
async def test_the_tour_hides_nothing_of_what_it_explains(
    root: Path, size: tuple[int, int]
) -> None:
    async with opened(root, size=size) as (app, pilot):
        screen = review_screen(app)
        for row in (0, 4, 9):
            review(app).row = row
            await at_rest(pilot)
            app.show_tour()
            await until(pilot, lambda: isinstance(app.screen, Tour))
            for step in range(len(STEPS)):
                await until(pilot, lambda: STEPS[step][1][:20] in screen_text(app))  # noqa: B023
                await at_rest(pilot)
                dialog = app.screen.query_one(".dialog").region
                assert app.screen.region.contains_region(dialog)
                for name in SUBJECTS[step]:
                    for region in screen.explained(name):
                        assert not dialog.overlaps(region), (row, step, name)
                await pilot.press("enter")
            await until(pilot, lambda: app.screen is screen)


async def test_the_palette_says_at_length_what_the_chosen_command_does(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"go to link")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await until(pilot, lambda: "Type the number of a Japanese segment" in screen_text(app))
        detail = app.screen.query_one("#chooser-detail", Static)
        assert "to go to it." in screen_text(app)
        assert detail.size.height >= 2
        assert "type to find" in screen_text(app)


async def test_notices_hide_no_list_and_no_candidates_in_a_narrow_window(root: Path) -> None:
    project = open_canned(root)
    from alignbench.tui.app import Workbench

    app = Workbench(project, "notice")
    try:
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await at_rest(pilot)
            complain(app, InputError("It could not be read at all. " * 3, "Look at it. " * 4))
            await until(pilot, lambda: app.screen.query("Toast"))
            await until(pilot, lambda: app.screen.query_one("Toast").region.height)
            toast = app.screen.query_one("Toast").region
            assert toast.y == 0
            assert toast.height <= 3
            assert toast.bottom <= review(app).panel.region.y
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
            await at_rest(pilot)
            assert library(app).entries.region.y >= 3
    finally:
        project.close()


async def test_d_on_a_flag_says_what_to_do(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.flag(1, FlagDraft("style/awkward"))
        review(app).show_all(1)
        await pilot.press("d")
        assert told(app) == "No finding here. A flag is removed with F and changed with c."
        await pilot.press("v")
        await at_rest(pilot)
        await pilot.press("#")
        await at_rest(pilot)
        await pilot.press("d")
        await until(
            pilot, lambda: "This is a flag: F removes it, c changes it." in screen_text(app)
        )
