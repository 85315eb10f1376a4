"""The tables and views as each migration makes them."""

TABLES = """
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    change INTEGER NOT NULL DEFAULT 0,
    model TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;

CREATE TABLE text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('ja', 'en')),
    revision INTEGER NOT NULL DEFAULT 1,
    path TEXT,
    sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (document_id, side, revision)
) STRICT;

CREATE TABLE paragraph (
    id INTEGER PRIMARY KEY,
    text_id INTEGER NOT NULL REFERENCES text(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (text_id, position)
) STRICT;

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    text_id INTEGER NOT NULL REFERENCES text(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    view TEXT NOT NULL,
    cuts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cuts)),
    UNIQUE (text_id, position)
) STRICT;

CREATE TABLE link (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('suggested', 'confirmed', 'rejected')),
    origin TEXT NOT NULL CHECK (origin IN ('aligner', 'hand')),
    confidence REAL CHECK (confidence BETWEEN 0 AND 1),
    note TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX link_document ON link (document_id, status);

CREATE TABLE link_segment (
    link_id INTEGER NOT NULL REFERENCES link(id) ON DELETE CASCADE,
    segment_id INTEGER NOT NULL REFERENCES segment(id) ON DELETE CASCADE,
    PRIMARY KEY (link_id, segment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_segment_segment ON link_segment (segment_id);

CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    link_id INTEGER NOT NULL REFERENCES link(id) ON DELETE CASCADE,
    "check" TEXT NOT NULL,
    ja_start INTEGER, ja_end INTEGER, en_start INTEGER, en_end INTEGER,
    ja_value TEXT NOT NULL DEFAULT '',
    en_value TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    key TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dismissed', 'flagged')),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX finding_link ON finding (link_id);

CREATE TABLE flag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    link_id INTEGER NOT NULL REFERENCES link(id) ON DELETE CASCADE,
    type TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('neutral', 'minor', 'major', 'critical')),
    ja_start INTEGER, ja_end INTEGER, en_start INTEGER, en_end INTEGER,
    comment TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open'
) STRICT;
CREATE INDEX flag_link ON flag (link_id);

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    ja TEXT NOT NULL,
    en TEXT NOT NULL,
    forbidden INTEGER NOT NULL DEFAULT 0 CHECK (forbidden IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (ja, en)
) STRICT;

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    forward TEXT NOT NULL CHECK (json_valid(forward)),
    inverse TEXT NOT NULL CHECK (json_valid(inverse)),
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX event_document ON event (document_id, state, id);

CREATE TABLE vector (
    model TEXT NOT NULL,
    hash TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (model, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

DISMISSAL = """
CREATE TABLE dismissal (
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    "check" TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (document_id, key)
) STRICT, WITHOUT ROWID
"""

PROPOSAL = """
CREATE TABLE proposal (
    link_id INTEGER PRIMARY KEY REFERENCES link(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'refused'))
) STRICT
"""

SEARCH_KEY = """
CREATE TABLE search_key (
    text_id INTEGER PRIMARY KEY REFERENCES text(id) ON DELETE CASCADE,
    folding TEXT NOT NULL,
    keys TEXT NOT NULL
) STRICT
"""
"""Made from a text's views when it is first searched: rows may be missing."""

VIEWS = {
    "pair": """
        SELECT link.id AS link, document.name AS document, link.status, link.origin,
            link.confidence,
            (SELECT group_concat(view, '') FROM (
                SELECT view FROM link_segment JOIN segment ON segment.id = segment_id
                JOIN text ON text.id = text_id
                WHERE link_id = link.id AND side = 'ja' ORDER BY segment.position)) AS ja,
            (SELECT group_concat(view, ' ') FROM (
                SELECT view FROM link_segment JOIN segment ON segment.id = segment_id
                JOIN text ON text.id = text_id
                WHERE link_id = link.id AND side = 'en' ORDER BY segment.position)) AS en,
            link.note
        FROM link JOIN document ON document.id = document_id
        WHERE link.status <> 'rejected'
    """,
    "open_finding": """
        SELECT finding.*, document.name AS document
        FROM finding JOIN link ON link.id = link_id JOIN document ON document.id = document_id
        WHERE finding.state = 'open' AND link.status <> 'rejected'
    """,
    "ledger": """
        SELECT document.name AS document, text.side, segment.position, segment.kind, segment.view,
            link.id AS link,
            CASE
                WHEN link.status <> 'confirmed' THEN 'open'
                WHEN EXISTS (
                    SELECT 1 FROM link_segment AS other
                    JOIN segment AS its ON its.id = other.segment_id
                    WHERE other.link_id = link.id AND its.text_id <> segment.text_id
                ) THEN 'confirmed'
                WHEN text.side = 'ja' THEN 'omitted'
                ELSE 'added'
            END AS state
        FROM segment
        JOIN text ON text.id = segment.text_id
        JOIN document ON document.id = text.document_id
        JOIN link_segment ON link_segment.segment_id = segment.id
        JOIN link ON link.id = link_segment.link_id AND link.status <> 'rejected'
    """,
}

VERSIONS = """
CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    ja_text_id INTEGER NOT NULL REFERENCES text(id) ON DELETE CASCADE,
    en_text_id INTEGER NOT NULL REFERENCES text(id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    UNIQUE (document_id, number)
) STRICT;

ALTER TABLE link ADD COLUMN version_id INTEGER REFERENCES version(id) ON DELETE CASCADE;
CREATE INDEX link_version ON link (version_id, status);
ALTER TABLE link ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE link ADD COLUMN decided_at TEXT NOT NULL DEFAULT '';

ALTER TABLE event ADD COLUMN version_id INTEGER REFERENCES version(id) ON DELETE CASCADE;
CREATE INDEX event_version ON event (version_id, state, id);

ALTER TABLE text ADD COLUMN format TEXT NOT NULL DEFAULT 'text';
ALTER TABLE text ADD COLUMN left_out TEXT NOT NULL DEFAULT '';

ALTER TABLE segment ADD COLUMN runs TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN location TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN placeholders TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN readings TEXT NOT NULL DEFAULT '';
"""
"""A document version is a pair of texts; links and events belong to one. A segment keeps the map
from its view to the content, and where in its file it stands (`store.segment_columns`)."""

VERSION_VIEWS = {
    "shown_version": """
        SELECT document_id, coalesce(
            max(number) FILTER (WHERE EXISTS (SELECT 1 FROM link WHERE version_id = version.id)),
            max(number)) AS number
        FROM version GROUP BY document_id
    """,
    "pair": """
        SELECT link.id AS link, document.name AS document, link.status, link.origin,
            link.confidence,
            (SELECT group_concat(view, '') FROM (
                SELECT view FROM link_segment JOIN segment ON segment.id = segment_id
                JOIN text ON text.id = text_id
                WHERE link_id = link.id AND side = 'ja' ORDER BY segment.position)) AS ja,
            (SELECT group_concat(view, ' ') FROM (
                SELECT view FROM link_segment JOIN segment ON segment.id = segment_id
                JOIN text ON text.id = text_id
                WHERE link_id = link.id AND side = 'en' ORDER BY segment.position)) AS en,
            link.note, link.decided_by, link.decided_at
        FROM link JOIN document ON document.id = link.document_id
        JOIN version ON version.id = link.version_id
        JOIN shown_version USING (document_id, number)
        WHERE link.status <> 'rejected'
    """,
    "open_finding": """
        SELECT finding.*, document.name AS document
        FROM finding JOIN link ON link.id = link_id
        JOIN document ON document.id = link.document_id
        JOIN version ON version.id = link.version_id
        JOIN shown_version USING (document_id, number)
        WHERE finding.state = 'open' AND link.status <> 'rejected'
    """,
    "ledger": """
        SELECT document.name AS document, text.side, segment.position, segment.kind, segment.view,
            link.id AS link,
            CASE
                WHEN link.status <> 'confirmed' THEN 'open'
                WHEN EXISTS (
                    SELECT 1 FROM link_segment AS other
                    JOIN segment AS its ON its.id = other.segment_id
                    WHERE other.link_id = link.id AND its.text_id <> segment.text_id
                ) THEN 'confirmed'
                WHEN text.side = 'ja' THEN 'omitted'
                ELSE 'added'
            END AS state
        FROM version JOIN shown_version USING (document_id, number)
        JOIN document ON document.id = version.document_id
        JOIN link ON link.version_id = version.id AND link.status <> 'rejected'
        JOIN link_segment ON link_segment.link_id = link.id
        JOIN segment ON segment.id = link_segment.segment_id
        JOIN text ON text.id = segment.text_id
    """,
}
"""The views as they are from m003 on: of the newest version of each document that has links."""
