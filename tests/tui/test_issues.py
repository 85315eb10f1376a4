"""The list of findings and flags: what it shows, what its keys do, and the way back."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from alignbench.domain.flags import FlagDraft, Severity
from alignbench.project import Project
from alignbench.review.issues import IssueKind
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.issues.heading import IssueHeading
from alignbench.tui.issues.page import IssuesPage
from tests.tui.workbench import (
    Lines,
    at_rest,
    issues,
    make_project,
    opened,
    review,
    screen_text,
    toasts,
    until,
)

LINES: Lines = [
    (["図書館は四月一日から午後八時まで開館します。"],
     ["From April 1 the library stays open until 9 p.m."], 0.97),
    (["貸出は一人十冊以下です。"], ["Each reader may borrow up to ten books."], 0.98),
    (["料金は三百円です。"], ["The fee is 500 yen."], 0.99),
    (["駐車場は二十台分あります。"], ["There is room for thirty cars."], 0.55),
]  # fmt: skip
"""Three wrong numbers, the last in a link that is in doubt."""


async def listing(app: Workbench, pilot: Pilot[None]) -> IssuesPage:
    await pilot.press("v")
    await at_rest(pilot)
    await pilot.press("home")  # it begins where one stands; the riskiest is the first
    return listed(app)


def listed(app: Workbench) -> IssuesPage:
    return issues(app)


def shown(screen: IssuesPage) -> list[int]:
    """Rows of what the list shows."""
    return [issue.row for issue in screen.list.issues]


def said(app: Workbench) -> str:
    return app.screen.query_one(IssueHeading).told


async def test_the_riskiest_comes_first_and_enter_goes_to_its_pair(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        screen = await listing(app, pilot)
        assert shown(screen)[0] == 3  # as grave as the others, and its link is in doubt
        assert set(shown(screen)) == {0, 2, 3}
        text = screen_text(app)
        assert "major" in text
        assert "num.value" in text
        assert "[all 3]" in text
        assert screen.session.rows[3].ja[0].view in text
        await pilot.press("enter")
        await at_rest(pilot)
        assert review(app).row == 3


async def test_leaving_changes_nothing(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        review(app).row = 1
        await listing(app, pilot)
        await pilot.press("j", "escape")
        await at_rest(pilot)
        assert review(app).row == 1


async def test_one_key_makes_a_flag_and_undo_brings_the_finding_back(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        screen = await listing(app, pilot)
        await pilot.press("exclamation_mark")
        await at_rest(pilot)
        assert len(screen.session.rows[3].flags) == 1
        kinds = [(issue.row, issue.kind) for issue in screen.list.issues]
        assert (3, IssueKind.FLAG) in kinds
        assert (3, IssueKind.FINDING) not in kinds
        await pilot.press("u")
        await at_rest(pilot)
        assert not any(row.flags for row in screen.session.rows)
        assert screen.chosen is not None
        assert (screen.chosen.row, screen.chosen.kind) == (3, IssueKind.FINDING)


async def test_the_list_comes_back_to_the_link_of_a_finding_that_became_a_flag(
    tmp_path: Path,
) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        screen = await listing(app, pilot)
        await pilot.press("G")
        last = screen.chosen
        assert last is not None
        assert last.row != shown(screen)[0]
        await pilot.press("enter")
        await at_rest(pilot)
        await pilot.press("e", "exclamation_mark")
        await at_rest(pilot)
        assert review(app).current.flags
        await pilot.press("escape")
        await at_rest(pilot)
        chosen = issues(app).chosen
        assert chosen is not None
        assert (chosen.row, chosen.kind) == (last.row, IssueKind.FLAG)
        at = issues(app).list.cursor
        await pilot.press("enter")
        await at_rest(pilot)
        await pilot.press("F")
        await at_rest(pilot)
        await pilot.press("e", "d", "1")
        await at_rest(pilot)
        await pilot.press("escape")
        await at_rest(pilot)
        assert issues(app).list.cursor == min(at, len(issues(app).list.issues) - 1)


async def test_a_finding_is_dismissed_listed_with_its_reason_and_reopened(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        screen = await listing(app, pilot)
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("3")
        await at_rest(pilot)
        assert 3 not in shown(screen)
        await pilot.press("V")
        await at_rest(pilot)
        assert shown(screen) == [3]
        assert "source is wrong: The Japanese says" in screen_text(app)
        await pilot.press("D", "escape")
        await at_rest(pilot)
        assert shown(screen)[0] == 3
        await pilot.press("escape")
        await at_rest(pilot)
        assert review(app).session.summary.findings == 3


async def test_all_of_a_check_are_dismissed_at_once_and_one_undo_takes_it_back(
    tmp_path: Path,
) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        screen = await listing(app, pilot)
        before = shown(screen)
        check = screen.chosen.check if screen.chosen else ""
        same = [each.row for each in screen.list.issues if each.check == check]
        assert len(same) > 1
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("1")
        await at_rest(pilot)
        assert said(app) == f"Dismissed {len(same)} findings"
        assert len(shown(screen)) == len(before) - len(same)
        await pilot.press("u")
        await at_rest(pilot)
        assert shown(screen) == before


async def test_a_flag_is_made_after_its_words_and_severity_were_changed(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p", LINES)) as (app, pilot):
        screen = await listing(app, pilot)
        await pilot.press("r")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, FlagQuestion)
        await pilot.press("tab", "delete", "enter")  # nothing is marked in the Japanese any more
        await at_rest(pilot)
        (flag,) = screen.session.rows[3].flags
        assert flag.ja is None
        assert flag.en is not None
        assert screen.session.document.en.content[flag.en.start : flag.en.end] == "thirty"
        assert flag.comment


async def test_the_list_is_sifted_by_kind_severity_check_grade_and_words(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", LINES)
    project = Project.open(root)
    draft = FlagDraft("style/awkward", Severity.MINOR, "rather stiff")
    project.review("notice").flag(1, draft)
    project.close()
    async with opened(root) as (app, pilot):
        screen = await listing(app, pilot)
        assert sorted(shown(screen)) == [0, 1, 2, 3]
        await pilot.press("tab", "tab")
        await at_rest(pilot)
        assert shown(screen) == [1]
        await pilot.press("shift+tab")
        await at_rest(pilot)
        assert 1 not in shown(screen)
        await pilot.press("escape", "end", "circumflex_accent")
        await at_rest(pilot)
        assert shown(screen) == [1]  # the only minor one
        await pilot.press("escape", "home", "number_sign", "percent_sign")
        await at_rest(pilot)
        assert 1 not in shown(screen)
        assert "about number" in screen_text(app)
        assert f"[all {len(shown(screen))}]" in screen_text(app)
        assert "flags 0" in screen_text(app)  # none of this check, and one in all
        await pilot.press("escape", "slash", *"料金", "enter")
        await until(pilot, lambda: shown(screen) == [2])
        await pilot.press("slash", *" zz", "enter")
        await until(pilot, lambda: shown(screen) == [])
        assert "Nothing like this" in screen_text(app)
        await pilot.press("escape")
        await at_rest(pilot)
        assert sorted(shown(screen)) == [0, 1, 2, 3]


async def test_the_report_is_written_where_people_say(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", LINES)
    async with opened(root) as (app, pilot):
        await listing(app, pilot)
        for answer in ([], ["y"]):
            await pilot.press("W")
            await pilot.pause()
            assert isinstance(app.screen, TextQuestion)
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press(*answer)
            await at_rest(pilot)
            assert said(app).startswith("Wrote ")
        assert "The fee is 500 yen." in (root / "notice.html").read_text(encoding="utf-8")
        assert not toasts(app)


async def test_another_windows_flag_is_no_reason_to_stop(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", LINES)
    async with opened(root) as (app, pilot):
        screen = await listing(app, pilot)
        other = Project.open(root)
        other.review("notice").confirm(3)
        other.close()
        await pilot.press("exclamation_mark")
        await at_rest(pilot)
        assert any("Another window" in each for each in toasts(app))
        assert shown(screen)


async def test_a_long_list_is_drawn_only_where_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alignbench.tui.issues import lines

    drawn: list[int] = []
    line = lines.issue_line

    def counting(issue: object, *rest: object, **more: object) -> object:
        drawn.append(issue.row)  # type: ignore[attr-defined]
        return line(issue, *rest, **more)  # type: ignore[arg-type]

    root = make_project(tmp_path / "p", LINES)
    async with opened(root, size=(100, 24)) as (app, pilot):
        screen = await listing(app, pilot)
        issue, rows = screen.list.issues[0], screen.session.rows
        monkeypatch.setattr("alignbench.tui.issues.list.issue_line", counting)
        screen.list.show([issue] * 20_000, rows, 0, "")
        await at_rest(pilot)
        assert len(drawn) <= 24
        drawn.clear()
        screen.list.cursor += 1
        await at_rest(pilot)
        assert len(drawn) == 2  # the line that was chosen, and the one that is
        screen.list.cursor = 19_999
        await at_rest(pilot)
        assert screen.list.cursor == 19_999
        assert round(screen.list.scroll_y) + screen.list.size.height == 20_000


async def test_each_width_keeps_the_place_and_cuts_no_key(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", LINES)
    for width in (40, 80, 160):
        async with opened(root, size=(width, 24)) as (app, pilot):
            await listing(app, pilot)
            lines = screen_text(app).splitlines()
            assert all(len(line.rstrip()) <= width for line in lines)
            assert lines[-1].rstrip().endswith("? help")
            assert re.search(r"\? +4 *$", lines[3])


LETTERHEAD: Lines = [
    ([f"発行者の表示その{each}です。"], [], 0.9) for each in ("一", "二", "三", "四")
]  # fmt: skip


async def test_front_matter_is_one_line_that_unfolds_and_is_dismissed_as_one(
    tmp_path: Path,
) -> None:
    lines = [*LETTERHEAD, *LINES]
    async with opened(make_project(tmp_path / "p", lines)) as (app, pilot):
        screen = await listing(app, pilot)
        assert sorted(shown(screen)) == [0, 4, 6, 7], "one line stands for four"
        assert "[all 7]" in screen_text(app)
        screen.list.cursor = shown(screen).index(0)
        await at_rest(pilot)
        assert "links 1 to 4 have no English" in screen_text(app)
        await pilot.press("exclamation_mark")
        await at_rest(pilot)
        assert screen.session.undo() is None, "a run is no one finding to be flagged"
        await pilot.press("space")
        await at_rest(pilot)
        assert sorted(shown(screen)) == [0, 1, 2, 3, 4, 6, 7]
        await pilot.press("space")
        await at_rest(pilot)
        assert sorted(shown(screen)) == [0, 4, 6, 7]
        await pilot.press("d")
        await until(pilot, lambda: "All 4 findings of this run" in screen_text(app))
        await pilot.press("1")
        await at_rest(pilot)
        assert sorted(shown(screen)) == [4, 6, 7]
        await pilot.press("u")
        await at_rest(pilot)
        assert sorted(shown(screen)) == [0, 4, 6, 7]
