"""Links and flags in and out of the database, and the one way to change them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from alignbench.domain.errors import ConflictError
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.text import Side, Span
from alignbench.store.connection import Connection
from alignbench.store.events import State

Ids = Mapping[Side, Sequence[int]]
"""Segment ids of each side by position."""


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link the aligner suggests for a document that has none yet."""

    ja: tuple[int, ...]
    en: tuple[int, ...]
    confidence: float


def insert_links(
    raw: sqlite3.Connection, document_id: int, links: Sequence[NewLink], ids: Ids
) -> None:
    """Store the first suggestions of a document."""
    for link in links:
        cursor = raw.execute(
            "INSERT INTO link (document_id, status, origin, confidence)"
            " VALUES (?, 'suggested', 'aligner', ?)",
            (document_id, min(1.0, max(0.0, link.confidence))),
        )
        _join(raw, cast(int, cursor.lastrowid), link.ja, link.en, ids)


def load_links(connection: Connection, document_id: int, ids: Ids) -> list[Link]:
    """Every link of a document, the rejected ones too, by id."""
    place = {id_: (side, at) for side in ids for at, id_ in enumerate(ids[side])}
    members: dict[int, dict[str, list[int]]] = defaultdict(lambda: {"ja": [], "en": []})
    with connection.telling():
        for link_id, segment_id in connection.raw.execute(
            "SELECT link_id, segment_id FROM link_segment JOIN link ON link.id = link_id"
            " WHERE document_id = ?",
            (document_id,),
        ):
            side, at = place[segment_id]
            members[link_id][side].append(at)
        rows = connection.raw.execute(
            "SELECT id, status, origin, confidence, note, revision FROM link"
            " WHERE document_id = ? ORDER BY id",
            (document_id,),
        ).fetchall()
    return [
        Link(
            id_, tuple(sorted(members[id_]["ja"])), tuple(sorted(members[id_]["en"])),
            Status(status), Origin(origin), confidence, note, revision,
        )
        for id_, status, origin, confidence, note, revision in rows
    ]  # fmt: skip


def load_flags(connection: Connection, document_id: int) -> list[Flag]:
    """Every flag of a document, by id."""
    rows = connection.rows(
        "SELECT flag.* FROM flag JOIN link ON link.id = link_id"
        " WHERE document_id = ? ORDER BY flag.id",
        document_id,
    )
    return [_flag(row) for row in rows]


def _flag(row: dict[str, object]) -> Flag:
    return Flag(
        id=cast(int, row["id"]),
        link_id=cast(int, row["link_id"]),
        type=str(row["type"]),
        severity=Severity(str(row["severity"])),
        comment=str(row["comment"]),
        ja=_span(row["ja_start"], row["ja_end"]),
        en=_span(row["en_start"], row["en_end"]),
        author=str(row["author"]),
        at=str(row["at"]),
        state=str(row["state"]),
    )


def _span(start: object, end: object) -> Span | None:
    return None if start is None else Span(cast(int, start), cast(int, end))


def next_ids(raw: sqlite3.Connection) -> tuple[int, int]:
    """The ids that the next link and the next flag will have. No id is ever used twice."""
    used = dict(raw.execute("SELECT name, seq FROM sqlite_sequence"))
    return used.get("link", 0) + 1, used.get("flag", 0) + 1


def replace_state(
    raw: sqlite3.Connection, document_id: int, ids: Ids, before: State, after: State
) -> None:
    """Put `after` where `before` was. The caller has checked that `before` is what there is."""
    kept = {link.id for link in after.links}
    kept_flags = {flag.id for flag in after.flags}
    for flag in before.flags:
        if flag.id not in kept_flags:
            raw.execute("DELETE FROM flag WHERE id = ?", (flag.id,))
    old = {link.id for link in before.links}
    for link in after.links:
        values = (link.status, link.origin, link.confidence, link.note, link.revision, link.id)
        if link.id in old:
            raw.execute("DELETE FROM link_segment WHERE link_id = ?", (link.id,))
            raw.execute(
                "UPDATE link SET status = ?, origin = ?, confidence = ?, note = ?, revision = ?"
                " WHERE id = ?",
                values,
            )
        else:
            raw.execute(
                "INSERT INTO link (status, origin, confidence, note, revision, id, document_id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*values, document_id),
            )
        _join(raw, link.id, link.ja, link.en, ids)
    for flag in after.flags:
        _put_flag(raw, flag)
    for link in before.links:
        if link.id not in kept:
            raw.execute("DELETE FROM link WHERE id = ?", (link.id,))


def check_partition(raw: sqlite3.Connection, ids: Ids, before: State, after: State) -> None:
    """Raise ConflictError unless each segment touched is in exactly one link that stands."""
    touched = {
        ids[side][at]
        for link in (*before.links, *after.links)
        for side in ids
        for at in (link.ja if side == "ja" else link.en)
    }
    for segment_id in touched:
        (count,) = raw.execute(
            "SELECT count(*) FROM link_segment JOIN link ON link.id = link_id"
            " WHERE segment_id = ? AND status <> 'rejected'",
            (segment_id,),
        ).fetchone()
        if count != 1:
            raise ConflictError(
                "Another window linked these segments otherwise.",
                "Nothing was written; look again and repeat.",
            )


def _join(
    raw: sqlite3.Connection, link_id: int, ja: Iterable[int], en: Iterable[int], ids: Ids
) -> None:
    members = [ids["ja"][at] for at in ja] + [ids["en"][at] for at in en]
    raw.executemany(
        "INSERT INTO link_segment (link_id, segment_id) VALUES (?, ?)",
        ((link_id, member) for member in members),
    )


def _put_flag(raw: sqlite3.Connection, flag: Flag) -> None:
    ja, en = flag.ja, flag.en
    raw.execute(
        "INSERT OR REPLACE INTO flag (id, link_id, type, severity, ja_start, ja_end, en_start,"
        " en_end, comment, author, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            flag.id, flag.link_id, flag.type, flag.severity,
            ja and ja.start, ja and ja.end, en and en.start, en and en.end,
            flag.comment, flag.author, flag.at, flag.state,
        ),
    )  # fmt: skip
