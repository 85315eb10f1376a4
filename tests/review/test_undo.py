"""Undo and redo, as a reviewer meets them."""

from pathlib import Path

from alignbench.review import ReviewSession
from tests.review.examples import RUNS, open_session, runs


def test_undo_and_redo_say_what_they_did(session: ReviewSession) -> None:
    assert session.undo() is None
    session.merge(0)
    change = session.undo()
    assert change is not None
    assert (change.label, change.first_row, change.last_row) == (
        "Undid: Merged two links", 0, 1,
    )  # fmt: skip
    redone = session.redo()
    assert redone is not None
    assert redone.label == "Redid: Merged two links"
    assert session.redo() is None


def test_undo_survives_a_restart(session: ReviewSession, tmp_path: Path) -> None:
    session.merge(0)
    session.confirm(0)
    again = open_session(tmp_path)
    assert again.rows == session.rows
    again.undo()
    again.undo()
    assert runs(again) == list(RUNS)
    third = open_session(tmp_path)
    third.redo()
    third.redo()
    assert third.rows == session.rows
