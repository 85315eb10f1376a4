"""One SQLite file: how it is opened, how a transaction is kept, how its errors are told."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from alignbench.domain.errors import StoreError

BUSY_SECONDS = 5.0
"""How long a write waits for another window's."""


class Connection:
    """A database file, open. Transactions are explicit; one thread writes at a time."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path`. Raises StoreError if that cannot be done."""
        self.path = path
        self._lock = threading.RLock()
        with self.telling():
            path.parent.mkdir(parents=True, exist_ok=True)
            raw = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self.raw = raw
            raw.execute("PRAGMA foreign_keys = ON")
            raw.execute("PRAGMA journal_mode = WAL")
            # FULL and not NORMAL: a decision must outlive a power cut, and a reviewer makes one
            # a second at most, so the extra fsync is not felt.
            raw.execute("PRAGMA synchronous = FULL")
            self.database = Database(raw)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: commits at the end, rolls back on any exception."""
        with self._lock, self.telling():
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield self.raw
                self.raw.execute("COMMIT")
            except BaseException:
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: object) -> list[dict[str, object]]:
        """What a query gives, as dictionaries."""
        with self._lock, self.telling():
            return list(self.database.query(sql, values))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn what SQLite says into what a person can act on."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(*self._said(error)) from error

    def close(self) -> None:
        """Close the file."""
        self.raw.close()

    def _said(self, error: Exception) -> tuple[str, str]:
        message = str(error)
        told = {
            "locked": ("is being written by another program.", "Try again when that is done."),
            "full": ("cannot grow: the disk is full.", "Make room; nothing was written."),
            "readonly": ("may not be written.", "Check the permissions of the file and folder."),
            "unable to open": ("cannot be opened.", "Check the path and the permissions."),
            "ermission denied": ("cannot be opened.", "Check the path and the permissions."),
            "not a database": ("is not a SQLite database.", "Move it away or name another folder."),
            "malformed": ("is damaged.", "Restore it from a copy."),
        }
        for sign, (what, hint) in told.items():
            if sign in message:
                return f"The database {self.path} {what}", hint
        return f"The database {self.path} failed: {message}.", "Nothing was written."
