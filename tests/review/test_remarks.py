"""Notes and flags."""

from dataclasses import replace

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft, Severity
from alignbench.domain.text import Span
from alignbench.review import ReviewSession


def test_a_note(session: ReviewSession) -> None:
    assert session.note(3, "「五」は数詞か。").label == "Noted"
    assert session.rows[3].link.note == "「五」は数詞か。"
    assert session.note(3, "").label == "Removed the note"
    assert session.rows[3].link.note == ""


def test_a_flag(session: ReviewSession) -> None:
    draft = FlagDraft("accuracy/omission", Severity.MAJOR, "六がない", Span(2, 4), None)
    assert session.flag(3, draft).label == "Flagged: Omission, major"
    (flag,) = session.rows[3].flags
    assert (flag.type, flag.severity, flag.comment) == (
        "accuracy/omission", Severity.MAJOR, "六がない",
    )  # fmt: skip
    assert (flag.ja, flag.en) == (Span(2, 4), None)
    assert session.summary.flags == 1
    session.unflag(flag.id)
    assert session.summary.flags == 0
    session.undo()
    assert session.rows[3].flags == (flag,)
    session.undo()
    assert session.summary.flags == 0
    with pytest.raises(EditError, match="no longer there"):
        session.unflag(flag.id)


def test_what_became_of_a_flag(session: ReviewSession) -> None:
    session.flag(3, FlagDraft())
    (flag,) = session.rows[3].flags
    assert session.settle(flag.id, "fixed").label == "A flag is fixed"
    assert session.rows[3].flags == (replace(flag, state="fixed"),)
    session.undo()
    assert session.rows[3].flags == (flag,)
    with pytest.raises(EditError, match="cannot be 'gone'"):
        session.settle(flag.id, "gone")


def test_a_flag_of_no_known_type(session: ReviewSession) -> None:
    with pytest.raises(EditError, match="no flag type 'ugly'"):
        session.flag(3, FlagDraft("ugly"))


def test_flags_and_notes_outlive_the_link_they_stand_on(session: ReviewSession) -> None:
    session.note(1, "見直す")
    session.flag(1, FlagDraft())
    session.merge(0)
    assert session.rows[0].link.note == "見直す"
    assert len(session.rows[0].flags) == 1
    session.undo()
    assert session.rows[1].link.note == "見直す"
    assert len(session.rows[1].flags) == 1
    session.reject(1)
    assert session.summary.flags == 1
    assert [row.link.note for row in session.rows].count("見直す") == 1
