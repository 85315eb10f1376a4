"""One decision for rows that read the same, taken back as one."""

from pathlib import Path

import pytest

from alignbench.domain.errors import EditError
from alignbench.review import ReviewSession
from tests.review.examples import open_session, project_with

JA = ("番号1です。", "番号2です。", "番号1です。", "番号3です。", "番号1です。")
EN = ("It is 1.", "It is 2.", "It is 1.", "It is 3.", "It is the 1.")


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    project_with(tmp_path, JA, EN).close()
    return open_session(tmp_path)


def confirmed(session: ReviewSession) -> list[int]:
    return [at for at, row in enumerate(session.rows) if row.link.status == "confirmed"]


def test_rows_are_alike_that_read_the_same_in_both_languages(session: ReviewSession) -> None:
    assert session.many.alike(2) == [0, 2]
    assert session.many.alike(4) == [4]


def test_all_are_confirmed_at_once_and_undone_at_once(session: ReviewSession) -> None:
    change = session.many.decide_alike(0, session.many.alike(0))
    assert change.label == "Decided 2 links that read so alike"
    assert confirmed(session) == [0, 2]
    with pytest.raises(EditError, match="Nothing changes"):
        session.many.decide_alike(0, session.many.alike(0))
    session.undo()
    assert confirmed(session) == []


def test_a_proposal_is_given_to_all_and_confirms_none(session: ReviewSession) -> None:
    session.proposals.propose(2, "This is 1.")
    session.many.decide_alike(2, session.many.alike(2))
    proposals = [row.link.proposal.text if row.link.proposal else "" for row in session.rows]
    assert proposals == ["This is 1.", "", "This is 1.", "", ""]
    assert confirmed(session) == []
    session.undo()
    assert session.summary.proposals == 1
