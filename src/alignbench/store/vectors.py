"""Kept vectors in and out of the database: bytes by model and hash of the text."""

from collections.abc import Mapping, Sequence
from typing import cast

from alignbench.store.connection import Connection

_BATCH = 500
"""Values bound in one query: well under SQLite's limit of any build."""


def get(connection: Connection, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
    """Those vectors of `model` that are kept, by hash of their text."""
    found: dict[str, bytes] = {}
    for at in range(0, len(hashes), _BATCH):
        batch = hashes[at : at + _BATCH]
        rows = connection.rows(
            "SELECT hash, value FROM vector"
            f" WHERE model = ? AND hash IN ({','.join('?' * len(batch))})",
            model,
            *batch,
        )
        found.update({str(row["hash"]): cast(bytes, row["value"]) for row in rows})
    return found


def put(
    connection: Connection, model: str, kept: Mapping[str, bytes], instead_of: str = ""
) -> None:
    """Keep vectors of `model` by hash of their text.

    Those of other models whose names begin with `instead_of` are forgotten.
    """
    with connection.transaction() as raw:
        if instead_of:
            raw.execute(
                "DELETE FROM vector WHERE model >= ?1 AND model < ?1 || char(1114111)"
                " AND model <> ?2",
                (instead_of, model),
            )
        raw.executemany(
            "INSERT OR REPLACE INTO vector VALUES (?, ?, ?)",
            ((model, hash_, value) for hash_, value in kept.items()),
        )


def sizes(connection: Connection) -> list[tuple[str, int, int]]:
    """For each model: its name, how many vectors are kept, and their bytes."""
    rows = connection.rows(
        "SELECT model, count(*) AS many, sum(length(value)) AS bytes FROM vector"
        " GROUP BY model ORDER BY model"
    )
    return [(str(r["model"]), cast(int, r["many"]), cast(int, r["bytes"])) for r in rows]


def clear(connection: Connection, model: str | None) -> int:
    """Forget vectors, all or those of `model`; returns how many there were."""
    with connection.transaction() as raw:
        gone = raw.execute("DELETE FROM vector WHERE ?1 IS NULL OR model = ?1", (model,)).rowcount
    if gone:
        connection.shrink()
    return gone


def trim(connection: Connection, limit: int, model: str) -> None:
    """Forget vectors until they take `limit` bytes at most: other models' first, then all."""
    held = sizes(connection)
    if sum(size for _, _, size in held) <= limit:
        return
    own = sum(size for name, _, size in held if name == model)
    with connection.transaction() as raw:
        raw.execute("DELETE FROM vector WHERE model <> ? OR ?", (model, own > limit))
