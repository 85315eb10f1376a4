"""The checks' findings on the review screen."""

import re
from pathlib import Path
from time import sleep

import pytest

from alignbench.domain.errors import Cancelled, InputError
from alignbench.domain.progress import Progress
from tests.tui.workbench import (
    NOTICE,
    at_rest,
    controls,
    do,
    make_project,
    opened,
    review,
    screen_text,
    toasts,
    told,
)

WRONG = [*NOTICE[:2], (["貸出は一人十冊以下です。"], ["Each reader may borrow 12 books."], 0.98)]


async def test_a_finding_is_marked_selected_and_made_a_flag(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        assert screen.session.findings.is_checked
        screen.row = 2
        await at_rest(pilot)
        assert controls(app).findings.shown
        assert {place for place, spans in screen.layers.drawn().items() if spans} >= {("ja", 2)}
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
        many = len(controls(app).findings.shown)
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("2")
        await at_rest(pilot)
        assert len(controls(app).findings.shown) == many - 1
        (settled,) = controls(app).findings.dismissed
        assert settled.dismissed is not None
        assert settled.dismissed.reason == "style choice"
        await pilot.press("D")
        await at_rest(pilot)
        assert len(controls(app).findings.shown) == many


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
        many = len(controls(app).findings.shown)
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
        assert len(controls(app).findings.shown) == many


async def test_after_an_edit_the_checks_look_again_behind_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        ran: list[int] = []
        check = screen.session.findings.check

        def counting(progress: Progress) -> None:
            ran.append(len(screen.session.rows))
            check(progress)

        monkeypatch.setattr(screen.session.findings, "check", counting)
        await do(pilot, "merge-with-next")
        assert ran == [2]
        assert "checking" not in screen_text(app)
        screen.row = 1
        await at_rest(pilot)
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("1")
        await at_rest(pilot)
        assert ran == [2]  # a dismissal changes no text


async def test_what_the_checks_are_at_is_shown_and_the_same_key_stops_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        told: list[str] = []
        stopped: list[str] = []
        monkeypatch.setattr(controls(app).jobs.checker, "_told", told.append)

        def check(progress: Progress) -> None:
            try:
                for done in range(10_000):
                    progress("checking", done, 10_000)
                    sleep(0.01)
            except Cancelled:
                stopped.append("stopped")
                raise

        monkeypatch.setattr(screen.session.findings, "check", check)
        await pilot.press("f5")
        while not told:
            await pilot.pause(0.05)
        assert re.fullmatch(r"checking \d+%", told[0])
        before = screen.row
        await pilot.press("j")
        assert screen.row != before  # keys are answered meanwhile
        await pilot.press("f5")
        await at_rest(pilot)
        assert stopped == ["stopped"]
        assert told[-1] == ""
        assert not controls(app).jobs.checker.is_running
        assert screen.session.findings.of(2)  # what was found before is still there


async def test_a_broken_glossary_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)

        def check(progress: Progress) -> None:
            raise InputError("glossary.tsv, line 3: broken.")

        monkeypatch.setattr(screen.session.findings, "check", check)
        await do(pilot, "merge-with-next", "undo")
        assert len([each for each in toasts(app) if "glossary" in each]) == 1


async def test_the_list_says_if_the_checks_did_not_get_to_their_end(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", WRONG)
    (root / "alignbench.toml").write_text("[colours]\n", encoding="utf-8")
    async with opened(root) as (app, pilot):
        await pilot.press("v")
        await at_rest(pilot)
        assert "did not get to their end; f5 runs them again." in screen_text(app)
        assert "at work" not in screen_text(app)
        (root / "alignbench.toml").unlink()
        await pilot.press("f5")
        await at_rest(pilot)
        assert "get to their end" not in screen_text(app)
        assert "num.value" in screen_text(app)


async def test_a_finding_is_revised_before_it_becomes_a_flag(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        screen.row = 2
        await at_rest(pilot)
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("end", *" Ten!", "enter")
        await at_rest(pilot)
        (flag,) = screen.current.flags
        assert flag.comment.endswith(" Ten!")
        assert flag.ja is not None
        assert not controls(app).findings.shown


async def test_a_very_long_document_is_checked_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignbench.tui.review.controllers.jobs.CHECKED_UNASKED", 2)
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        assert not screen.session.findings.is_checked
        assert "With 3 links the checks wait" in screen_text(app)
        await do(pilot, "confirm-and-go-on")
        assert not screen.session.findings.is_checked, "nor after an edit"
        await do(pilot, "check-again")
        assert screen.session.findings.is_checked
        assert screen.session.summary.findings


async def test_only_a_hint_is_called_wrong_by_one_key(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", WRONG)
    async with opened(root) as (app, pilot):
        screen = review(app)
        screen.row = 2
        await at_rest(pilot)
        found = controls(app).findings.shown
        await pilot.press("full_stop")
        await at_rest(pilot)
        assert controls(app).findings.shown == found
        assert told(app) == "This is no hint; dismiss it with its reason."
