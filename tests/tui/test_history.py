"""What was done, what to come back to, statistics, settings, models, all documents' issues."""

from pathlib import Path

from textual.widgets import OptionList

from alignbench.domain.flags import FlagDraft
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.dialogs.text_page import TextPage
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.review.screen import ReviewScreen
from tests.tui.workbench import (
    at_rest,
    opened,
    review,
    screen_text,
    told,
    until,
)


async def test_the_history_is_read_jumped_to_and_undone(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        for row in (1, 2, 5):
            page.session.confirm(row)
        page.show_all(8)
        await pilot.press("Y")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        assert "    6  Confirmed  mori  返却が遅れた" in screen_text(app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert page.row == 2
        await pilot.press("Y")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("j", "u")
        await until(pilot, lambda: isinstance(app.screen, Question))
        assert "Undo 2 changes?" in screen_text(app)
        await pilot.press("y")
        await until(pilot, lambda: page.session.summary.confirmed == 1)
        await until(pilot, lambda: told(app) == "Undid 2 changes")


async def test_the_history_tells_what_was_written_and_what_was_undone(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.session.note(8, "Ask how many there are.")
        page.session.flag(4, FlagDraft("accuracy/omission", comment="the day is missing"))
        page.session.proposals.propose(2, "Borrow up to ten books.")
        found = next(
            each for row in range(10) for each in page.session.findings.of(row) if each.is_open
        )
        page.session.dismiss(found, "not an error")
        page.session.confirm(1)
        page.session.undo()
        page.show_all(0)
        await pilot.press("Y")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        shown = screen_text(app)
        assert "2  undone: Confirmed" in shown
        assert "3  Proposed a better English  Borrow up to ten books." in shown
        assert "the day is missing" in shown
        assert "9  Noted  Ask how many there are." in shown
        dismissed = next(line for line in shown.splitlines() if "Dismissed" in line)
        assert found.finding.message[:20] in dismissed
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert found.key in [each.key for each in page.session.findings.of(page.row)]


async def test_a_link_is_marked_to_come_back_to(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 3
        await pilot.press("z")
        assert page.view.sheet.source.row(3).later
        assert "↺" in screen_text(app)
        page.session.merge(3, 1)
        page.show_all(0)
        await pilot.press("Z")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert page.row == 3
        await pilot.press("z")
        assert "↺" not in screen_text(app)
    async with opened(root) as (app, pilot):
        assert not review(app).view.sheet.source.row(3).later


async def test_lists_are_searched_and_say_when_nothing_is_found(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.confirm(1)
        review(app).session.note(2, "hours")
        await pilot.press("Y")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await pilot.press("slash", *"noted")
        await until(pilot, lambda: app.screen.query_one(OptionList).option_count == 1)
        await pilot.press(*"xyz")
        await until(pilot, lambda: "Nothing found." in screen_text(app))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))


async def test_the_library_has_statistics_settings_models_and_all_issues(root: Path) -> None:
    (root / "alignbench.toml").write_text('[names]\nmacrons = "plain"\n')
    async with opened(root) as (app, pilot):
        review(app).session.flag(4, FlagDraft("accuracy/omission", comment="the day is missing"))
        review(app).session.findings.check()
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, TextPage))
        assert "10/10" in screen_text(app)
        await pilot.press("escape", "comma")
        await until(pilot, lambda: isinstance(app.screen, Chooser))
        await until(pilot, lambda: '"plain"' in screen_text(app))
        assert "alignbench.toml" in screen_text(app)
        await pilot.press("escape")
        await at_rest(pilot)
        await pilot.press("M")
        await until(pilot, lambda: "> bundled" in screen_text(app))
        await pilot.press("escape", "v")
        await until(pilot, lambda: "the day is missing" in screen_text(app))
        await pilot.press("slash", *"day", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await at_rest(pilot)
        assert review(app).row == 4
