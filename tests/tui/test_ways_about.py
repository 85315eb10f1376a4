"""Finding one's way: the palette, the themes, the document used last, why a row comes next."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.import_files import ImportQuestion
from alignbench.tui.dialogs.text_page import TextPage
from alignbench.tui.dialogs.theme import ThemeChooser
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.palette import library_entries
from alignbench.tui.review.row_place import placed_by
from alignbench.tui.review.screen import ReviewScreen
from tests.tui.workbench import (
    NOTICE,
    at_rest,
    library,
    open_canned,
    opened,
    review_screen,
    screen_text,
    toasts,
    until,
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("settings", "Settings of this project"), ("models", "The model that new documents")],
)
async def test_the_palette_of_a_document_does_what_the_library_does(
    root: Path, typed: str, shown: str
) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press(*typed)
        assert typed.capitalize() in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await until(pilot, lambda: shown in screen_text(app))


async def test_a_document_leads_to_the_statistics_of_all(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press(*"statistics of all", "enter")
        await until(pilot, lambda: isinstance(app.screen, TextPage))
        assert isinstance(app.screen_stack[-2], LibraryScreen)
        assert not list(library_entries(app, app.screen_stack[-2], lambda: None)), "nothing twice"


async def test_settings_have_their_key_in_a_document(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("comma")
        await until(pilot, lambda: "Settings of this project" in screen_text(app))
        await pilot.press("escape")
        await at_rest(pilot)
        assert review_screen(app)


@pytest.mark.parametrize("words", ["in ascii", "as drawn"])
async def test_marks_are_found_under_both_names(root: Path, words: str) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        app.screen.query_one(Input).value = f"marks {words}"
        await until(pilot, lambda: "Marks in ASCII" in screen_text(app))


async def test_themes_are_found_by_typing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        was = app.theme
        app.search_themes()
        await until(pilot, lambda: isinstance(app.screen, ThemeChooser))
        await pilot.press(*"paper")
        await until(pilot, lambda: app.theme == "paper-light")
        await pilot.press("escape")
        await at_rest(pilot)
        assert app.theme == was


async def test_the_library_opens_on_the_document_used_last(root: Path) -> None:
    make_project_of(root, "another", "zebra")
    async with opened(root, "zebra") as (app, _):
        assert review_screen(app).session.document.name == "zebra"
    async with opened(root, None) as (app, _):
        assert isinstance(app.screen, LibraryScreen)
        entry = library(app).entry
        assert entry
        assert entry.name == "zebra"


def make_project_of(root: Path, *names: str) -> None:
    from alignbench.store import Store
    from tests.tui.workbench import beads_of, document_of

    store = Store(root / "db" / "alignbench.db")
    for name in names:
        store.add(document_of(name, NOTICE), beads_of(NOTICE), "canned")
    store.close()


def test_a_row_without_a_reason_says_what_puts_it_there(root: Path) -> None:
    with open_canned(root) as project:
        rows = project.review("notice").rows
        assert placed_by(rows[3], is_read=True) == ["the aligner is only .62 sure", "3 segments"]
        assert placed_by(rows[7], is_read=False) == [
            "one side has nothing",
            "not read for meaning yet",
        ]
        sure = replace(rows[1], doubtful=False)
        assert placed_by(sure, is_read=True) == [
            "nothing speaks against it; it is the next in order"
        ]


async def test_the_library_is_made_when_one_leaves_the_document_and_takes_the_keys_behind(
    root: Path,
) -> None:
    make_project_of(root, "another")
    async with opened(root) as (app, pilot):
        assert not any(isinstance(each, LibraryScreen) for each in app.screen_stack)
        for key in ("q", "up", "enter"):  # in one burst
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(
            pilot,
            lambda: (
                isinstance(app.screen, ReviewScreen)
                and app.screen.session.document.name == "another"
            ),
        )
        assert [type(each) for each in app.screen_stack[1:]] == [LibraryScreen, ReviewScreen]
        await at_rest(pilot)


async def test_a_document_that_cannot_be_opened_is_told_in_the_library(root: Path) -> None:
    async with opened(root, "nothing") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert "nothing" in toasts(app)[0]
        assert library(app).listed[0].name == "notice"


async def test_a_command_of_the_library_goes_there_from_a_document_opened_without_it(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+p", *"import files", "enter")
        await until(pilot, lambda: isinstance(app.screen, ImportQuestion))
        assert isinstance(app.screen_stack[-2], LibraryScreen)
