"""Copies of a project's database: made once a day, listed, put back."""

from dataclasses import dataclass
from pathlib import Path

from alignbench.domain.errors import InputError, StoreError
from alignbench.messages import t
from alignbench.store import Store, backups
from alignbench.system.clock import Clock, now
from alignbench.system.log import LOGGER

DATABASE = Path("db") / "alignbench.db"
"""Where in a project its database is."""
DAILY = "daily"
BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database: its name, when it was made (UTC, ISO 8601), why, and its bytes."""

    path: Path
    at: str
    why: str
    size: int


def backups_in(root: Path) -> list[Backup]:
    """The copies kept in a project, the latest first."""
    found = []
    for path in backups.backups_of(root / DATABASE):
        _, at, why, _ = path.name.rsplit(".", 3)
        moment = f"{at[:13]}:{at[13:15]}:{at[15:17]}+00:00"
        found.append(Backup(path, moment, why, path.stat().st_size))
    return found


def back_up_daily(store: Store, database: Path, clock: Clock = now) -> Path | None:
    """Copy the database if no copy was made today; where it is, None if there is one already.

    A disk that refuses is no reason to stop a review: it is noted in the log.
    """
    if store.is_read_only or backups.has_backup_of(database, clock()[:10]):
        return None
    try:
        return store.back_up(DAILY, clock)
    except StoreError as error:
        LOGGER.warning("no daily backup: %s", error)
        return None


def restore(root: Path, name: str) -> Backup:
    """Put the copy called `name` in the place of a project's database, all or nothing.

    The database as it was is kept as another copy, or moved aside if it is damaged. Windows that
    are open see the restored state at their next edit.

    Raises:
        InputError: there is no such copy. StoreError: it is damaged, or cannot be put there.
    """
    found = next((each for each in backups_in(root) if name in (each.path.name, each.at)), None)
    if found is None:
        raise InputError(
            t("There is no backup {name} of this project.", name=repr(name)),
            t("`alignbench restore` lists those there are."),
        )
    backups.restore(found.path, root / DATABASE, BEFORE_RESTORE)
    return found
