"""Links and flags in and out of the database, and the one way to change them."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import cast

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Bead, Decision, Link, Origin, Status
from alignbench.domain.proposals import Proposal
from alignbench.domain.quick_values import quick_maker
from alignbench.domain.text import Span
from alignbench.store.bulk import insert_rows
from alignbench.store.events import State
from alignbench.store.segment_ids import SegmentIds

Owner = tuple[int, int]
"""The document and the version of it that links belong to, by id."""
_STATUS = {str(each): each for each in Status}
_ORIGIN = {str(each): each for each in Origin}
"""Quicker than `Status(name)`, which tells in a document of 100,000 links."""
_link = quick_maker(Link)


def insert_links(
    raw: sqlite3.Connection,
    document_id: int,
    version_id: int,
    beads: Sequence[Bead],
    members: SegmentIds,
    decisions: Sequence[Decision] = (),
) -> None:
    """Store the first links of a version of a document: suggestions of the aligner.

    With `decisions`, one a bead, they are links that a file brought instead.
    """
    first, _ = next_ids(raw)
    if decisions:
        insert_rows(
            raw,
            "link (id, document_id, version_id, status, origin, confidence, note, decided_by,"
            " decided_at)",
            "(?, ?, ?, ?, 'hand', 1.0, ?, ?, ?)",
            (
                (id_, document_id, version_id, each.status, each.note, each.decided_by,
                 each.decided_at)
                for id_, each in enumerate(decisions, first)
            ),
        )  # fmt: skip
        _insert_members(raw, first, beads, members)
        return
    insert_rows(
        raw,
        "link (id, document_id, version_id, status, origin, confidence)",
        "(?, ?, ?, 'suggested', 'aligner', ?)",
        (
            (id_, document_id, version_id, min(1.0, max(0.0, bead.confidence)))
            for id_, bead in enumerate(beads, first)
        ),
    )
    _insert_members(raw, first, beads, members)


def _insert_members(
    raw: sqlite3.Connection, first: int, beads: Sequence[Bead], members: SegmentIds
) -> None:
    insert_rows(
        raw,
        "link_segment (link_id, segment_id)",
        "(?, ?)",
        (
            (id_, segment)
            for id_, bead in enumerate(beads, first)
            for segment in sorted(members.of(bead))
        ),
    )


def hold_each_once(beads: Sequence[Bead], ja: int, en: int) -> bool:
    """Whether beads hold each of `ja` Japanese and `en` English segments once."""
    return sorted(at for bead in beads for at in bead.ja) == list(range(ja)) and sorted(
        at for bead in beads for at in bead.en
    ) == list(range(en))


def load_links(
    raw: sqlite3.Connection,
    version_id: int,
    members: SegmentIds,
    only: Sequence[int] | None = None,
) -> list[Link]:
    """The links of a version, the rejected ones too, by id; `only` those of these ids."""
    which, values = _which("link", only), _values(version_id, only)
    held = "link_segment JOIN link ON link.id = link_id"
    if only is not None:
        held = "link CROSS JOIN link_segment ON link.id = link_id"
    ja, en = members.by_link(
        raw.execute(f"SELECT link_id, segment_id FROM {held} WHERE {which}", values).fetchall()
    )
    proposals = {
        id_: Proposal(*said)
        for id_, *said in raw.execute(
            "SELECT link_id, text, author, at, state FROM proposal JOIN link ON link.id = link_id"
            f" WHERE {which}",
            values,
        )
    }
    rows = raw.execute(
        "SELECT id, status, origin, confidence, note, revision, decided_by, decided_at FROM link"
        f" WHERE {which} ORDER BY id",
        values,
    ).fetchall()
    return [
        _link(
            id_, ja.get(id_, ()), en.get(id_, ()), _STATUS[status], _ORIGIN[origin], confidence,
            note, revision, by, at, proposals.get(id_),
        )
        for id_, status, origin, confidence, note, revision, by, at in rows
    ]  # fmt: skip


def load_flags(
    raw: sqlite3.Connection, version_id: int, only: Sequence[int] | None = None
) -> list[Flag]:
    """The flags of a version, by id; `only` those of these ids."""
    rows = raw.execute(
        "SELECT flag.id, link_id, type, severity, comment, ja_start, ja_end, en_start, en_end,"
        " author, at, state FROM flag JOIN link ON link.id = link_id"
        f" WHERE {_which('flag', only)} ORDER BY flag.id",
        _values(version_id, only),
    )
    return [
        Flag(
            id_, link_id, type_, Severity(severity), comment, _span(ja_start, ja_end),
            _span(en_start, en_end), author, at, state,
        )
        for id_, link_id, type_, severity, comment, ja_start, ja_end, en_start, en_end,
            author, at, state in rows
    ]  # fmt: skip


def _which(table: str, ids: Sequence[int] | None) -> str:
    if ids is None:
        return "version_id = ?"
    # One JSON array and not a mark for each id: SQLite limits how many values a query may bind.
    # The plus keeps it from walking through the whole document to find a few ids.
    return f"+version_id = ? AND {table}.id IN (SELECT value FROM json_each(?))"


def _values(version_id: int, ids: Sequence[int] | None) -> tuple[object, ...]:
    return (version_id,) if ids is None else (version_id, json.dumps(list(ids)))


def _span(start: object, end: object) -> Span | None:
    return None if start is None else Span(cast(int, start), cast(int, end))


def next_ids(raw: sqlite3.Connection) -> tuple[int, int]:
    """The ids that the next link and the next flag will have. No id is ever used twice."""
    used = dict(raw.execute("SELECT name, seq FROM sqlite_sequence"))
    return used.get("link", 0) + 1, used.get("flag", 0) + 1


def replace_state(
    raw: sqlite3.Connection,
    owner: Owner,
    members: SegmentIds,
    before: State,
    after: State,
) -> None:
    """Put `after` where `before` was. The caller has checked that `before` is what there is."""
    kept = {link.id for link in after.links}
    kept_flags = {flag.id for flag in after.flags}
    for flag in before.flags:
        if flag.id not in kept_flags:
            raw.execute("DELETE FROM flag WHERE id = ?", (flag.id,))
    old = {link.id for link in before.links}
    for link in after.links:
        values = (
            link.status, link.origin, link.confidence, link.note, link.revision, link.decided_by,
            link.decided_at, link.id,
        )  # fmt: skip
        if link.id in old:
            raw.execute("DELETE FROM link_segment WHERE link_id = ?", (link.id,))
            raw.execute(
                "UPDATE link SET status = ?, origin = ?, confidence = ?, note = ?, revision = ?,"
                " decided_by = ?, decided_at = ? WHERE id = ?",
                values,
            )
        else:
            raw.execute(
                "INSERT INTO link (status, origin, confidence, note, revision, decided_by,"
                " decided_at, id, document_id, version_id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, *owner),
            )
        _join(raw, link.id, members.of(link))
        _put_proposal(raw, link)
    for flag in after.flags:
        _put_flag(raw, flag)
    for link in before.links:
        if link.id not in kept:
            raw.execute("DELETE FROM link WHERE id = ?", (link.id,))


def are_linked_once(raw: sqlite3.Connection, version_id: int, segments: Iterable[int]) -> bool:
    """Whether each of these segments is in exactly one link of a version that stands."""
    # CROSS JOIN and the plus keep SQLite from walking through all links of the version.
    (strays,) = raw.execute(
        "SELECT count(*) FROM json_each(?) WHERE 1 <> (SELECT count(*) FROM link_segment"
        " CROSS JOIN link ON link.id = link_id WHERE segment_id = value AND +version_id = ?"
        " AND +status <> 'rejected')",
        (json.dumps(list(segments)), version_id),
    ).fetchone()
    return int(strays) == 0


def _join(raw: sqlite3.Connection, link_id: int, segments: Iterable[int]) -> None:
    raw.executemany(
        "INSERT INTO link_segment (link_id, segment_id) VALUES (?, ?)",
        ((link_id, segment) for segment in segments),
    )


def _put_proposal(raw: sqlite3.Connection, link: Link) -> None:
    raw.execute("DELETE FROM proposal WHERE link_id = ?", (link.id,))
    if (said := link.proposal) is not None:
        raw.execute(
            "INSERT INTO proposal (link_id, text, author, at, state) VALUES (?, ?, ?, ?, ?)",
            (link.id, said.text, said.author, said.at, said.state),
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
