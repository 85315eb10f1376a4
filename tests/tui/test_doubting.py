"""The checks' findings on the review screen."""

from pathlib import Path

from tests.tui.workbench import NOTICE, at_rest, make_project, opened, review

WRONG = [*NOTICE[:2], (["貸出は一人十冊以下です。"], ["Each reader may borrow 12 books."], 0.98)]


async def test_a_finding_is_marked_selected_and_made_a_flag(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        assert screen.session.doubts.is_checked
        screen.row = 2
        await at_rest(pilot)
        assert screen.findings
        assert {place for place, spans in screen.decorations().items() if spans} >= {("ja", 2)}
        before = screen.session.summary.findings
        await pilot.press("!")
        await at_rest(pilot)
        assert len(screen.current.flags) == 1
        assert screen.session.summary.findings < before
        await pilot.press("u")
        await at_rest(pilot)
        assert not screen.current.flags
        assert screen.session.summary.findings == before


async def test_a_finding_is_dismissed_with_a_reason_and_reopened(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        screen.row = 2
        await at_rest(pilot)
        many = len(screen.findings)
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("2")
        await at_rest(pilot)
        assert len(screen.findings) == many - 1
        (settled,) = screen.dismissed
        assert settled.dismissed is not None
        assert settled.dismissed.reason == "style choice"
        await pilot.press("D")
        await at_rest(pilot)
        assert len(screen.findings) == many


async def test_undoing_a_dismissal_stays_on_its_row_and_brings_the_mark_back(
    tmp_path: Path,
) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        screen.row = 1
        await at_rest(pilot)
        screen.row = 2
        await at_rest(pilot)
        many = len(screen.findings)
        screen.row = 2
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("1")
        await at_rest(pilot)
        left = screen.view.sheet.source.row(2).found
        await pilot.press("k", "u")
        await at_rest(pilot)
        assert screen.row == 1
        assert (left, screen.view.sheet.source.row(2).found) == ("", "major")
        await pilot.press("j")
        await at_rest(pilot)
        assert len(screen.findings) == many
