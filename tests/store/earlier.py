"""A database as version 0.1.0 left it, with a document that someone has worked on."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from alignbench.store import migrations

JA = "橋は東《ひがし》に\nある。\n柳が揺れる。\n"
EN = "The bridge lies\nto the east. Willows sway.\n"
SEGMENTS = (
    ("ja", 0, 13, "橋は東にある。"),
    ("ja", 14, 20, "柳が揺れる。"),
    ("en", 0, 28, "The bridge lies to the east."),
    ("en", 29, 42, "Willows sway."),
)


def link(id_: int, at: int, status: str, revision: int, note: str = "") -> dict[str, object]:
    """A link as the log has it."""
    return {
        "id": id_, "ja": [at], "en": [at], "status": status, "origin": "aligner",
        "confidence": 0.9, "note": note, "revision": revision,
    }  # fmt: skip


def write(path: Path) -> None:
    """Write the database: hana has confirmed the second link, and noted something on the first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("CREATE TABLE migration (name TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT")
        for migration in migrations.MIGRATIONS[:2]:
            migration(raw)
            raw.execute("INSERT INTO migration VALUES (?, '2026-01-01')", (migration.__name__,))
        raw.execute("INSERT INTO document VALUES (1, 'bridge', 2, 'bundled-3', 'then', 'later')")
        for id_, side, content in ((1, "ja", JA), (2, "en", EN)):
            raw.execute(
                "INSERT INTO text VALUES (?, 1, ?, 1, NULL, 'abc', 'utf-8', ?)",
                (id_, side, content),
            )
            raw.execute("INSERT INTO paragraph VALUES (?, ?, 0, 0, 19, 'sentence')", (id_, id_))
        for id_, (side, start, end, view) in enumerate(SEGMENTS, 1):
            raw.execute(
                "INSERT INTO segment VALUES (?, ?, ?, 0, ?, ?, 'sentence', ?, '[]')",
                (id_, 1 if side == "ja" else 2, (id_ - 1) % 2, start, end, view),
            )
        raw.execute("INSERT INTO link VALUES (1, 1, 'suggested', 'aligner', 0.9, 'why east', 2)")
        raw.execute("INSERT INTO link VALUES (2, 1, 'confirmed', 'aligner', 0.9, '', 1)")
        raw.executemany("INSERT INTO link_segment VALUES (?, ?)", [(1, 1), (1, 3), (2, 2), (2, 4)])
        for at, label, before, after in (
            ("2026-02-01", "Confirmed", link(2, 1, "suggested", 0), link(2, 1, "confirmed", 1)),
            ("2026-02-02", "Noted", link(1, 0, "suggested", 0),
             link(1, 0, "suggested", 2, "why east")),
        ):  # fmt: skip
            raw.execute(
                "INSERT INTO event (document_id, at, who, name, label, forward, inverse)"
                " VALUES (1, ?, 'hana', 'alter', ?, ?, ?)",
                (at, label, _state(after), _state(before)),
            )


def add_revision(path: Path) -> None:
    """A second English text, as a half-made feature of that time might have left it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("INSERT INTO text VALUES (3, 1, 'en', 2, NULL, 'abc', 'utf-8', ?)", (EN,))
        raw.execute("INSERT INTO segment VALUES (5, 3, 0, 0, 0, 28, 'sentence', 'It lies.', '[]')")


def _state(one: dict[str, object]) -> str:
    return json.dumps({"links": [one], "flags": []})
