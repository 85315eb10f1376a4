"""Words in all documents: listed with both languages, gone to, and come back from."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from alignbench.domain.links import Bead
from alignbench.project.concordance import Occurrence
from alignbench.store import Store
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.concordance import Concordance, occurrence_lines
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.review.screen import ReviewScreen
from tests.tui.workbench import (
    document_of,
    make_project,
    opened,
    review,
    screen_text,
    until,
)

OTHER = [
    (["子どもの本を集めた。", "貸出もある。"], ["Books for children. They can be borrowed."], 0.9),
    (["門は閉まっている。"], ["The gate is shut."], 0.9),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The notice, and a second document."""
    root = make_project(tmp_path / "project")
    store = Store(root / "db" / "alignbench.db")
    store.add(document_of("reading", OTHER), [Bead((0, 1), (0,)), Bead((2,), (1,))], "canned")
    store.close()
    return root


def listed(app: Workbench) -> list[tuple[str, str, int]]:
    screen = app.screen
    assert isinstance(screen, Concordance)
    if screen.is_looking:
        return []
    return [(each.document, each.side, each.segment) for each in screen.found]


def name(app: Workbench) -> str:
    screen = app.screen
    return screen.session.document.name if isinstance(screen, ReviewScreen) else ""


async def test_words_are_listed_with_both_sides_and_escape_comes_back(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).row = 2
        await pilot.press("K")
        await until(pilot, lambda: isinstance(app.screen, Concordance))
        await pilot.press(*"BOOKS")
        await until(
            pilot,
            lambda: listed(app) == [("notice", "en", 2), ("notice", "en", 5), ("reading", "en", 0)],
        )
        text = screen_text(app)
        assert "3 links" in text
        assert "子どもの本を集めた。貸出もある。" in text
        await pilot.press("down", "enter")
        await until(pilot, lambda: name(app) == "notice")
        await until(pilot, lambda: review(app).row == 5)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Concordance) and app.screen.found)
        assert app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("escape")
        await until(pilot, lambda: name(app) == "notice")
        await until(pilot, lambda: review(app).row == 2)


async def test_another_document_lies_over_this_one_until_escape(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, Concordance))
        await pilot.press(*"gate")
        await until(pilot, lambda: listed(app) == [("reading", "en", 1)])
        await pilot.press("enter")
        await until(pilot, lambda: name(app) == "reading")
        await until(pilot, lambda: review(app).row == 1)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Concordance) and app.screen.found)
        await pilot.press("escape")
        await until(pilot, lambda: name(app) == "notice")
        await until(pilot, lambda: review(app).row == 0)


async def test_the_library_looks_through_all_documents_too(root: Path) -> None:
    async with opened(root, None) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("K")
        await until(pilot, lambda: isinstance(app.screen, Concordance))
        await pilot.press(*"nowhere")
        await until(pilot, lambda: "Nothing found." in screen_text(app))
        await pilot.press("enter")
        assert isinstance(app.screen, Concordance)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


def test_of_a_long_text_the_part_with_the_words_is_shown() -> None:
    long = Occurrence("d", 1, "en", 4, "", "a " * 80 + "needle" + " b" * 80)
    lines = occurrence_lines(long, "NEEDLE", 60, "bold")
    assert "needle" in lines.plain
    assert all(len(line) <= 60 for line in lines.plain.splitlines())
    assert [lines.plain[span.start : span.end] for span in lines.spans][-1] == "needle"
