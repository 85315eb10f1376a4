"""A few rows of a document, read without the others: a document may have 100,000."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, reading_order
from alignbench.domain.text import Document
from alignbench.store.connection import Connection
from alignbench.store.documents import StoredDocument, find_document, load_text
from alignbench.store.links import load_flags, load_links
from alignbench.store.segment_ids import SegmentIds
from alignbench.store.segments import load_some_segments, segment_ids
from alignbench.system.memory import collector_paused

Choice = Callable[[Sequence[int], Sequence[Flag]], Iterable[int]]
"""Chooses rows, from 0, given the links of all rows by id and the flags of the document."""


@dataclass(frozen=True, slots=True)
class SelectedRows:
    """Rows of a document that were asked for, by their numbers from 0 in reading order.

    The texts of `stored` have the segments of these rows alone.
    """

    stored: StoredDocument
    links: dict[int, Link]
    flags: tuple[Flag, ...]
    """All flags of the document."""
    count: int
    """How many rows the document has."""


class _Placed(NamedTuple):
    """A link that stands, by where its segments are."""

    id: int
    ja: tuple[int, ...]
    en: tuple[int, ...]


def load_rows(connection: Connection, name: str, choice: Choice) -> SelectedRows:
    """The chosen rows of the document called `name`. Raises StoreError if there is none."""
    with connection.snapshot() as raw, collector_paused():
        found = find_document(connection, raw, name)
        ids = segment_ids(raw, found.ja), segment_ids(raw, found.en)
        members = SegmentIds(*ids)
        order = _order(raw, found.version, members)
        flags = load_flags(raw, found.version)
        wanted = {order[row]: row for row in choice(order, flags) if 0 <= row < len(order)}
        read = load_links(raw, found.version, members, list(wanted))
        links = {wanted[link.id]: link for link in read}
        ja = {at for link in read for at in link.ja}
        en = {at for link in read for at in link.en}
        document = Document(
            name,
            load_text(raw, found.ja, "ja", load_some_segments(raw, found.ja, ja, len(ids[0]))),
            load_text(raw, found.en, "en", load_some_segments(raw, found.en, en, len(ids[1]))),
        )
    stored = StoredDocument(found.id, found.version, document, found.model, members)
    return SelectedRows(stored, dict(sorted(links.items())), tuple(flags), len(order))


def _order(raw: sqlite3.Connection, version_id: int, members: SegmentIds) -> list[int]:
    """The links that stand, by id, in reading order."""
    held = raw.execute(
        "SELECT link_id, segment_id FROM link CROSS JOIN link_segment ON link_id = link.id"
        " WHERE version_id = ? AND status <> 'rejected'",
        (version_id,),
    ).fetchall()
    ja, en = members.by_link(held)
    placed = [_Placed(id_, ja.get(id_, ()), en.get(id_, ())) for id_ in {**ja, **en}]
    return [link.id for link in reading_order(placed)]
