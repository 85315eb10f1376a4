"""Links given other shapes: merged, split, moved at the boundary, aligned anew."""

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.links import Origin, Status
from alignbench.review import ReviewSession
from tests.review.examples import RUNS, runs

SUGGESTED = Status.SUGGESTED


def test_merging_with_the_next_and_with_the_one_before(session: ReviewSession) -> None:
    change = session.merge(0)
    assert runs(session)[0] == ((0, 1), (0, 1))
    assert (change.first_row, change.last_row) == (0, 0)
    session.merge(1, -1)
    assert runs(session)[0] == ((0, 1, 2), (0, 1, 2, 3))
    assert session.rows[0].link.origin is Origin.HAND
    with pytest.raises(EditError, match="no row there"):
        session.merge(0, -1)
    with pytest.raises(EditError, match="no row there"):
        session.merge(len(session.rows) - 1)


def test_splitting_where_the_parts_fit_best(session: ReviewSession) -> None:
    session.merge(0)
    session.split(0)
    assert runs(session) == list(RUNS)
    session.split(2)
    assert runs(session)[2:4] in ([((2,), (2,)), ((), (3,))], [((), (2,)), ((2,), (3,))])
    with pytest.raises(EditError, match="one to one"):
        session.split(0)
    with pytest.raises(EditError, match="one segment"):
        session.split(6 if runs(session)[6][1] == () else 5)


def test_splitting_by_hand(session: ReviewSession) -> None:
    session.merge(1)
    session.split_at(1, 1, 2)
    assert runs(session)[1:3] == [((1,), (1, 2)), ((2,), (3,))]


def test_moving_the_boundary_on_either_side(session: ReviewSession) -> None:
    session.move_boundary(1, "en", 1)
    assert runs(session)[1:3] == [((1,), (1, 2)), ((2,), (3,))]
    session.move_boundary(1, "en", -1)
    assert runs(session)[1:3] == [((1,), (1,)), ((2,), (2, 3))]
    session.move_boundary(0, "ja", 1)
    assert runs(session)[:2] == [((0, 1), (0,)), ((), (1,))]


def test_the_boundary_of_a_row_without_english_stands_after_the_row_before(
    session: ReviewSession,
) -> None:
    session.move_boundary(4, "en", 1)
    assert runs(session)[4] == ((4,), (5,))
    assert ((5,), ()) in runs(session)


def test_shaping_makes_a_confirmed_link_a_suggestion(session: ReviewSession) -> None:
    session.confirm(0)
    session.merge(0)
    assert session.rows[0].link.status is SUGGESTED


def test_aligning_anew_keeps_what_people_decided(session: ReviewSession) -> None:
    with pytest.raises(EditError, match="Nothing changes"):
        session.realign()
    session.merge(0)
    session.split_at(1, 1, 1)
    session.omit(4)
    kept = [row.link for row in session.rows]
    with pytest.raises(EditError, match="Nothing changes"):
        session.realign()
    assert [row.link for row in session.rows] == kept


def test_aligning_anew_fills_what_was_left_open(session: ReviewSession) -> None:
    session.omit(0)
    assert [row.link.confidence for row in session.rows].count(None) == 2
    change = session.realign()
    assert change.label.startswith("Aligned anew")
    assert [row.link.confidence for row in session.rows].count(None) == 1, "the decision"
