"""No key and no click does anything to a row that was not the chosen one, in sight."""

import random
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from alignbench.domain.links import Candidate
from alignbench.review import Change, ReviewSession
from alignbench.tui.app import Workbench
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.screen import ReviewScreen
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.columns import BETWEEN, GUTTER, HANG
from tests.tui.workbench import (
    at_rest,
    links,
    make_project,
    opened,
    review,
    review_screen,
    screen_text,
    told,
    until,
)

MANY = [
    ([f"第{i}の文はここにある。"], [f"Sentence number {i} stands here."], 0.9) for i in range(60)
]
KEYS = ("space", "m", "M", "o", "a", "U", "]", "<", "j", "k", "G", "g", "pagedown", "n", "escape")
ROW_EDITS = ("confirm", "unconfirm", "merge", "omit", "add", "move_boundary")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return make_project(tmp_path / "many", MANY)


@pytest.fixture
def acted_on(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that edits were asked for, in order."""
    rows: list[int] = []
    for name in ROW_EDITS:
        edit = getattr(ReviewSession, name)

        def spying(self: ReviewSession, row: int, *rest: object, edit: object = edit) -> Change:
            rows.append(row)
            return edit(self, row, *rest)  # type: ignore[operator, no-any-return]

        monkeypatch.setattr(ReviewSession, name, spying)
    return rows


def in_sight(app: Workbench) -> int | None:
    """The chosen row, if a line of it can be seen."""
    page = review(app)
    first, last = page.view.rows_in_view()
    return page.row if first <= page.row <= last else None


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_is_pressed_clicked_or_scrolled(
    many: Path, acted_on: list[int], seed: int
) -> None:
    choice = random.Random(seed)
    async with opened(many, "notice", size=(120, 30)) as (app, pilot):
        view = review(app).view
        for _ in range(45):
            acted_on.clear()
            what = choice.choice(["key", "key", "wheel", "click", "double"])
            if what == "key":
                before = in_sight(app)
                await pilot.press(choice.choice(KEYS))
                allowed = before
            elif what == "wheel":
                turn = choice.choice([view.scroll_page_down, view.scroll_page_up])
                turn(animate=False)
                await pilot.pause()
                allowed = None
            else:
                y = choice.randrange(view.size.height)
                x = choice.choice((3, 30, *edges(view)))
                await pilot.hover(BilingualView, offset=(x, y))
                row = view.sheet.heights.row_at(y + round(view.scroll_y))
                mine = row == view.cursor  # arrows of its boundaries lie at the edges
                await pilot.click(BilingualView, offset=(x, y), times=1 + (what == "double"))
                allowed = row if what == "double" or mine else None
            await pilot.pause()
            assert set(acted_on) <= {allowed}, what


PANEL_KEYS = ("enter", "space", "escape", "j", "k", "n", "2", "1")
DIALOGS = ("f", "t", "b", "d", "Y", "Z", "X", "ampersand", "tilde", "question_mark", "ctrl+p")


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_is_done_with_candidates_and_dialogs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """A candidate is taken for the row that it was shown for, and only where it was selected.

    Whatever is clicked or pressed while a dialog is open does nothing to the row behind it but
    what the dialog itself says when it is left: and escape says nothing.
    """
    taken: list[tuple[int, int]] = []
    choose = ReviewSession.choose

    def spying(self: ReviewSession, row: int, candidate: Candidate) -> Change:
        taken.append((row, self.rows[row].link.id))
        return choose(self, row, candidate)

    monkeypatch.setattr(ReviewSession, "choose", spying)
    choice = random.Random(seed)
    async with opened(make_project(tmp_path / "many", MANY), "notice", size=(120, 30)) as (
        app, pilot,
    ):  # fmt: skip
        page = review(app)
        for _ in range(12):
            what = choice.choice(["click", "key", "dialog"])
            before, row = list(links(page.session)), page.row
            link = page.current.link.id
            selected = page.panel.selected
            taken.clear()
            if what == "click":
                y = choice.randrange(page.panel.size.height)
                await pilot.click(CandidatesPanel, offset=(20, y))
                numbers = [number for number in (selected,) if number is not None]
                assert not taken or (numbers and taken == [(row, link)])
                assert taken or links(page.session) == before
            elif what == "key":
                key = choice.choice(PANEL_KEYS)
                await pilot.press(key)
                assert not taken or taken == [(row, link)]
                if key in ("enter", "space"):
                    assert bool(taken) == (selected is not None)
                elif key in ("escape", "j", "k", "n"):
                    assert links(page.session) == before
            else:
                screen = app.screen
                await pilot.press(choice.choice(DIALOGS))
                await at_rest_in_dialog(app, pilot)
                if app.screen is not screen:
                    await pilot.click(offset=(choice.randrange(120), choice.randrange(30)))
                    while app.screen is not screen:
                        await pilot.press("escape")
                        await pilot.pause()
                assert not taken
                assert links(page.session) == before
                assert page.row == row
            await at_rest(pilot)


async def at_rest_in_dialog(app: Workbench, pilot: Pilot[None]) -> None:
    """Wait until a dialog that was asked for is there, if there is one."""
    screen = review_of(app)
    await until(pilot, lambda: not screen.is_asking or app.screen is not screen)
    await pilot.pause()


def review_of(app: Workbench) -> ReviewScreen:
    return next(each for each in app.screen_stack if isinstance(each, ReviewScreen))


def edges(view: BilingualView) -> tuple[int, ...]:
    """Where the arrows of the chosen row may stand."""
    columns = view.sheet.columns
    right = GUTTER + columns.ja + HANG
    return (
        right - 2,
        right - 1,
        right + BETWEEN + columns.en - 1,
        right + BETWEEN + columns.en - 2,
    )


async def test_a_double_click_at_the_edge_confirms_what_was_clicked(many: Path) -> None:
    async with opened(many, "notice", size=(120, 30)) as (app, pilot):
        view = review(app).view
        edge = view.size.height - 1
        row = view.sheet.heights.row_at(edge)
        await pilot.click(BilingualView, offset=(30, edge), times=2)
        await pilot.pause()
        rows = review(app).session.rows
        assert [at for at, each in enumerate(rows) if each.link.status == "confirmed"] == [row]


async def test_space_after_the_wheel_first_shows_the_chosen_row_again(many: Path) -> None:
    async with opened(many, "notice", size=(120, 30)) as (app, pilot):
        review(app).view.scroll_end(animate=False)
        await until(pilot, lambda: in_sight(app) is None)
        await pilot.press("space")
        assert review(app).session.summary.confirmed == 0
        assert in_sight(app) == 0
        assert told(app) == "Here is the chosen link again; press once more."
        await pilot.press("space")
        assert review(app).session.rows[0].link.status == "confirmed"


async def test_escape_once_too_often_stays_in_the_document(many: Path) -> None:
    async with opened(many) as (app, pilot):
        await pilot.press("slash", *"59", "escape", "escape", "escape")
        assert review(app).row == 59
        assert told(app) == "q goes back to the library."


async def test_three_clicks_select_nothing(many: Path) -> None:
    async with opened(many) as (app, pilot):
        await pilot.click(BilingualView, offset=(30, 3), times=3)
        assert not app.screen.selections


async def test_arrows_choose_the_reason_that_enter_gives(tmp_path: Path) -> None:
    wrong = [(["貸出は一人十冊以下です。"], ["Each reader may borrow 12 books."], 0.98)]
    async with opened(make_project(tmp_path / "p", wrong)) as (app, pilot):
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.focused, Button))
        dialog = app.screen.query_one(".dialog").region
        assert dialog.x > 0
        assert dialog.y > 0
        await pilot.press("down", "j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await at_rest(pilot)
        (found,) = [f for f in review(app).session.findings.of(0) if not f.is_open]
        assert found.dismissed
        assert found.dismissed.reason == "source is wrong"


async def test_before_the_checks_have_run_nothing_is_said_to_be_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "alignbench.tui.review.controllers.jobs.JobsController.check_document", lambda _: None
    )
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        await pilot.press("e")
        assert told(app) == "The checks are still at work."


async def test_the_list_may_be_told_of_progress_before_it_is_there(many: Path) -> None:
    async with opened(many) as (app, pilot):
        from tests.tui.workbench import controls

        review_controls = controls(app)
        review_controls.show_issues()
        over = review_controls.jobs.over
        assert over is not None
        over.busy("checking 1%")
        over.relist()
        await at_rest(pilot)
        assert "findings and flags" in screen_text(app)


async def test_keys_typed_before_a_dialog_is_drawn_decide_nothing(many: Path) -> None:
    async with opened(many) as (app, pilot):
        screen = review_screen(app)
        screen.action_command("flag-error")
        assert not screen.check_action("command", ("declare-omitted",))
        await until(pilot, lambda: app.screen is not screen)
        await pilot.press("escape")
        await at_rest(pilot)
        assert screen.check_action("command", ("declare-omitted",))
