"""Two windows on one project: the later one is told, and nothing of either is lost."""

from pathlib import Path

import pytest

from alignbench.project import Project
from tests.tui.workbench import (
    at_rest,
    links,
    make_project,
    opened,
    review,
    review_screen,
    toasts,
    told,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


async def test_the_slower_window_is_told_and_writes_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review_screen(
            app
        ).looking.stop()  # on a busy machine it might see the change before the key
        other = Project.open(root)
        theirs = other.review("notice")
        theirs.merge(1)
        await pilot.press("j", "space")
        await at_rest(pilot)
        screen = review(app)
        assert links(screen.session) == links(other.review("notice"))
        assert screen.session.summary.confirmed == 0
        (toast,) = toasts(app)
        assert "window" in toast
        await pilot.press("space")
        await at_rest(pilot)
        assert links(other.review("notice"))[screen.row - 1][2] == "confirmed"
        other.close()


async def test_changes_elsewhere_in_the_document_do_not_disturb(root: Path) -> None:
    async with opened(root) as (app, pilot):
        other = Project.open(root)
        other.review("notice").confirm(8)
        await pilot.press("space")
        await at_rest(pilot)
        assert not toasts(app)
        assert review(app).session.summary.confirmed == 2
        other.close()


async def test_what_another_window_did_appears_by_itself_with_the_row_kept(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("G")
        segment = review(app).current.link.ja
        other = Project.open(root)
        other.review("notice").merge(1)
        review_screen(app).look()
        await at_rest(pilot)
        assert review(app).current.link.ja == segment
        assert told(app).startswith("Another window changed this document")
        other.close()


async def test_a_document_deleted_elsewhere_is_told_not_a_crash(root: Path) -> None:
    async with opened(root) as (app, pilot):
        other = Project.open(root)
        other.delete_document("notice")
        await pilot.press("space")
        await at_rest(pilot)
        assert toasts(app)
        await pilot.press("q")
        await at_rest(pilot)
        assert app.return_code is None
        other.close()
