"""Rows opened without the others are the rows that a session shows."""

from dataclasses import replace
from pathlib import Path

import pytest

from alignbench.domain.errors import ConflictError, EditError, StoreError
from alignbench.domain.flags import FlagDraft, Severity
from alignbench.project import Project
from alignbench.review import ReviewSession
from tests.review.examples import TinyEncoder, open_session, project_with

DRAFT = FlagDraft("accuracy/mistranslation", Severity("major"), "not so", None, None)


def test_each_row_has_the_number_link_and_texts_that_the_session_shows(
    session: ReviewSession, tmp_path: Path
) -> None:
    session.reject(2)
    session.merge(0)
    assert any(not row.link.ja for row in session.rows), "added English has a place too"
    with Project.open(tmp_path) as project:
        for number, row in enumerate(session.rows):
            selected = project.rows("notice", number)
            assert selected.count == len(session.rows)
            assert selected.rows[number].link == row.link
            assert (tuple(selected.rows[number].ja), tuple(selected.rows[number].en)) == (
                tuple(row.ja), tuple(row.en),
            )  # fmt: skip
        assert project.rows("notice", 99).rows == {}
        with pytest.raises(StoreError, match="no document 'letter'"):
            project.rows("letter")


def test_a_flag_put_on_a_row_stands_and_can_be_undone(
    session: ReviewSession, tmp_path: Path
) -> None:
    session.note(3, "why")
    with Project.open(tmp_path) as project:
        project.rows("notice", 3, to_change=True).flag(3, DRAFT)
        (number,) = project.rows("notice").rows
        assert number == 3
        assert list((tmp_path / "db" / "backups").glob("*daily*")), "a copy was made before"
    assert session.refresh()
    (flag,) = session.rows[3].flags
    assert (flag.type, flag.comment) == (DRAFT.type, "not so")
    assert session.undo()
    assert session.rows[3].flags == ()
    assert session.rows[3].link.note == "why"


def test_a_row_that_another_window_changed_meanwhile_is_not_flagged(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    with Project.open(tmp_path) as project:
        selected = project.rows("notice", 0)
        open_session(tmp_path).confirm(0)
        with pytest.raises(ConflictError, match="Another window"):
            selected.flag(0, DRAFT)
        assert project.review("notice", TinyEncoder()).rows[0].flags == ()


def test_flags_are_changed_settled_and_removed_one_after_another(
    session: ReviewSession, tmp_path: Path
) -> None:
    session.flag(2, DRAFT)
    session.flag(2, replace(DRAFT, comment="nor this"))
    session.flag(4, DRAFT)
    first, second = (flag.id for flag in session.rows[2].flags)
    with Project.open(tmp_path) as project:
        flagged = project.rows("notice", to_change=True)
        flagged.settle(first, "fixed")
        flagged.edit_flag(second, replace(DRAFT, comment="nor that"))
        flagged.settle(second, "rejected")
        flagged.unflag(first)
        assert [flag.comment for flag in flagged.rows[2].flags] == ["nor that"]
        with pytest.raises(EditError, match="no longer there"):
            flagged.unflag(first)
    assert session.refresh()
    assert [(flag.comment, flag.state) for flag in session.rows[2].flags] == [
        ("nor that", "rejected")
    ]
    assert [flag.state for flag in session.rows[4].flags] == ["open"]
    assert session.undo()
    assert [flag.id for flag in session.rows[2].flags] == [first, second]
