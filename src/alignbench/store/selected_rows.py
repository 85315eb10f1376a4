"""A few rows of a document, read without the others: a document may have 100,000."""

from dataclasses import dataclass

from alignbench.domain.flags import Flag
from alignbench.domain.links import Link
from alignbench.domain.text import Document
from alignbench.store.connection import Connection
from alignbench.store.documents import StoredDocument, find_document, load_text
from alignbench.store.links import load_flags, load_links
from alignbench.store.row_order import links_in_order
from alignbench.store.segment_ids import SegmentIds
from alignbench.store.segments import load_some_segments, segment_ids
from alignbench.system.memory import collector_paused


@dataclass(frozen=True, slots=True)
class SelectedRows:
    """Rows of a document that were asked for, by their numbers from 0 in reading order.

    The texts of `stored` have the segments of these rows alone, and no paragraphs.
    """

    stored: StoredDocument
    links: dict[int, Link]
    flags: tuple[Flag, ...]
    """All flags of the document."""
    count: int
    """How many rows the document has."""


def load_rows(connection: Connection, name: str, number: int | None) -> SelectedRows:
    """The row of this number of a document, or, where that is None, all rows with flags.

    Raises StoreError if there is no document called `name`.
    """
    with connection.snapshot() as raw, collector_paused():
        found = find_document(connection, raw, name)
        ids = segment_ids(raw, found.ja), segment_ids(raw, found.en)
        members = SegmentIds(*ids)
        order = links_in_order(raw, found.version, *ids)
        flags = load_flags(raw, found.version)
        flagged = {flag.link_id for flag in flags}
        wanted = {
            link: at
            for at, link in enumerate(order)
            if (link in flagged if number is None else at == number)
        }
        read = load_links(raw, found.version, members, list(wanted))
        links = {wanted[link.id]: link for link in read}
        ja = {at for link in read for at in link.ja}
        en = {at for link in read for at in link.en}
        ja_text = load_some_segments(raw, found.ja, ja, len(ids[0]))
        en_text = load_some_segments(raw, found.en, en, len(ids[1]))
        document = Document(
            name,
            load_text(raw, found.ja, "ja", ja_text, with_paragraphs=False),
            load_text(raw, found.en, "en", en_text, with_paragraphs=False),
        )
    stored = StoredDocument(found.id, found.version, document, found.model, members)
    return SelectedRows(stored, dict(sorted(links.items())), tuple(flags), len(order))
