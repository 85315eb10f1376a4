"""Notes and flags."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft, Severity
from alignbench.domain.identity import Identity
from alignbench.domain.text import Span
from alignbench.review import ReviewSession
from alignbench.review.score import score
from tests.review.examples import open_session, project_with


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


ONE = FlagDraft("accuracy/omission", Severity.MAJOR, "六がない", Span(2, 4), None)
OTHER = FlagDraft("style/awkward", Severity.NEUTRAL, "ぎこちない", None, Span(0, 3))


def test_a_flag_is_changed_and_stays_its_authors(session: ReviewSession) -> None:
    session.flag(3, ONE)
    session.settle(session.rows[3].flags[0].id, "accepted")
    (flag,) = session.rows[3].flags
    assert session.edit_flag(flag.id, OTHER).label == "Changed a flag: Awkward style, neutral"
    (changed,) = session.rows[3].flags
    assert changed.draft == OTHER
    assert replace(flag, type=changed.type, severity=changed.severity, comment=changed.comment,
                   ja=changed.ja, en=changed.en) == changed  # fmt: skip
    assert session.summary.flags == 1


def test_a_changed_flag_is_undone_and_redone_after_a_restart(
    session: ReviewSession, tmp_path: Path
) -> None:
    session.flag(3, ONE)
    (flag,) = session.rows[3].flags
    session.edit_flag(flag.id, OTHER)
    (changed,) = session.rows[3].flags
    again = open_session(tmp_path)
    assert again.rows[3].flags == (changed,)
    undone = again.undo()
    assert undone is not None
    assert undone.label == "Undid: Changed a flag: Awkward style, neutral"
    assert again.rows[3].flags == (flag,)
    third = open_session(tmp_path)
    third.redo()
    assert third.rows[3].flags == (changed,)


def test_who_changed_a_flag_and_what_it_said_is_in_the_log(
    tmp_path: Path,
) -> None:
    project_with(tmp_path).close()
    session = open_session(tmp_path, who=Identity("tr-1", "翻訳者"))
    session.flag(3, ONE)
    (flag,) = session.rows[3].flags
    session = open_session(tmp_path, who=Identity("rev-1", "校閲者"))
    session.edit_flag(flag.id, OTHER)
    assert session.rows[3].flags[0].author == "翻訳者"
    with closing(sqlite3.connect(tmp_path / "db" / "alignbench.db")) as raw:
        name, who, at, before = raw.execute(
            "SELECT name, who, at, inverse FROM event ORDER BY id DESC LIMIT 1"
        ).fetchone()
    assert (name, who) == ("edit-flag", "rev-1")
    assert datetime.fromisoformat(at).tzinfo is not None
    assert "六がない" in before


def test_the_score_follows_a_changed_flag(session: ReviewSession) -> None:
    session.flag(3, ONE)
    (flag,) = session.rows[3].flags
    assert score([flag], 1000, 2000).penalty == 5
    session.edit_flag(flag.id, replace(ONE, severity=Severity.CRITICAL))
    assert score(session.rows[3].flags, 1000, 2000).penalty == 25


def test_a_flag_that_is_gone_or_would_not_change_is_refused(session: ReviewSession) -> None:
    session.flag(3, ONE)
    (flag,) = session.rows[3].flags
    with pytest.raises(EditError, match="Nothing changes"):
        session.edit_flag(flag.id, ONE)
    with pytest.raises(EditError, match="no flag type 'ugly'"):
        session.edit_flag(flag.id, FlagDraft("ugly"))
    assert session.rows[3].flags == (flag,)
    session.unflag(flag.id)
    with pytest.raises(EditError, match="no longer there"):
        session.edit_flag(flag.id, OTHER)


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
