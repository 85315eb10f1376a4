"""What a review shows: rows, doubt, candidates."""

from collections.abc import Callable

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft
from alignbench.review import ReviewSession


def test_the_next_doubtful_row_around_the_ends(session: ReviewSession) -> None:
    assert session.next_doubtful(0) == 4
    assert session.next_doubtful(4) == 6
    assert session.next_doubtful(6) == 4
    assert session.next_doubtful(0, -1) == 6
    session.confirm(4)
    assert session.next_doubtful(6) is None, "no other"
    session.confirm(6)
    assert session.next_doubtful(0) is None


def test_the_row_of_a_link(session: ReviewSession) -> None:
    assert [session.row_of(row.link.id) for row in session.rows] == list(range(7))
    with pytest.raises(KeyError):
        session.row_of(99)


def test_the_model_is_loaded_when_it_is_needed(session: ReviewSession) -> None:
    session.confirm(0)
    session.merge(1)
    session.omit(3)
    assert not session.is_prepared
    session.prepare()
    assert session.is_prepared


def test_candidates_are_ranked_with_reasons(session: ReviewSession) -> None:
    found = session.candidates(2)
    assert found[0].en == (2, 3)
    assert [each.confidence for each in found] == sorted(
        (each.confidence for each in found), reverse=True
    )
    assert found[0].reason.startswith("same 3, 4 · 1 to 2 sentences")
    assert any(not each.en for each in found), "or declare it omitted"
    assert all(each.reason and "\n" not in each.reason for each in found)
    assert len(session.candidates(2, limit=2)) == 2


def test_english_without_japanese_has_candidates_too(session: ReviewSession) -> None:
    found = session.candidates(6)
    assert {each.en for each in found} == {(6,)}
    assert found[0].ja == ()


def test_what_is_confirmed_elsewhere_is_no_candidate(session: ReviewSession) -> None:
    session.prepare()
    session.confirm(3)
    assert all(4 not in each.en for each in session.candidates(2))


@pytest.mark.parametrize(
    "deed",
    [
        lambda s: s.confirm(7), lambda s: s.confirm(-1), lambda s: s.note(99, "x"),
        lambda s: s.candidates(7), lambda s: s.reject(7), lambda s: s.split(7),
        lambda s: s.move_boundary(7, "ja", 1), lambda s: s.flag(7, FlagDraft()),
    ],
)  # fmt: skip
def test_a_row_that_is_not_there(
    session: ReviewSession, deed: Callable[[ReviewSession], object]
) -> None:
    with pytest.raises(EditError, match="no such row"):
        deed(session)
    assert session.undo() is None
