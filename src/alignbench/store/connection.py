"""One SQLite file: how it is opened, how a transaction is kept, how its errors are told."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alignbench.domain.errors import StoreError
from alignbench.messages import t

BUSY_SECONDS = 5.0
"""How long a write waits for another window's."""

_CANNOT_WRITE = {
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}  # fmt: skip
"""Codes after which the file may still be read."""


class Connection:
    """A database file, open. Transactions are explicit; one thread at a time uses it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path`. Raises StoreError if that cannot be done."""
        self.path = path
        self.is_read_only = False
        self._lock = threading.RLock()
        with self.telling():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._use(
                sqlite3.connect(
                    path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
                )
            )
            # The file itself is made by the first write; SQLite has opened it all the same.
            self._file = _file_at(path)

    @classmethod
    def in_memory(cls, path: Path) -> "Connection":
        """A copy in memory of a file that cannot be opened for writing, to read and export from.

        Raises:
            StoreError: it cannot be read either.
        """
        made = cls.__new__(cls)
        made.path, made.is_read_only, made._lock = path, True, threading.RLock()
        made._file = None
        with made.telling():
            raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            with contextlib.closing(_read_only(path)) as source:
                source.backup(raw)
            made._use(raw)
        return made

    def _use(self, raw: sqlite3.Connection) -> None:
        self.raw = raw
        raw.execute("PRAGMA foreign_keys = ON")
        # FULL and not NORMAL: a decision must outlive a power cut, and a reviewer makes one
        # a second at most, so the extra fsync is not felt.
        raw.execute("PRAGMA synchronous = FULL")
        # What is written goes into the file itself at once, so that a copy of it alone is whole.
        raw.execute("PRAGMA wal_autocheckpoint = 1")

    def refuse_writing(self) -> None:
        """Let nothing be written from now on."""
        self.raw.execute("PRAGMA query_only = ON")

    def use_write_ahead_log(self) -> None:
        """Let readers read while another window writes; the file remembers it."""
        if self.is_read_only:
            return
        deadline = time.monotonic() + BUSY_SECONDS
        with self._lock, self.telling():
            while True:
                try:
                    self.raw.execute("PRAGMA journal_mode = WAL")
                    return
                except sqlite3.OperationalError as error:
                    # SQLite does not wait by itself where two windows switch a new file at once.
                    if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                        raise
                    time.sleep(0.01)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: commits at the end, rolls back on any exception."""
        with self._within("BEGIN IMMEDIATE") as raw:
            yield raw

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one moment, whatever other windows write meanwhile."""
        with self._within("BEGIN DEFERRED") as raw:
            yield raw

    def rows(self, sql: str, *values: object) -> list[dict[str, object]]:
        """What a statement gives, as dictionaries."""
        with self._lock, self.telling():
            found = self.raw.execute(sql, values)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

    def tuples(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What a statement gives, as it comes: quicker than `rows` where there are many."""
        with self._lock, self.telling():
            return self.raw.execute(sql, values).fetchall()

    def state(self) -> tuple[int, int]:
        """What differs as soon as anything has been written, here or by another connection."""
        with self._lock, self.telling():
            (others,) = self.raw.execute("PRAGMA data_version").fetchone()
            return int(others), self.raw.total_changes

    def shrink(self) -> None:
        """Give room that is no longer used back to the disk."""
        with self._lock, self.telling():
            self.raw.execute("VACUUM")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self.raw.close()

    def copy(self, target: Path) -> None:
        """Copy the database as it is now into a new file, by SQLite's own means."""
        with self._lock, contextlib.closing(sqlite3.connect(target)) as into:
            self.raw.backup(into)

    def copy_into(self, other: "Connection") -> None:
        """Put what is in this database into another in the place of all that was there."""
        with self._lock, other._lock, other.telling():
            self.raw.backup(other.raw)

    def rebuild(self) -> None:
        """Build indexes anew and forget what can be made again: search keys and kept findings."""
        with self.transaction() as raw:
            raw.execute("REINDEX")
            raw.execute("DELETE FROM search_key")
            raw.execute("DELETE FROM vector WHERE model LIKE 'checks:%'")

    def condition(self) -> str:
        """`ok`, or the first thing that SQLite finds wrong with the file."""
        with self._lock, self.telling():
            (said,) = self.raw.execute("PRAGMA integrity_check(1)").fetchone()
            if said == "ok" and self.raw.execute("PRAGMA foreign_key_check").fetchone():
                return t("a row refers to one that is not there")
            return str(said)

    @contextmanager
    def _within(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, self.telling():
            self.raw.execute(begin)
            try:
                self._look_for_file()
                yield self.raw
                self.raw.execute("COMMIT")
            except BaseException:
                # SQLite itself has rolled back after some errors, such as a full disk.
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    def _look_for_file(self) -> None:
        """Raise StoreError if another file, or none, is where the open one was.

        SQLite would go on with the file that it has open, and what is decided would be gone with
        it: another program has deleted or replaced it, as one that syncs folders may.
        """
        there = _file_at(self.path)
        if self._file is None and not self.is_read_only:
            self._file = there
        elif there != self._file and not self.is_read_only:
            raise StoreError(
                t("The database {path} was deleted or replaced meanwhile.", path=self.path),
                t("Nothing was written. Put it back or restore a backup, and open it again."),
            )

    @contextmanager
    def telling(self, path: Path | None = None) -> Iterator[None]:
        """Turn what SQLite says into what a person can act on; `path` if not of this file."""
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
            told = StoreError(*_said(error, path or self.path))
            told.cannot_write = _code(error) in _CANNOT_WRITE
            told.is_damaged = _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
            raise told from error


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from another one of that name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that needs no file beside the database's, unless one is there already."""
    log = path.with_name(f"{path.name}-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True)


def _said(error: Exception, path: Path) -> tuple[str, str]:
    """What is wrong, by SQLite's primary result code, and what to do."""
    if isinstance(error, UnicodeEncodeError):
        return (
            t("The database {path} cannot hold half a character (a lone surrogate).", path=path),
            t("Take it out; nothing changed."),
        )
    permissions = t("Check the path and the permissions.")
    if isinstance(error, OSError):
        return (
            t("The database {path} cannot be opened: {error}.", path=path, error=error.strerror),
            permissions,
        )
    match _code(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            what = t("The database {path} is being written by another program.", path=path)
            return what, t("Try again when that is done.")
        case sqlite3.SQLITE_FULL:
            what = t("The database {path} cannot grow: the disk is full.", path=path)
            return what, t("Make room; nothing was written.")
        case sqlite3.SQLITE_IOERR:
            what = t(
                "The database {path} could not be read or written: the disk is full or failing.",
                path=path,
            )
            return what, t("Make room or look at the disk; nothing was written.")
        case sqlite3.SQLITE_READONLY:
            what = t("The database {path} may not be written.", path=path)
            return what, t("Check the permissions of the file and its folder.")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return t("The database {path} cannot be opened.", path=path), permissions
        case sqlite3.SQLITE_NOTADB:
            what = t("The database {path} is not a SQLite database.", path=path)
            return what, t("Move it away or name another folder.")
        case sqlite3.SQLITE_CORRUPT:
            what = t("The database {path} is damaged.", path=path)
            return what, t("Restore it from a copy: `alignbench restore` lists those there are.")
        case _:
            what = t("The database {path} failed: {error}.", path=path, error=error)
            return what, t("Nothing was written.")


def _code(error: Exception) -> int:
    """SQLite's primary result code; the higher bits are detail. 0 where Python itself refused."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
