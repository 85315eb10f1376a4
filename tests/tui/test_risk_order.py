"""Reading in the order of risk: where the key leads, why, and what counts as read."""

from pathlib import Path

import pytest

from alignbench.domain.flags import FlagDraft, Severity
from tests.tui.workbench import at_rest, make_project, opened, review, screen_text, told, until

LINES = [
    (["図書館は四月一日から開館します。"], ["The library opens on April 1."], 0.97),
    (["貸出は一人十冊以下です。"], ["Each reader may borrow up to twelve books."], 0.98),
    (["休館日は月曜日です。"], ["We are closed on Tuesdays."], 0.96),
    (["駐車場は二十台分あります。"], ["There is room for twenty cars."], 0.95),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", LINES)


async def test_the_key_leads_to_what_is_most_likely_wrong_and_says_why(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        order = page.session.findings.by_risk()
        assert set(order[:2]) == {1, 2}
        await pilot.press("V")
        await until(pilot, lambda: page.row == order[0] and "to be read next" in screen_text(app))
        (found,) = page.session.findings.of(order[0])
        assert screen_text(app).count(found.finding.message[:20]) == 1  # a reason is not told twice
        assert "0 rows read" in screen_text(app)
        await pilot.press("V")
        await until(pilot, lambda: page.row == order[1])
        assert "1 row read" in screen_text(app)


async def test_a_row_that_one_only_came_upon_is_not_read(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        order = page.session.findings.by_risk()
        page.row = order[0]
        await pilot.press("V")
        await until(pilot, lambda: "to be read next" in screen_text(app))
        assert page.row == order[0]
        await pilot.press("j", "k")
        assert "to be read next" in screen_text(app)


async def test_what_was_read_stays_so_after_a_restart(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        order = page.session.findings.by_risk()
        await pilot.press("V")
        await until(pilot, lambda: page.row == order[0])
        await at_rest(pilot)
        await pilot.press("V")
        await until(pilot, lambda: page.row == order[1])
    async with opened(root) as (app, pilot):
        page = review(app)
        await pilot.press("V")
        await until(pilot, lambda: "to be read next" in screen_text(app))
        assert page.row == order[1]


async def test_a_flagged_row_is_dealt_with_and_when_all_are_read_it_begins_anew(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        order = page.session.findings.by_risk()
        page.session.flag(
            order[0], FlagDraft("accuracy/mistranslation", Severity.MAJOR, "twelve", None, None)
        )
        page.show_all(0)
        for row in order[1:]:
            await pilot.press("V")
            await until(pilot, lambda: page.row == row)  # noqa: B023
            await at_rest(pilot)
        await pilot.press("V")
        said = "Every row that is shown was read in this order; once more begins anew."
        await until(pilot, lambda: told(app) == said)
        await pilot.press("V")
        await until(pilot, lambda: page.row == order[1])
