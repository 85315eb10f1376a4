"""Documents in and out of the database: texts, paragraphs, segments, and their numbers."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from alignbench.domain.errors import StoreError
from alignbench.domain.links import Bead
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Span, Text
from alignbench.store.connection import Connection
from alignbench.store.links import NewLink, insert_links

SIDES: tuple[Side, Side] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Counts:
    """A document's numbers, for a list of documents."""

    name: str
    ja_segments: int
    en_segments: int
    suggested: int
    confirmed: int
    rejected: int
    null_links: int
    open_segments: int
    doubtful: int
    flags: int
    updated: str


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with the ids that the database knows its segments by, in order of position."""

    id: int
    document: Document
    model: str
    segment_ids: dict[Side, tuple[int, ...]]


def now() -> str:
    """The present moment, UTC, as the database writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def insert_document(
    connection: Connection, document: Document, beads: Sequence[Bead], model: str
) -> None:
    """Store a document with its suggested links, all or nothing. Its name must be new."""
    with connection.transaction() as raw:
        moment = now()
        cursor = raw.execute(
            "INSERT INTO document (name, model, created, updated) VALUES (?, ?, ?, ?)",
            (document.name, model, moment, moment),
        )
        document_id = cast(int, cursor.lastrowid)
        ids: dict[Side, tuple[int, ...]] = {
            side: _insert_text(raw, document_id, document.side(side)) for side in SIDES
        }
        links = [NewLink(bead.ja, bead.en, bead.confidence) for bead in beads]
        insert_links(raw, document_id, links, ids)


def _insert_text(raw: sqlite3.Connection, document_id: int, text: Text) -> tuple[int, ...]:
    cursor = raw.execute(
        "INSERT INTO text (document_id, side, path, sha256, encoding, content)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (document_id, text.side, text.path, text.sha256, text.encoding, text.content),
    )
    text_id = cursor.lastrowid
    raw.executemany(
        'INSERT INTO paragraph (text_id, position, start, "end", kind) VALUES (?, ?, ?, ?, ?)',
        ((text_id, i, p.start, p.end, p.kind) for i, p in enumerate(text.paragraphs)),
    )
    raw.executemany(
        "INSERT INTO segment"
        ' (text_id, position, paragraph, start, "end", kind, view, cuts)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (text_id, i, s.paragraph, s.start, s.end, s.kind, s.view, _cuts(s))
            for i, s in enumerate(text.segments)
        ),
    )
    return _segment_ids(raw, cast(int, text_id))


def _segment_ids(raw: sqlite3.Connection, text_id: int) -> tuple[int, ...]:
    rows = raw.execute("SELECT id FROM segment WHERE text_id = ? ORDER BY position", (text_id,))
    return tuple(row[0] for row in rows)


def load_document(connection: Connection, name: str) -> StoredDocument:
    """The document called `name`. Raises StoreError if there is none."""
    found = connection.rows("SELECT id, model FROM document WHERE name = ?", name)
    if not found:
        raise StoreError(
            f"There is no document {name!r} in {connection.path}.",
            "`alignbench status` lists those there are.",
        )
    document_id = cast(int, found[0]["id"])
    sides = {side: _load_text(connection, document_id, side) for side in SIDES}
    document = Document(name, sides["ja"][0], sides["en"][0])
    ids: dict[Side, tuple[int, ...]] = {side: sides[side][1] for side in SIDES}
    return StoredDocument(document_id, document, str(found[0]["model"]), ids)


def _load_text(
    connection: Connection, document_id: int, side: Side
) -> tuple[Text, tuple[int, ...]]:
    (row,) = connection.rows(
        "SELECT * FROM text WHERE document_id = ? AND side = ? ORDER BY revision DESC LIMIT 1",
        document_id,
        side,
    )
    with connection.telling():
        paragraphs = connection.raw.execute(
            'SELECT start, "end", kind FROM paragraph WHERE text_id = ? ORDER BY position',
            (row["id"],),
        ).fetchall()
        segments = connection.raw.execute(
            'SELECT id, start, "end", kind, paragraph, view, cuts FROM segment'
            " WHERE text_id = ? ORDER BY position",
            (row["id"],),
        ).fetchall()
    text = Text(
        side=side,
        content=str(row["content"]),
        sha256=str(row["sha256"]),
        encoding=str(row["encoding"]),
        path=None if row["path"] is None else str(row["path"]),
        paragraphs=tuple(Paragraph(start, end, Kind(kind)) for start, end, kind in paragraphs),
        segments=tuple(
            Segment(start, end, Kind(kind), paragraph, view, _spans(cuts))
            for _, start, end, kind, paragraph, view, cuts in segments
        ),
    )
    return text, tuple(segment[0] for segment in segments)


def delete_document(connection: Connection, name: str) -> None:
    """Forget a document and every decision about it."""
    load_document(connection, name)
    with connection.transaction() as raw:
        raw.execute("DELETE FROM document WHERE name = ?", (name,))


def counts(connection: Connection, threshold: float) -> list[Counts]:
    """The numbers of every document by name; links below `threshold` count as doubtful."""
    rows = connection.rows(_COUNTS, threshold)
    return [Counts(**row) for row in rows]  # type: ignore[arg-type]


def _cuts(segment: Segment) -> str:
    return json.dumps([[cut.start, cut.end] for cut in segment.cuts])


def _spans(cuts: str) -> tuple[Span, ...]:
    return () if cuts == "[]" else tuple(Span(start, end) for start, end in json.loads(cuts))


# Per link: how many segments it has, how many of them Japanese, how many that are not furniture.
_COUNTS = """
WITH side AS (
    SELECT link.id, link.document_id, link.status, link.confidence,
        count(*) AS segments, sum(text.side = 'ja') AS ja, sum(text.side = 'en') AS en,
        sum(segment.kind <> 'furniture') AS said
    FROM link
    JOIN link_segment ON link_segment.link_id = link.id
    JOIN segment ON segment.id = link_segment.segment_id
    JOIN text ON text.id = segment.text_id
    GROUP BY link.id
)
SELECT document.name,
    coalesce(sum(ja) FILTER (WHERE status <> 'rejected'), 0) AS ja_segments,
    coalesce(sum(en) FILTER (WHERE status <> 'rejected'), 0) AS en_segments,
    count(*) FILTER (WHERE status = 'suggested') AS suggested,
    count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
    count(*) FILTER (WHERE status = 'rejected') AS rejected,
    count(*) FILTER (WHERE status <> 'rejected' AND (ja = 0 OR en = 0)) AS null_links,
    coalesce(sum(segments) FILTER (WHERE status = 'suggested'), 0) AS open_segments,
    count(*) FILTER (WHERE status = 'suggested' AND (
        confidence IS NULL OR confidence < ? OR ((ja = 0 OR en = 0) AND said > 0)
    )) AS doubtful,
    (SELECT count(*) FROM flag JOIN link ON link.id = flag.link_id
        WHERE link.document_id = document.id) AS flags,
    document.updated
FROM document LEFT JOIN side ON side.document_id = document.id
GROUP BY document.id ORDER BY document.name
"""
