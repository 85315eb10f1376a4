"""Documents in and out of the database: texts, paragraphs, segments, and their numbers."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from alignbench.domain.errors import StoreError
from alignbench.domain.links import Bead, Decision
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import (
    UNTRANSLATED,
    Document,
    Paragraph,
    Segment,
    Side,
    Text,
)
from alignbench.messages import t
from alignbench.store.bulk import insert_rows
from alignbench.store.connection import Connection
from alignbench.store.links import hold_each_once, insert_links
from alignbench.store.segment_columns import left_out_column, left_out_of
from alignbench.store.segment_ids import SegmentIds
from alignbench.store.segments import KIND_NAMES, KINDS, insert_segments, load_segments, segment_ids
from alignbench.system.clock import now
from alignbench.system.memory import collector_paused

SIDES: tuple[Side, Side] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A version of a document, with the ids that the database knows it and its segments by."""

    id: int
    version: int
    document: Document
    model: str
    members: SegmentIds


def insert_document(
    connection: Connection,
    document: Document,
    beads: Sequence[Bead],
    model: str,
    decisions: Sequence[Decision] = (),
) -> None:
    """Store a document with its links, as its first version, all or nothing.

    They are suggestions, or, with `decisions`, one a bead, what a bilingual file says.

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
        ja = _insert_text(raw, document_id, document.ja)
        en = _insert_text(raw, document_id, document.en)
        version = _insert_version(raw, document_id, ja[0], en[0])
        members = SegmentIds(ja[1], en[1])
        if not hold_each_once(beads, len(ja[1]), len(en[1])):
            raise ValueError("these beads do not hold each segment once")
        insert_links(raw, document_id, version, beads, members, decisions)


def insert_version(
    connection: Connection,
    name: str,
    texts: Mapping[Side, Text],
    beads: Sequence[Bead],
    model: str,
) -> None:
    """Store a new version of a document: those of its texts that are new, and their links.

    A side that is not in `texts` stays as it was. Raises as `insert_document` does, and
    StoreError if there is no such document.
    """
    with connection.transaction() as raw:
        found = find_document(connection, raw, name)
        ids: dict[Side, int] = {"ja": found.ja, "en": found.en}
        segments: dict[Side, Sequence[int]] = {side: segment_ids(raw, ids[side]) for side in SIDES}
        for side, text in texts.items():
            ids[side], segments[side] = _insert_text(raw, found.id, text)
        version = _insert_version(raw, found.id, ids["ja"], ids["en"])
        if not hold_each_once(beads, len(segments["ja"]), len(segments["en"])):
            raise ValueError("these beads do not hold each segment once")
        insert_links(raw, found.id, version, beads, SegmentIds(segments["ja"], segments["en"]))
        raw.execute(
            "UPDATE document SET model = ?, updated = ? WHERE id = ?", (model, now(), found.id)
        )


def _insert_version(raw: sqlite3.Connection, document_id: int, ja: int, en: int) -> int:
    cursor = raw.execute(
        "INSERT INTO version (document_id, number, ja_text_id, en_text_id, created)"
        " SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4 FROM version WHERE document_id = ?1",
        (document_id, ja, en, now()),
    )
    return cast(int, cursor.lastrowid)


def _insert_text(
    raw: sqlite3.Connection, document_id: int, text: Text
) -> tuple[int, Sequence[int]]:
    """Store a text; its id, and those of its segments in order."""
    cursor = raw.execute(
        "INSERT INTO text"
        " (document_id, side, revision, path, sha256, encoding, content, format, left_out)"
        " SELECT ?1, ?2, coalesce(max(revision), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8 FROM text"
        " WHERE document_id = ?1 AND side = ?2",
        (
            document_id, text.side, text.path, text.sha256, text.encoding, text.content,
            text.format, left_out_column(text.left_out),
        ),
    )  # fmt: skip
    text_id = cast(int, cursor.lastrowid)
    insert_rows(
        raw,
        'paragraph (text_id, position, start, "end", kind)',
        "(?, ?, ?, ?, ?)",
        ((text_id, i, p.start, p.end, KIND_NAMES[p.kind]) for i, p in enumerate(text.paragraphs)),
    )
    return text_id, insert_segments(raw, text_id, text.segments)


def load_document(connection: Connection, name: str) -> StoredDocument:
    """The document called `name`, in its newest version that has links.

    Raises StoreError if there is none.
    """
    with connection.snapshot() as raw, collector_paused():
        found = find_document(connection, raw, name)
        ids = segment_ids(raw, found.ja), segment_ids(raw, found.en)
        document = Document(
            name,
            load_text(raw, found.ja, "ja", load_segments(raw, found.ja, ids[0])),
            load_text(raw, found.en, "en", load_segments(raw, found.en, ids[1])),
        )
    return StoredDocument(found.id, found.version, document, found.model, SegmentIds(*ids))


def delete_document(connection: Connection, name: str, settings: Iterable[str] = ()) -> None:
    """Forget a document, every decision about it, and the `settings` of these keys.

    Raises StoreError if there is none.
    """
    with connection.transaction() as raw:
        if not raw.execute("DELETE FROM document WHERE name = ?", (name,)).rowcount:
            raise _missing(connection, name)
        raw.executemany("DELETE FROM setting WHERE key = ?", [(key,) for key in settings])


class FoundDocument(NamedTuple):
    """A document's ids: its own, of the version shown, of the two texts of that; its model."""

    id: int
    model: str
    version: int
    ja: int
    en: int


def find_document(connection: Connection, raw: sqlite3.Connection, name: str) -> FoundDocument:
    """The document called `name`. Raises StoreError if there is none."""
    row = raw.execute(
        "SELECT document.id, model, version.id, ja_text_id, en_text_id FROM document"
        " JOIN shown_version ON shown_version.document_id = document.id"
        " JOIN version USING (document_id, number) WHERE name = ?",
        (name,),
    ).fetchone()
    if row is None:
        raise _missing(connection, name)
    return FoundDocument(*row)


def _missing(connection: Connection, name: str) -> StoreError:
    return StoreError(
        t("There is no document {name} in {path}.", name=repr(name), path=connection.path),
        t("`alignbench status` lists those there are."),
    )


def load_text(
    raw: sqlite3.Connection,
    text_id: int,
    side: Side,
    segments: Sequence[Segment],
    *,
    with_paragraphs: bool = True,
) -> Text:
    """A text with these segments. Raises StoreError if it is missing."""
    row = raw.execute(
        "SELECT content, sha256, encoding, path, format, left_out FROM text WHERE id = ?",
        (text_id,),
    ).fetchone()
    if row is None:
        raise StoreError(
            t("The database is damaged: a text of this document is missing."),
            t("Restore a copy: `alignbench restore` lists those there are."),
        )
    content, sha256, encoding, path, format_, left_out = row
    paragraphs = raw.execute(
        'SELECT start, "end", kind FROM paragraph WHERE text_id = ? AND ? ORDER BY position',
        (text_id, with_paragraphs),
    )
    return Text(
        side=side,
        content=content,
        sha256=sha256,
        encoding=encoding,
        path=path,
        paragraphs=tuple([Paragraph(start, end, KINDS[kind]) for start, end, kind in paragraphs]),
        segments=segments,
        format=format_,
        left_out=left_out_of(left_out),
    )


def counts(connection: Connection, threshold: float) -> list[DocumentSummary]:
    """The numbers of every document by name; links below `threshold` count as doubtful."""
    rows = connection.rows(_COUNTS, threshold)
    return [DocumentSummary(**row) for row in rows]  # type: ignore[arg-type]


_SILENT = ", ".join(f"'{kind}'" for kind in sorted(UNTRANSLATED))
# Per link: how many segments it has, and how many of them Japanese. Whether it says anything is
# looked up for the few that ask it. Doubt is as `domain.doubt.is_doubtful` has it, in the words of
# SQL: to call that for each of 100,000 links takes longer than all the rest.
_COUNTS = f"""
WITH shown AS (
    SELECT version.id, ja_text_id FROM version JOIN shown_version USING (document_id, number)
), held AS (
    SELECT link_id, count(*) AS segments,
        sum(text_id IN (SELECT ja_text_id FROM shown)) AS ja
    FROM link_segment JOIN segment ON segment.id = segment_id GROUP BY link_id
), side AS (
    SELECT link.id, document_id, status, confidence, segments, ja, ja IN (0, segments) AS is_null
    FROM held JOIN link ON link.id = link_id WHERE version_id IN (SELECT id FROM shown)
), flagged AS (
    SELECT document_id, count(*) AS many FROM flag JOIN link ON link.id = link_id
    WHERE version_id IN (SELECT id FROM shown) GROUP BY document_id
), found AS (
    SELECT document_id, count(*) AS many FROM finding JOIN link ON link.id = link_id
    WHERE version_id IN (SELECT id FROM shown) AND status <> 'rejected'
    AND finding.state = 'open' GROUP BY document_id
)
SELECT document.name,
    coalesce(sum(ja) FILTER (WHERE status <> 'rejected'), 0) AS ja_segments,
    coalesce(sum(segments - ja) FILTER (WHERE status <> 'rejected'), 0) AS en_segments,
    count(*) FILTER (WHERE status = 'suggested') AS suggested,
    count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
    count(*) FILTER (WHERE status = 'rejected') AS rejected,
    count(*) FILTER (WHERE status <> 'rejected' AND is_null) AS null_links,
    coalesce(sum(segments) FILTER (WHERE status = 'suggested'), 0) AS open_segments,
    count(*) FILTER (WHERE status = 'suggested' AND (
        confidence IS NULL OR confidence < ?1 OR is_null AND EXISTS (
            SELECT 1 FROM link_segment JOIN segment ON segment.id = segment_id
            WHERE link_id = side.id AND kind NOT IN ({_SILENT})))) AS doubtful,
    coalesce(flagged.many, 0) AS flags,
    coalesce(found.many, 0) AS findings,
    document.updated
FROM document LEFT JOIN side ON side.document_id = document.id
LEFT JOIN flagged ON flagged.document_id = document.id
LEFT JOIN found ON found.document_id = document.id
GROUP BY document.id ORDER BY document.name
"""
