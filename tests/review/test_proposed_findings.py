"""A better English is checked too: what it answers is not open, what is wrong in it is."""

from pathlib import Path

import pytest

from alignbench.review import ReviewSession
from alignbench.review.found_in_row import ANSWERED, RowFinding
from tests.tui.workbench import make_project, open_canned

LINES = [
    (
        ["図書館は四月一日から午後八時まで開館します。"],
        ["The library stays open from April 1."],
        0.97,
    ),
    (["貸出は一人十冊以下です。"], ["Each reader may borrow up to 12 books."], 0.98),
    (["駐車場は二十台分あります。"], ["There is room for twenty carrs."], 0.95),
    (["休館日は月曜日です。"], [], 0.9),
]
"""A wrong number in the second, a misspelt word in the third, and the last is left out."""


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    made = open_canned(make_project(tmp_path / "p", LINES)).review("notice")
    made.findings.check()
    return made


def said(session: ReviewSession, row: int) -> list[RowFinding]:
    return [each for each in session.findings.of(row) if not each.finding.hint]


def test_a_finding_that_the_better_english_answers_is_not_open(session: ReviewSession) -> None:
    before = session.findings.open_total
    assert session.findings.open_count(1) == 1
    session.proposals.propose(1, "Each reader may borrow up to ten books.")
    session.findings.check()
    (found,) = said(session, 1)
    assert (found.answered, found.is_open, found.settled_by) == (True, False, ANSWERED)
    assert session.findings.open_count(1) == 0
    assert session.rows[1].link.id not in session.findings.open_links
    assert session.findings.open_total == before - 1


@pytest.mark.parametrize("away", ["withdrawn", "refused", "undone"])
def test_it_comes_back_when_the_proposal_goes(session: ReviewSession, away: str) -> None:
    session.proposals.propose(1, "Each reader may borrow up to ten books.")
    session.findings.check()
    if away == "withdrawn":
        session.proposals.propose(1, "")
    elif away == "refused":
        session.proposals.settle(1, "refused")
    else:
        session.undo()
    assert [each.is_open for each in said(session, 1)] == [True], "before the checks run again"
    session.findings.check()
    assert session.findings.open_count(1) == 1


def test_a_proposal_with_another_wrong_value_answers_nothing(session: ReviewSession) -> None:
    session.proposals.propose(1, "Each reader may borrow up to 13 books.")
    session.findings.check()
    assert session.findings.open_count(1) == 1


def test_a_misspelling_is_answered_by_the_word_that_was_meant(session: ReviewSession) -> None:
    assert session.findings.open_count(2) == 1
    session.proposals.propose(2, "There is room for twenty cars.")
    session.findings.check()
    assert session.findings.open_count(2) == 0


def test_what_is_left_out_is_answered_by_an_english_for_it(session: ReviewSession) -> None:
    assert session.findings.open_count(3) == 1
    session.proposals.propose(3, "We are closed on Mondays.")
    session.findings.check()
    assert session.findings.open_count(3) == 0


def test_what_is_wrong_in_the_better_english_alone_is_open(session: ReviewSession) -> None:
    session.proposals.propose(0, "The library stays open from April 2.")
    session.findings.check()
    fresh = [each for each in said(session, 0) if "In the better English" in each.finding.message]
    assert fresh
    assert all(each.is_open and each.finding.en is None for each in fresh)
    session.dismiss(fresh[0], "not an error")
    assert session.findings.open_count(0) == len(fresh) - 1


def test_answers_are_known_again_in_another_session(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p", LINES)
    first = open_canned(root).review("notice")
    first.proposals.propose(1, "Each reader may borrow up to ten books.")
    first.findings.check()
    second = open_canned(root).review("notice")
    second.findings.check()
    assert second.findings.open_count(1) == 0
    assert second.findings.open_count(2) == 1
