"""Documents in and out of the database: texts, paragraphs, segments, and their numbers."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from alignbench.domain.errors import StoreError
from alignbench.domain.links import Bead
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Span, Text
from alignbench.messages import t
from alignbench.store.connection import Connection
from alignbench.store.links import are_linked_once, insert_links
from alignbench.store.segment_ids import SegmentIds
from alignbench.system.clock import now

SIDES: tuple[Side, Side] = ("ja", "en")
_KINDS = {str(kind): kind for kind in Kind}
"""Quicker than `Kind(name)`, which tells in a document of 100,000 segments."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with the ids that the database knows its segments by."""

    id: int
    document: Document
    model: str
    members: SegmentIds


def insert_document(
    connection: Connection, document: Document, beads: Sequence[Bead], model: str
) -> None:
    """Store a document with its suggested links, all or nothing.

    Raises StoreError if there is one of that name, ValueError (a defect of the aligner) if the
    beads do not hold each segment once.
    """
    with connection.transaction() as raw:
        if raw.execute("SELECT 1 FROM document WHERE name = ?", (document.name,)).fetchone():
            raise StoreError(
                t("There is already a document {name}.", name=repr(document.name)),
                t("Give another with --name."),
            )
        moment = now()
        cursor = raw.execute(
            "INSERT INTO document (name, model, created, updated) VALUES (?, ?, ?, ?)",
            (document.name, model, moment, moment),
        )
        document_id = cast(int, cursor.lastrowid)
        ja, en = (_insert_text(raw, document_id, document.side(side)) for side in SIDES)
        insert_links(raw, document_id, beads, SegmentIds(ja, en))
        if not are_linked_once(raw, (*ja, *en)):
            raise ValueError("these beads do not hold each segment once")


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
    with connection.snapshot() as raw:
        document_id, model = _find(connection, raw, name)
        ja, ja_ids = _load_text(raw, document_id, "ja")
        en, en_ids = _load_text(raw, document_id, "en")
    return StoredDocument(document_id, Document(name, ja, en), model, SegmentIds(ja_ids, en_ids))


def delete_document(connection: Connection, name: str) -> None:
    """Forget a document and every decision about it. Raises StoreError if there is none."""
    with connection.transaction() as raw:
        document_id, _ = _find(connection, raw, name)
        raw.execute("DELETE FROM document WHERE id = ?", (document_id,))


def _find(connection: Connection, raw: sqlite3.Connection, name: str) -> tuple[int, str]:
    """The id and the model of a document."""
    row = raw.execute("SELECT id, model FROM document WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise StoreError(
            t("There is no document {name} in {path}.", name=repr(name), path=connection.path),
            t("`alignbench status` lists those there are."),
        )
    return row[0], row[1]


def _load_text(
    raw: sqlite3.Connection, document_id: int, side: Side
) -> tuple[Text, tuple[int, ...]]:
    text_id, content, sha256, encoding, path = raw.execute(
        "SELECT id, content, sha256, encoding, path FROM text"
        " WHERE document_id = ? AND side = ? ORDER BY revision DESC LIMIT 1",
        (document_id, side),
    ).fetchone()
    paragraphs = raw.execute(
        'SELECT start, "end", kind FROM paragraph WHERE text_id = ? ORDER BY position', (text_id,)
    )
    segments = raw.execute(
        'SELECT id, start, "end", kind, paragraph, view, cuts FROM segment'
        " WHERE text_id = ? ORDER BY position",
        (text_id,),
    ).fetchall()
    text = Text(
        side=side,
        content=content,
        sha256=sha256,
        encoding=encoding,
        path=path,
        paragraphs=tuple(Paragraph(start, end, _KINDS[kind]) for start, end, kind in paragraphs),
        segments=tuple(
            Segment(start, end, _KINDS[kind], paragraph, view, _spans(cuts))
            for _, start, end, kind, paragraph, view, cuts in segments
        ),
    )
    return text, tuple(segment[0] for segment in segments)


def counts(connection: Connection, threshold: float) -> list[DocumentSummary]:
    """The numbers of every document by name; links below `threshold` count as doubtful."""
    rows = connection.rows(_COUNTS, threshold)
    return [DocumentSummary(**row) for row in rows]  # type: ignore[arg-type]


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
    (SELECT count(*) FROM finding JOIN link ON link.id = finding.link_id
        WHERE link.document_id = document.id AND link.status <> 'rejected'
        AND finding.state = 'open') AS findings,
    document.updated
FROM document LEFT JOIN side ON side.document_id = document.id
GROUP BY document.id ORDER BY document.name
"""
