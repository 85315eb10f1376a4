"""Opening a database: made new, brought up to date, or refused in one sentence and left alone."""

import contextlib
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from alignbench.domain.errors import StoreError
from alignbench.domain.links import Bead
from alignbench.store import Store, connection, migrations
from tests.store.examples import BEADS, document, store_with


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "db" / "alignbench.db"


@contextlib.contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as another program sees it."""
    raw = sqlite3.connect(path)
    try:
        yield raw
        raw.commit()
    finally:
        raw.close()


def said(error: pytest.ExceptionInfo[StoreError]) -> str:
    return str(error.value)


def test_a_new_file_is_made_with_its_folder(path: Path) -> None:
    Store(path).close()
    with plain(path) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_table_is_strict_and_every_reference_is_kept(path: Path) -> None:
    store_with(path).close()
    with plain(path) as raw:
        tables = raw.execute("PRAGMA table_list").fetchall()
        ours = {row[1]: row[5] for row in tables if row[2] == "table" and row[1][:7] != "sqlite_"}
        assert set(ours.values()) == {1}, "STRICT"
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    store = Store(path)
    with (
        pytest.raises(StoreError, match="FOREIGN KEY"),
        store._connection.transaction() as inside,
    ):
        inside.execute("INSERT INTO link_segment VALUES (99, 99)")


def test_a_migration_is_recorded_by_name_and_run_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[str] = []

    def m999_colour(raw: sqlite3.Connection) -> None:
        runs.append("m999")
        raw.execute("ALTER TABLE document ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")

    store_with(path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, m999_colour])
    for _ in range(2):
        store = Store(path)
        assert store.names() == ["notice"], "what was there stays"
        store.close()
    with plain(path) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM migration ORDER BY name")]
    assert (names[0], names[-1]) == ("m001_first_tables", "m999_colour")
    assert runs == ["m999"]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def m999_broken(raw: sqlite3.Connection) -> None:
        raw.execute("DROP VIEW pair")
        raw.execute("ALTER TABLE nowhere ADD COLUMN colour TEXT")

    store_with(path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, m999_broken])
    with pytest.raises(StoreError, match="nowhere"):
        Store(path)
    with plain(path) as raw:
        assert raw.execute("SELECT count(*) FROM pair").fetchone() == (5,)
        names = [row[0] for row in raw.execute("SELECT name FROM migration")]
    assert "m999_broken" not in names


def test_a_database_of_a_newer_version_is_refused_and_untouched(path: Path) -> None:
    store_with(path).close()
    with plain(path) as raw:
        raw.execute("INSERT INTO migration VALUES ('m999_of_the_future', '2099-01-01')")
        raw.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    with pytest.raises(StoreError) as error:
        Store(path)
    assert "newer alignbench" in said(error)
    assert "Update alignbench" in error.value.hint
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "alignbench.db"
    with plain(path) as raw:
        raw.execute("CREATE TABLE recipe (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="belongs to another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "alignbench.db"
    path.write_text("これはデータベースではありません。" * 50, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is not a SQLite database"):
        Store(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "db").write_text("a file, not a folder")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "db" / "alignbench.db")


def test_a_damaged_database_is_told(path: Path) -> None:
    store_with(path).close()
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError, match="is damaged"):
        Store(path)


def test_a_locked_database_is_told_after_a_wait(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    store = store_with(path)
    with plain(path) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as error:
            store.set_setting("theme", "night")
        assert "is being written by another program" in said(error)
        assert store.setting("theme") == "", "reading goes on"
    store.set_setting("theme", "night")
    assert store.setting("theme") == "night"


def test_opening_waits_for_another_window_that_makes_the_same_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two switch a new file to write-ahead logging at once, SQLite refuses without a wait."""
    refusals = iter([True, True])

    class Refusing(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if "journal_mode" in sql and next(refusals, False):
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorcode = sqlite3.SQLITE_BUSY
                raise error
            return super().execute(sql, *values)

    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Refusing))
    assert Store(path).names() == []
    assert next(refusals, False) is False


def test_what_may_not_be_written_is_told() -> None:
    """As somebody who is not root, whom nothing stops."""
    script = """
        import os, sys
        from pathlib import Path
        from alignbench.domain.errors import StoreError
        from alignbench.store import Store
        if os.geteuid() == 0:
            os.setuid(65534)
        for name in ("new/a.db", "folder/a.db", "file/a.db"):
            try:
                Store(Path(sys.argv[1]) / name).set_setting("theme", "night")
            except StoreError as error:
                print(error.what)
    """
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        for folder in ("new", "folder", "file"):
            (root / folder).mkdir()
        for path in (root / "folder" / "a.db", root / "file" / "a.db"):
            store_with(path).close()
            path.chmod(0o444)
        (root / "file").chmod(0o777)
        (root / "new").chmod(0o555)
        (root / "folder").chmod(0o555)
        run = subprocess.run(
            [sys.executable, "-c", dedent(script), name], capture_output=True, text=True, check=True
        )
        for folder in ("new", "folder"):
            (root / folder).chmod(0o755)
        assert list((root / "new").iterdir()) == []
    said = [line.replace(name, "") for line in run.stdout.splitlines()]
    assert said == [
        "The database /new/a.db cannot be opened.",
        "The database /folder/a.db may not be written.",
        "The database /file/a.db may not be written.",
    ]


def test_a_database_that_may_not_be_written_is_told(path: Path) -> None:
    store = store_with(path)
    store._connection.raw.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="may not be written"):
        store.add(document("other"), BEADS, "tiny")
    store._connection.raw.execute("PRAGMA query_only = OFF")
    assert store.names() == ["notice"]


def test_a_full_disk_is_told_and_leaves_nothing_half_written(path: Path) -> None:
    store = store_with(path)
    (pages,) = store._connection.raw.execute("PRAGMA page_count").fetchone()
    store._connection.raw.execute(f"PRAGMA max_page_count = {pages + 2}")
    long = document("long", ["長い文です。" * 200] * 50, ["A long sentence. " * 200] * 50)
    with pytest.raises(StoreError, match="the disk is full"):
        store.add(long, [Bead((at,), (at,), 0.9) for at in range(50)], "tiny")
    assert store.names() == ["notice"]
    assert store._connection.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    store._connection.raw.execute("PRAGMA max_page_count = 1000000")
    store.set_setting("theme", "night")
    assert store.setting("theme") == "night"


def test_a_disk_that_takes_no_more_is_told(path: Path) -> None:
    """The operating system refuses to let any file grow: as a full disk or a quota does."""
    store_with(path).close()
    script = """
        import resource, signal, sys
        from pathlib import Path
        from alignbench.domain.errors import StoreError
        from alignbench.store import Store
        store = Store(Path(sys.argv[1]))
        store.set_setting("kept", "yes")
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        try:
            store.set_setting("long", "x" * 500_000)
        except StoreError as error:
            print(error)
    """
    run = subprocess.run(
        [sys.executable, "-c", dedent(script), str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "full" in run.stdout
    assert run.stderr == ""
    store = Store(path)
    assert (store.setting("kept"), store.setting("long")) == ("yes", "")


def test_half_a_character_is_told(path: Path) -> None:
    store = store_with(path)
    with pytest.raises(StoreError, match="half a character"):
        store.set_setting("theme", "\ud842")
    with pytest.raises(StoreError, match="half a character"):
        store.load("\ud842")


def test_a_closed_database_is_told(path: Path) -> None:
    store = store_with(path)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.names()
