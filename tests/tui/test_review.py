"""Reviewing by keyboard: each key does what the guide says."""

from pathlib import Path

import pytest

from tests.tui.workbench import (
    at_rest,
    do,
    links,
    make_project,
    opened,
    review,
    screen_text,
    toasts,
    told,
    until,
)


async def test_space_confirms_and_goes_on(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("space", "space", "enter")
        screen = review(app)
        assert [row.link.status for row in screen.session.rows[:4]] == [
            "confirmed", "confirmed", "confirmed", "suggested",
        ]  # fmt: skip
        assert screen.row == 3


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j", "down"], 2), (["j", "j", "k"], 1), (["j", "j", "up", "k"], 0),
        (["}"], 1), (["}", "shift+down"], 4), (["G", "{"], 8), (["G", "shift+up", "{"], 6),
        (["n"], 3), (["n", "n"], 4), (["N"], 7), (["n", "n", "N"], 3),
        (["G"], 9), (["end", "home"], 0), (["G", "g"], 0), (["pagedown"], 9), (["k"], 0),
        (["ｊ", "ｊ"], 2), (["ｎ"], 3), (["Ｇ"], 9), (["｝"], 1),
    ],
)  # fmt: skip
async def test_moving(root: Path, keys: list[str], row: int) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press(*keys)
        assert review(app).row == row


async def test_full_width_letters_and_the_wide_space_decide_too(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("\u3000", "ｍ", "ｕ")
        assert review(app).session.summary.confirmed == 1
        assert told(app) == "Undid: Merged two links"


async def test_confirming_up_to_here_asks_where_there_are_many(root: Path) -> None:
    lines = [([f"文{i}。"], [f"Line {i}."], 0.9) for i in range(14)]
    many = make_project(root.parent / "many", lines)
    async with opened(many) as (app, pilot):
        await pilot.press("G", "C", "n")
        assert review(app).session.summary.confirmed == 0
        await pilot.press("C", "y")
        assert review(app).session.summary.confirmed == 14
        await do(pilot, "undo")
        assert review(app).session.summary.confirmed == 0


async def test_confirming_a_few_up_to_here_needs_no_question(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("j", "j", "C")
        assert told(app) == "Confirmed 3 links, 0 of them in doubt"
        assert review(app).row == 3


async def test_a_decision_is_taken_back_with_its_row_chosen_again(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("space", "space", "u")
        screen = review(app)
        assert screen.row == 1
        assert screen.session.summary.confirmed == 1
        await pilot.press("ctrl+r", "U")
        assert screen.session.summary.confirmed == 1
        assert told(app) == "A suggestion again"


async def test_merge_split_and_boundaries(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        before = links(session)
        await pilot.press("j", "m")
        assert links(session)[1] == ((1, 2), (1, 2), "suggested")
        await pilot.press("s")
        assert links(session)[1][:2] == ((1,), (1, 2))
        await pilot.press("<")
        assert links(session)[1][:2] == ((1,), (1,))
        await pilot.press(">", "]")
        assert links(session)[1][:2] == ((1, 2), (1, 2))
        await pilot.press("[", "<")
        assert [each[:2] for each in links(session)[1:3]] == [((1,), (1,)), ((2, 3), (2, 3, 4))]
        await pilot.press("j", "M")
        assert links(session)[1][:2] == ((1, 2, 3), (1, 2, 3, 4))
        await do(pilot, *["undo"] * 8)
        assert links(session) == before


async def test_a_candidate_is_taken_by_its_number(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("j")
        await at_rest(pilot)
        await pilot.press("2")
        await at_rest(pilot)
        assert links(review(app).session)[1] == ((1,), (1, 2), "confirmed")
        assert review(app).row > 1
        await pilot.press("9")
        assert told(app) == "There is no candidate 9."


async def test_omitted_and_added_are_declared(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        await pilot.press("n", "n", "o")
        assert links(session)[4] == ((4,), (), "confirmed")
        assert review(app).row == 5
        await pilot.press("N", "a")
        assert links(session)[7][2] == "suggested"


async def test_a_declaration_that_makes_no_sense_says_so(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("n", "n", "a")
        assert toasts(app) == ["This row has no English to be added."]
        assert review(app).session.summary.confirmed == 0


async def test_rejecting_frees_the_segments(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("j", "x")
        await at_rest(pilot)
        assert review(app).session.summary.rejected == 1
        assert told(app) == "Rejected a link"
        await pilot.press("u", "delete")
        await at_rest(pilot)
        assert review(app).session.summary.rejected == 1


async def test_linking_by_hand_with_keys_only(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("j", "l", "j", "space")
        assert "ja 2 図書館は四月" in screen_text(app)
        assert "en 3 Each reader" in screen_text(app)
        await pilot.press("tab", "down", "space", "enter")
        await at_rest(pilot)
        assert ((1, 3), (2,), "confirmed") in links(review(app).session)
        assert told(app) == "Linked by hand"


async def test_linking_needs_both_sides_and_may_be_left(root: Path) -> None:
    async with opened(root) as (app, pilot):
        before = links(review(app).session)
        await pilot.press("l", "enter")
        assert toasts(app)[0].startswith("A link by hand needs a segment on each side.")
        assert "Linking by hand" in screen_text(app)
        await pilot.press("escape")
        assert links(review(app).session) == before
        assert "Linking by hand" not in screen_text(app)


async def test_a_note_and_its_removal(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("t", *"ask", "enter")
        await at_rest(pilot)
        assert review(app).current.link.note == "ask"
        await pilot.press("t", "backspace", "backspace", "backspace", "enter")
        await at_rest(pilot)
        assert review(app).current.link.note == ""
        await pilot.press("t", *"no", "escape")
        await at_rest(pilot)
        assert review(app).current.link.note == ""


async def test_a_flag_is_raised_and_removed(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("f", "k", "3", "tab", "tab", *"late", "enter")
        await at_rest(pilot)
        (flag,) = review(app).current.flags
        assert (flag.type, flag.comment, flag.severity) == ("style/awkward", "late", "major")
        await pilot.press("F")
        assert not review(app).current.flags
        await pilot.press("F")
        assert told(app) == "This link has no flag."


@pytest.mark.parametrize(
    ("typed", "row", "said"),
    [
        ("6", 5, ""), ("e5", 3, ""), ("ｅ５", 3, ""), ("６", 5, ""), ("j9", 7 + 1, ""),
        ("99", 0, "There is no 99: a link 1-10, a sentence j1-j10 or e1-e10."),
        ("0", 0, "There is no 0: a link 1-10, a sentence j1-j10 or e1-e10."),
        ("x", 0, "Type a link 1-10, a sentence j1-j10 or e1-e10."),
    ],
)  # fmt: skip
async def test_going_to_a_link_or_a_sentence(root: Path, typed: str, row: int, said: str) -> None:
    async with opened(root) as (app, pilot):
        screen = app.screen
        await pilot.press("ctrl+g", *typed, "enter")
        await until(pilot, lambda: app.screen is screen and review(app).row == row)
        await at_rest(pilot)
        assert told(app) == said


@pytest.mark.parametrize(
    ("second", "copied"),
    [
        ("j", "図書館は四月一日から午後八時まで開館します。"),
        ("e", "From April 1 the library stays open until 8 p.m."),
        ("y", "図書館は四月一日から午後八時まで開館します。\t"
              "From April 1 the library stays open until 8 p.m."),
        ("escape", ""),
    ],
)  # fmt: skip
async def test_copying(root: Path, second: str, copied: str) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("j", "y", second)
        assert app.clipboard == copied


async def test_another_key_ends_copying_and_means_what_it_means(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("y", "space")
        await pilot.pause()
        assert review(app).session.summary.confirmed == 1
        assert app.clipboard == ""


async def test_undo_goes_back_past_a_restart(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("space", "space", "m")
        settled = links(review(app).session)
    async with opened(root) as (app, pilot):
        assert links(review(app).session) == settled
        assert review(app).row == 2
        await pilot.press("u", "u", "u", "u")
        assert review(app).session.summary.confirmed == 0
        assert told(app) == "There is nothing to undo."
        await pilot.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert links(review(app).session) == settled


async def test_leaving_returns_to_the_library_and_keeps_the_place(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("G", "q")
        await at_rest(pilot)
        assert "notice" in screen_text(app)
        await pilot.press("enter")
        await at_rest(pilot)
        assert review(app).row == 9


async def test_a_move_counts_nothing_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers are summed where something changes, not at each key: documents may be long."""
    from alignbench.domain.summary import DocumentSummary
    from alignbench.review import ReviewSession

    counted = []

    async with opened(root) as (app, pilot):
        numbers = review(app).session.summary

        def counting(_: ReviewSession) -> DocumentSummary:
            counted.append(1)
            return numbers

        # Checks after an edit draw the numbers again, which is not what is counted here.
        monkeypatch.setattr("alignbench.tui.jobs.check_worker.PATIENCE", 600.0)
        monkeypatch.setattr(ReviewSession, "summary", property(counting))
        await pilot.press("j", "n", "}", "G", "g")
        assert not counted
        await pilot.press("m")
        await pilot.press("u")
        assert len(counted) == 2
