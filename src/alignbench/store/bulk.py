"""Very many rows into a table at once."""

import sqlite3
from collections.abc import Iterable
from itertools import chain, islice

_ROWS = 70
"""Rows that one statement inserts; older builds of SQLite take 999 values at most.

Each statement looks its table up and counts in `sqlite_sequence`, which takes longer than the row.
"""


def insert_rows(
    raw: sqlite3.Connection, into: str, marks: str, rows: Iterable[tuple[object, ...]]
) -> None:
    """Insert rows in order; `into` names table and columns, `marks` stands for one row's values.

    Raises:
        sqlite3.Error: as a statement for each row would; the caller's transaction undoes them all.
    """
    statement = f"INSERT INTO {into} VALUES "
    many = statement + ", ".join([marks] * _ROWS)
    rest = iter(rows)
    while portion := list(islice(rest, _ROWS)):
        if len(portion) == _ROWS:
            raw.execute(many, list(chain.from_iterable(portion)))
        else:
            raw.executemany(statement + marks, portion)
