"""A term goes into the glossary with one key, and the document is checked against it."""

from pathlib import Path

from alignbench.checks.terms.glossary import Term
from alignbench.project.glossary_file import GlossaryFile
from alignbench.tui.review.controllers.notes import as_term
from tests.tui.workbench import NOTICE, at_rest, controls, make_project, opened, review, told

OFFICE = [*NOTICE[:2], (["海洋委員会に届けます。"], ["It is reported to the sea board."], 0.98)]


async def test_a_term_is_added_and_checked_at_once(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", OFFICE)
    async with opened(root) as (app, pilot):
        screen = review(app)
        screen.row = 2
        await at_rest(pilot)
        assert not controls(app).findings.shown
        await pilot.press("T")
        await pilot.pause()
        await pilot.press("enter")  # the term that stands there
        await pilot.pause()
        await pilot.press(*"Marine", "enter")
        await at_rest(pilot)
        assert GlossaryFile(root).terms() == [Term("海洋委員会", "Marine")]
        assert told(app) == "In the glossary: 海洋委員会 = Marine (undo leaves it there)"
        assert [each.finding.check for each in controls(app).findings.shown] == ["term.glossary"]


async def test_undo_leaves_a_term_alone(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", OFFICE)
    async with opened(root) as (app, pilot):
        review(app).row = 2
        await at_rest(pilot)
        await pilot.press("T")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"Marine", "enter")
        await at_rest(pilot)
        await pilot.press("u")
        await at_rest(pilot)
        assert told(app) == "There is nothing to undo."
        assert GlossaryFile(root).terms() == [Term("海洋委員会", "Marine")]


async def test_escape_adds_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", OFFICE)
    async with opened(root) as (_, pilot):
        await pilot.press("T")
        await pilot.pause()
        await pilot.press("escape")
        await at_rest(pilot)
        assert not GlossaryFile(root).path.exists()


def test_an_exclamation_mark_forbids() -> None:
    assert as_term(" 窓口 ", "counter ") == Term("窓口", "counter")
    assert as_term("窓口", "! window") == Term("窓口", "window", forbidden=True)
