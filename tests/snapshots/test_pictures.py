"""Pictures of the screens. After a change of looks: --snapshot-update, then look at each."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from alignbench.domain.errors import StoreError
from alignbench.project import Project
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.questions import Working
from alignbench.tui.notices import complain
from tests.tui.workbench import (
    at_rest,
    controls,
    do,
    library,
    make_project,
    open_canned,
    review,
    screen_text,
    until,
)  # fmt: skip

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a document half reviewed, and a pair that waits."""
    root = make_project(tmp_path / "sample")
    for side, text in (("ja", "川。\n"), ("en", "A river.\n")):
        (root / "data" / side / "第二号.txt").write_text(text, encoding="utf-8")
    project = open_canned(root)
    session = project.review("notice")
    for row in (0, 1, 2):
        session.confirm(row)
    from alignbench.domain.flags import FlagDraft, Severity

    session.flag(3, FlagDraft("accuracy/mistranslation", Severity.MAJOR, "65 itself is left out"))
    session.note(8, "Ask how many there are now.")
    project.close()
    return root


@pytest.fixture
def picture(root: Path, snap_compare: Compare) -> Callable[..., bool]:
    def compare(
        before: Before | None = None,
        *,
        size: tuple[int, int] = (120, 36),
        document: str | None = "notice",
        theme: str = "ink-dark",
        project: Path = root,
    ) -> bool:
        opened = open_canned(project)
        app = Workbench(opened, document)
        app.animation_level = "none"

        async def run_before(pilot: Pilot[None]) -> None:
            app.theme = theme
            await at_rest(pilot)
            if before is not None:
                await before(pilot)
            # Not at_rest: a dialog's question is a worker that waits for an answer.
            for worker in app.workers:
                if worker.group == "checks":
                    with suppress(WorkerCancelled):
                        await worker.wait()
            for _ in range(4):
                await pilot.pause(0.05)

        try:
            return snap_compare(app, terminal_size=size, run_before=run_before)
        finally:
            opened.close()

    return compare


def app_of(pilot: Pilot[None]) -> Workbench:
    assert isinstance(pilot.app, Workbench)
    return pilot.app


def pressing(*keys: str, pause: float = 0.0) -> Before:
    async def before(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause(pause)

    return before


def test_library(picture: Any) -> None:
    assert picture(document=None, size=(100, 20))


def test_library_with_nothing_in_it(picture: Any, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty").close()
    assert picture(document=None, size=(100, 20), project=tmp_path / "empty")


def test_review(picture: Any) -> None:
    assert picture()


def test_review_very_wide(picture: Any) -> None:
    assert picture(size=(160, 40))


def test_review_narrow(picture: Any) -> None:
    assert picture(pressing("n"), size=(80, 24))


def test_review_tiny(picture: Any) -> None:
    assert picture(pressing("n"), size=(40, 10))


def test_review_on_paper(picture: Any) -> None:
    assert picture(pressing("n"), theme="paper-light")


def test_readings_above_the_japanese(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await pilot.press("n", "h", "h")
        await until(pilot, lambda: "ﾄｼｮ" in screen_text(app_of(pilot)))

    assert picture(before, size=(80, 24))


def test_doubtful_and_flagged(picture: Any) -> None:
    assert picture(pressing("n"))


def test_nothing_on_one_side(picture: Any) -> None:
    assert picture(pressing("n", "n"))


def test_many_to_many_by_hand(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        screen = controls(app_of(pilot))
        screen.page.row = 5
        screen.links.edit(lambda session: session.merge(5, 1), say=False)

    assert picture(before)


def test_crossing_links(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        screen = controls(app_of(pilot))
        screen.links.edit(lambda session: session.link((9,), (5,)), say=False)
        screen.page.row = 9

    assert picture(before)


def test_linking_by_hand(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        review(app_of(pilot)).row = 6
        await do(pilot, "link-by-hand", "other-side", "previous-segment", "mark-segment")
        await do(pilot, "other-side", "next-segment")

    assert picture(before)


def test_search(picture: Any) -> None:
    assert picture(pressing("slash", *"二十", pause=0.3))


def test_help(picture: Any) -> None:
    assert picture(pressing("question_mark"))


def test_palette(picture: Any) -> None:
    assert picture(pressing("ctrl+p", *"declare", pause=0.6), size=(100, 24))


def test_note(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        review(app_of(pilot)).row = 8
        await pilot.press("t")

    assert picture(before, size=(100, 30))


def test_flag(picture: Any) -> None:
    assert picture(pressing("f", "o", "3", "tab", "tab", *"over 65?"), size=(100, 30))


def test_flag_with_marked_words(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        review(app_of(pilot)).row = 3
        await pilot.press(
            "f", "tab", "tab", "tab", "right", "right", "right", "space", "right", "right"
        )

    assert picture(before, size=(80, 24))


def test_findings_and_flags(picture: Any) -> None:
    assert picture(pressing("v", pause=0.3), size=(160, 48))


def test_findings_and_flags_narrow(picture: Any) -> None:
    assert picture(pressing("v", "j", pause=0.3), size=(80, 24))


def test_dismissed_findings(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        session = review(app_of(pilot)).session
        session.dismiss(session.findings.of(4)[0], "style choice")
        await pilot.press("v", "V")
        await pilot.pause(0.3)

    assert picture(before, size=(80, 24), theme="paper-light")


def test_marks_in_ascii(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        app_of(pilot).toggle_marks()
        await pilot.press("n")

    assert picture(before, size=(80, 24))


def test_error_toast(picture: Any) -> None:
    async def before(pilot: Pilot[None]) -> None:
        error = StoreError("The database is locked.", "Close the other program, then try again.")
        complain(app_of(pilot), error)

    assert picture(before)


def test_importing(picture: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.tui.dialogs.questions.PATIENCE", 0.001)

    async def before(pilot: Pilot[None]) -> None:
        screen = Working("Importing 3 pairs", lambda: None)
        library(app_of(pilot)).app.push_screen(screen)
        await until(pilot, lambda: not screen.has_class("-unseen"))
        await pilot.pause()  # the bar knows its width, to which shares are rounded
        screen.report("第二号: embedding", 140, 300)

    assert picture(before, document=None, size=(100, 20))
