"""One SQLite file: how it is opened, how a transaction is kept, how its errors are told."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from alignbench.domain.errors import StoreError
from alignbench.messages import t

BUSY_SECONDS = 5.0
"""How long a write waits for another window's."""

_SAID = {
    sqlite3.SQLITE_BUSY: ("is being written by another program.", "Try again when that is done."),
    sqlite3.SQLITE_LOCKED: ("is being written by another program.", "Try again when that is done."),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full.", "Make room; nothing was written."),
    sqlite3.SQLITE_IOERR: (
        "could not be read or written: the disk is full or failing.",
        "Make room or look at the disk; nothing was written.",
    ),
    sqlite3.SQLITE_READONLY: (
        "may not be written.",
        "Check the permissions of the file and its folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened.", "Check the path and the permissions."),
    sqlite3.SQLITE_PERM: ("cannot be opened.", "Check the path and the permissions."),
    sqlite3.SQLITE_NOTADB: (
        "is not a SQLite database.",
        "Move it away or name another folder.",
    ),
    sqlite3.SQLITE_CORRUPT: ("is damaged.", "Restore it from a copy."),
}
"""SQLite's primary result codes, for people: what is wrong and what to do."""


class Connection:
    """A database file, open. Transactions are explicit; one thread at a time uses it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path`. Raises StoreError if that cannot be done."""
        self.path = path
        self._lock = threading.RLock()
        with self._telling():
            path.parent.mkdir(parents=True, exist_ok=True)
            self.raw = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self.raw.execute("PRAGMA foreign_keys = ON")
            # FULL and not NORMAL: a decision must outlive a power cut, and a reviewer makes one
            # a second at most, so the extra fsync is not felt.
            self.raw.execute("PRAGMA synchronous = FULL")
            self._database = Database(self.raw, execute_plugins=False)

    def use_write_ahead_log(self) -> None:
        """Let readers read while another window writes; the file remembers it."""
        deadline = time.monotonic() + BUSY_SECONDS
        with self._lock, self._telling():
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
        with self._lock, self._telling():
            return list(self._database.query(sql, values))

    def shrink(self) -> None:
        """Give room that is no longer used back to the disk."""
        with self._lock, self._telling():
            self.raw.execute("VACUUM")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self.raw.close()

    @contextmanager
    def _within(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, self._telling():
            self.raw.execute(begin)
            try:
                yield self.raw
                self.raw.execute("COMMIT")
            except BaseException:
                # SQLite itself has rolled back after some errors, such as a full disk.
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what SQLite says into what a person can act on."""
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
            what, hint = _said(error)
            raise StoreError(
                t("The database {path} {what}", path=self.path, what=what), hint
            ) from error


def _said(error: Exception) -> tuple[str, str]:
    if isinstance(error, UnicodeEncodeError):
        return "cannot hold half a character (a lone surrogate).", "Take it out; nothing changed."
    if isinstance(error, OSError):
        return f"cannot be opened: {error.strerror}.", "Check the path and the permissions."
    return _SAID.get(_code(error), (f"failed: {error}.", "Nothing was written."))


def _code(error: Exception) -> int:
    """SQLite's primary result code; the higher bits are detail. 0 where Python itself refused."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
