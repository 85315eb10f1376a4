"""The schema's history: numbered functions, each run once, recorded by name in the file itself."""

import sqlite3
from collections.abc import Callable, Mapping

from alignbench.domain.errors import StoreError
from alignbench.messages import t
from alignbench.store import migration_3
from alignbench.store.backups import back_up_before
from alignbench.store.connection import Connection
from alignbench.store.schema import (
    DISMISSAL,
    PROPOSAL,
    SEARCH_KEY,
    TABLES,
    VERSION_VIEWS,
    VERSIONS,
    VIEWS,
)
from alignbench.system.clock import now

Migration = Callable[[sqlite3.Connection], None]
MIGRATIONS: list[Migration] = []


def migration(function: Migration) -> Migration:
    """Add `function` to the end of the history. Its name is what the file remembers."""
    MIGRATIONS.append(function)
    return function


@migration
def m001_first_tables(raw: sqlite3.Connection) -> None:
    """Make the tables and views of the first version."""
    for statement in TABLES.split(";\n"):
        raw.execute(statement)
    _replace_views(raw, VIEWS)


@migration
def m002_dismissals(raw: sqlite3.Connection) -> None:
    """Remember dismissed findings by key, whatever becomes of the link they were on."""
    raw.execute(DISMISSAL)


@migration
def m003_versions(raw: sqlite3.Connection) -> None:
    """Pairs of texts as versions; who decided a link; formats, locations and stored views."""
    _replace_views(raw, {})
    for statement in VERSIONS.split(";\n"):
        raw.execute(statement)
    _replace_views(raw, VERSION_VIEWS)
    migration_3.pair_texts(raw)
    migration_3.map_views(raw)
    migration_3.tell_decisions(raw)
    migration_3.store_messages(raw)


def _replace_views(raw: sqlite3.Connection, views: Mapping[str, str]) -> None:
    """Drop the views there are and make these, inside the caller's transaction."""
    # Only where a schema changes: sqlite-utils imports NumPy, which no query of ours needs.
    from sqlite_utils import Database

    database = Database(raw, execute_plugins=False)
    for name in database.view_names():
        database.view(name).drop()
    for name, query in views.items():
        database.create_view(name, query)


@migration
def m004_proposals(raw: sqlite3.Connection) -> None:
    """Keep a better English beside the link it is proposed for."""
    raw.execute(PROPOSAL)


@migration
def m005_search_keys(raw: sqlite3.Connection) -> None:
    """Keep what a search compares, and an index the less that no query asks for."""
    raw.execute(SEARCH_KEY)
    raw.execute("DROP INDEX IF EXISTS link_document")


def migrate(connection: Connection) -> None:
    """Bring a file up to this version, in one transaction, a copy of what it was kept beside it.

    Raises:
        StoreError: the file was written by a newer version, or belongs to something else; it is
            as it was.
    """
    known = {function.__name__ for function in MIGRATIONS}
    applied = _applied(connection, known)
    connection.use_write_ahead_log()
    if applied == known:
        return
    if applied and not connection.is_read_only:
        back_up_before(connection, min(known - applied))
    with connection.transaction() as raw:
        # Another window may have been quicker.
        applied = _applied(connection, known)
        raw.execute(
            "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT"
        )
        for function in MIGRATIONS:
            if function.__name__ not in applied:
                function(raw)
                raw.execute("INSERT INTO migration VALUES (?, ?)", (function.__name__, now()))


def _applied(connection: Connection, known: set[str]) -> set[str]:
    """Names of the migrations that a file has had. Raises StoreError for a file not ours."""
    tables = {
        str(row["name"])
        for row in connection.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%'"
            " ESCAPE '~'"
        )
    }
    if tables and "migration" not in tables:
        raise StoreError(
            t("The database {path} belongs to another program.", path=connection.path),
            t("Move it away; nothing was changed."),
        )
    if not tables:
        return set()
    applied = {str(row["name"]) for row in connection.rows("SELECT name FROM migration")}
    if applied - known:
        raise StoreError(
            t("The database {path} was written by a newer alignbench.", path=connection.path),
            t("Update alignbench; nothing was changed."),
        )
    return applied
