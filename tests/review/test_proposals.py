"""A better English: proposed, carried along, settled, undone, and put into a new text."""

from pathlib import Path

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.word_changes import Piece, compare
from alignbench.exchange.pair import pair_from_link
from alignbench.review import ReviewSession
from alignbench.review.revision import revised
from alignbench.review.row_text import read_text
from tests.tui.workbench import make_project, open_canned


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    return open_canned(make_project(tmp_path / "p")).review("notice")


def proposed(session: ReviewSession, row: int) -> tuple[str, str] | None:
    said = session.rows[row].link.proposal
    return (said.text, said.state) if said else None


def test_a_proposal_is_kept_counted_and_undone(session: ReviewSession) -> None:
    session.proposals.propose(2, "Each reader may\nborrow no more than ten books.")
    assert proposed(session, 2) == ("Each reader may borrow no more than ten books.", "open")
    assert session.summary.proposals == 1
    assert session.rows[2].link.proposal == session.history.read()[1].links[2].proposal
    session.undo()
    assert proposed(session, 2) is None
    session.redo()
    assert session.summary.proposals == 1


def test_it_is_accepted_refused_and_withdrawn(session: ReviewSession) -> None:
    session.proposals.propose(2, "Ten books each.")
    for state in ("accepted", "refused", "open"):
        session.proposals.settle(2, state)
        assert proposed(session, 2) == ("Ten books each.", state)
    session.proposals.propose(2, " ")
    assert proposed(session, 2) is None


def test_what_changes_nothing_is_no_proposal(session: ReviewSession) -> None:
    with pytest.raises(EditError, match="reads so already"):
        session.proposals.propose(2, read_text(session.rows[2], "en"))
    with pytest.raises(EditError, match="No other English"):
        session.proposals.settle(2, "accepted")


def test_links_that_are_merged_keep_both_proposals(session: ReviewSession) -> None:
    session.proposals.propose(1, "Open until nine.")
    session.proposals.propose(2, "Ten books each.")
    session.merge(1)
    assert proposed(session, 1) == ("Open until nine. Ten books each.", "open")
    session.undo()
    assert proposed(session, 2) == ("Ten books each.", "open")


def test_a_boundary_that_moves_takes_no_proposal_away(session: ReviewSession) -> None:
    session.proposals.propose(3, "Those over 65 may borrow twenty.")
    session.move_boundary(3, "en", -1)
    assert proposed(session, 3) == ("Those over 65 may borrow twenty.", "open")


def test_the_difference_is_told_word_by_word() -> None:
    assert compare("up to ten books", "up to twelve books") == [
        Piece("kept", "up to ", 0), Piece("struck", "ten", 6),
        Piece("inserted", "twelve", 9), Piece("kept", " books", 9),
    ]  # fmt: skip
    both = [(piece.kind, piece.text) for piece in compare("may go up to ten", "may go at most ten")]
    assert both == [
        ("kept", "may go "), ("struck", "up to"), ("inserted", "at most"), ("kept", " ten"),
    ]  # fmt: skip
    assert compare("a", "a") == [Piece("kept", "a", 0)]


def test_the_revised_text_differs_where_something_was_proposed(session: ReviewSession) -> None:
    before = session.document.en.content
    session.proposals.propose(2, "Ten books each.")
    session.proposals.propose(8, "Twenty cars fit.")
    session.proposals.settle(8, "refused")
    made = revised(session.document, session.rows)
    assert made.text == before.replace("Each reader may borrow up to ten books.", "Ten books each.")
    assert (made.placed, made.left_out) == ((2,), ())
    assert session.document.en.content == before
    assert revised(session.document, session.rows, accepted_only=True).text == before


def test_what_has_no_place_in_the_file_is_left_out(session: ReviewSession) -> None:
    session.proposals.propose(4, "The library is closed on Mondays.")
    assert revised(session.document, session.rows).left_out == (4,)


def test_exports_know_it_unless_it_is_refused(session: ReviewSession) -> None:
    session.proposals.propose(2, "Ten books each.")
    assert pair_from_link(session.document, session.rows[2].link).proposal == "Ten books each."
    session.proposals.settle(2, "refused")
    assert pair_from_link(session.document, session.rows[2].link).proposal == ""
