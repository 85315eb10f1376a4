"""Dismissed findings, which people decided, and findings as last made, which checks made."""

import sqlite3
from collections.abc import Iterable

from alignbench.domain.findings import Dismissal, Finding
from alignbench.messages.message import stored
from alignbench.store.events import State

Standing = tuple[int, Finding, str, str]
"""A finding as it stands: link id, finding, key, reason for its dismissal or an empty text."""


def load_dismissals(raw: sqlite3.Connection, document_id: int) -> list[Dismissal]:
    """Every dismissal of a document, by key."""
    rows = raw.execute(
        'SELECT key, "check", reason, author, at FROM dismissal WHERE document_id = ? ORDER BY key',
        (document_id,),
    )
    return [Dismissal(*row) for row in rows]


def replace_dismissals(
    raw: sqlite3.Connection, document_id: int, before: State, after: State
) -> None:
    """Put the dismissals of `after` where those of `before` were."""
    raw.executemany(
        "DELETE FROM dismissal WHERE document_id = ? AND key = ?",
        ((document_id, each.key) for each in before.dismissals),
    )
    raw.executemany(
        'INSERT OR REPLACE INTO dismissal (document_id, key, "check", reason, author, at)'
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (document_id, each.key, each.check, each.reason, each.author, each.at)
            for each in after.dismissals
        ),
    )


def replace_findings(
    raw: sqlite3.Connection, version_id: int, findings: Iterable[Standing]
) -> None:
    """Keep what the checks say now, for lists of documents and for other tools to read.

    This is no decision: it can be made again at any time, and has no event.
    """
    raw.execute(
        "DELETE FROM finding WHERE link_id IN (SELECT id FROM link WHERE version_id = ?)",
        (version_id,),
    )
    raw.executemany(
        'INSERT INTO finding (link_id, "check", ja_start, ja_end, en_start, en_end, ja_value,'
        " en_value, message, key, state, reason)"
        " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12"
        " WHERE EXISTS (SELECT 1 FROM link WHERE id = ?1)",
        (
            (
                link_id, finding.check,
                finding.ja and finding.ja.start, finding.ja and finding.ja.end,
                finding.en and finding.en.start, finding.en and finding.en.end,
                finding.ja_value, finding.en_value, stored(finding.message), key,
                "dismissed" if reason else "open", reason,
            )
            for link_id, finding, key, reason in findings
        ),
    )  # fmt: skip
