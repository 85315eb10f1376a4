"""Copies of the database, whole and of one moment, kept beside it in `backups/`."""

import contextlib
import os
import re
from pathlib import Path

from alignbench.domain.errors import StoreError
from alignbench.messages import t
from alignbench.store.connection import Connection
from alignbench.system.clock import Clock, now

FOLDER = "backups"
KEPT = 10
"""Copies kept; the oldest goes when there is one more."""
_NAME = re.compile(r"(?P<stem>.+)\.(?P<at>\d{4}-\d\d-\d\dT\d{6}Z)\.(?P<why>[\w-]+)\.db")


def back_up(connection: Connection, why: str, clock: Clock = now) -> Path:
    """Copy the database as it is now; `why` is a word for the name of the copy.

    Raises:
        StoreError: it could not be written: the disk is full, or the folder may not be written.
    """
    source = connection.path
    moment = re.sub(r"\+00:00$", "Z", clock()).replace(":", "")
    target = source.parent / FOLDER / f"{source.stem}.{moment}.{why}.db"
    copy_to(connection, target)
    for old in backups_of(source)[KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def back_up_before(connection: Connection, migration: str) -> Path:
    """Copy a database of an earlier version before `migration` changes it. Raises StoreError."""
    return back_up(connection, f"before-{migration.partition('_')[0]}")


def copy_to(connection: Connection, target: Path) -> None:
    """Copy the database to `target`, all or nothing, whatever other windows write meanwhile.

    Raises:
        StoreError: it could not be written; what stood there before still does.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with connection.telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection.copy(part)
            with part.open("rb") as written:
                os.fsync(written.fileno())
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def backups_of(database: Path) -> list[Path]:
    """The copies of a database, the latest first."""
    folder = database.parent / FOLDER
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match and match["stem"] == database.stem:
            found.append((match["at"], path))
    return [path for _, path in sorted(found, reverse=True)]


def has_backup_of(database: Path, day: str) -> bool:
    """Whether there is a copy made on `day`, as ISO 8601 has it."""
    return any(f".{day}T" in path.name for path in backups_of(database))


def restore(backup: Path, database: Path, why: str) -> None:
    """Put a copy in the place of a database, what was there kept as another copy called `why`.

    Raises:
        StoreError: the copy is damaged, or cannot be put there; then the database is as it was.
    """
    with contextlib.closing(Connection.in_memory(backup)) as kept:
        if (condition := kept.condition()) != "ok":
            raise StoreError(
                t("The backup {path} is damaged: {condition}.", path=backup, condition=condition),
                t("Take another one; nothing was changed."),
            )
        try:
            with contextlib.closing(Connection(database)) as present:
                present.rows("SELECT count(*) FROM sqlite_master")
                if database.stat().st_size:
                    back_up(present, why)
                kept.copy_into(present)
        except StoreError as error:
            if not error.is_damaged:
                raise
            _replace_damaged(kept, database)


def _replace_damaged(kept: Connection, database: Path) -> None:
    """Move a database that cannot be read aside, with its log, and write the copy in its place."""
    for suffix in ("", "-wal", "-shm"):
        there = database.with_name(f"{database.name}{suffix}")
        if there.exists():
            there.replace(database.with_name(f"{database.name}.damaged{suffix}"))
    copy_to(kept, database)
