"""Copies of the database: made once a day, before migrations, and put back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError, StoreError
from alignbench.project import Project, backups
from alignbench.review import ReviewSession
from tests.review.examples import TinyEncoder, project_with


def reviewed(root: Path, at: str) -> ReviewSession:
    """A review opened at this moment."""
    return Project.open(root, clock=lambda: at).review("notice", TinyEncoder())


def test_one_copy_is_made_before_the_first_review_of_a_day(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    for at in ("2026-03-01T09:00:00+00:00", "2026-03-01T18:00:00+00:00"):
        reviewed(tmp_path, at).note(0, at)
    reviewed(tmp_path, "2026-03-02T08:00:00+00:00")
    assert [(each.at, each.why) for each in backups.backups_in(tmp_path)] == [
        ("2026-03-02T08:00:00+00:00", "daily"),
        ("2026-03-01T09:00:00+00:00", "daily"),
    ]


def test_the_last_ten_are_kept(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    for day in range(1, 14):
        reviewed(tmp_path, f"2026-03-{day:02}T09:00:00+00:00")
    kept = backups.backups_in(tmp_path)
    assert len(kept) == 10
    assert kept[-1].at.startswith("2026-03-04")


def test_a_copy_put_back_is_seen_by_windows_that_are_open(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    session = reviewed(tmp_path, "2026-03-01T09:00:00+00:00")
    session.note(0, "later")
    (daily,) = backups.backups_in(tmp_path)
    backups.restore(tmp_path, daily.path.name)
    assert session.refresh()
    assert session.rows[0].link.note == ""
    session.note(1, "after")
    assert reviewed(tmp_path, "2026-03-01T10:00:00+00:00").rows[1].link.note == "after"
    assert {each.why for each in backups.backups_in(tmp_path)} == {"daily", "before-restore"}


def test_a_damaged_database_is_moved_aside_and_the_copy_put_there(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    project = Project.open(tmp_path, clock=lambda: "2026-03-01T09:00:00+00:00")
    project.review("notice", TinyEncoder())
    project.close()
    database = tmp_path / "db" / "alignbench.db"
    database.write_bytes(b"\xff" * 4096)
    with pytest.raises(StoreError, match="not a SQLite database"):
        Project.open(tmp_path)
    (daily,) = backups.backups_in(tmp_path)
    backups.restore(tmp_path, daily.at)
    with Project.open(tmp_path) as again:
        assert [each.name for each in again.documents()] == ["notice"]
    assert database.with_name("alignbench.db.damaged").exists()


def test_a_damaged_copy_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    session = reviewed(tmp_path, "2026-03-01T09:00:00+00:00")
    session.note(0, "later")
    (daily,) = backups.backups_in(tmp_path)
    daily.path.write_bytes(b"\xff" * 4096)
    with pytest.raises(StoreError):
        backups.restore(tmp_path, daily.path.name)
    assert not session.refresh()
    assert session.rows[0].link.note == "later"


def test_a_copy_that_is_not_there(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    with pytest.raises(InputError, match="no backup"):
        backups.restore(tmp_path, "yesterday")


def test_a_project_that_may_not_be_written_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project_with(tmp_path).close()

    error = sqlite3.OperationalError("attempt to write a readonly database")
    error.sqlite_errorcode = sqlite3.SQLITE_READONLY
    original = sqlite3.connect

    class Protected(sqlite3.Connection):
        def execute(self, sql: str, *given: object) -> sqlite3.Cursor:
            if "journal_mode" in sql:
                raise error
            return super().execute(sql, *given)  # type: ignore[arg-type]

    def connect(*given: object, **options: object) -> sqlite3.Connection:
        return original(*given, factory=Protected, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr("alignbench.store.connection.sqlite3.connect", connect)
    with Project.open(tmp_path) as project:
        session = project.review("notice", TinyEncoder())
        assert len(session.rows) == 7
        assert project.search("番号")
        with pytest.raises(StoreError, match="may not be written"):
            session.confirm(0)
        assert session.rows[0].link.status == "suggested"


def test_a_database_deleted_while_open_is_noticed_at_the_next_edit(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    session = reviewed(tmp_path, "2026-03-01T09:00:00+00:00")
    session.note(0, "kept")
    for file in (tmp_path / "db").glob("alignbench.db*"):
        file.unlink()
    with pytest.raises(StoreError, match="deleted or replaced"):
        session.note(1, "gone")


def test_a_database_replaced_while_open_is_noticed_at_the_next_edit(tmp_path: Path) -> None:
    project_with(tmp_path / "one").close()
    project_with(tmp_path / "two").close()
    session = reviewed(tmp_path / "one", "2026-03-01T09:00:00+00:00")
    other = tmp_path / "two" / "db" / "alignbench.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.replace(tmp_path / "one" / "db" / "alignbench.db")
    with pytest.raises(StoreError, match="deleted or replaced"):
        session.note(1, "gone")


def test_the_database_alone_copied_while_it_is_open_holds_every_decision(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    session = reviewed(tmp_path, "2026-05-01T09:00:00+00:00")
    session.note(0, "kept")
    database = tmp_path / "db" / "alignbench.db"
    copy = tmp_path / "copy.db"
    copy.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(copy)) as raw:
        assert ("kept",) in raw.execute("SELECT note FROM link").fetchall()
