"""What a search compares, folded once for each text and kept beside it.

A text's keys are one string with a line for each segment, so that a search reads one row a text
and looks through it at the speed of memory, for a single character as for a word.
"""

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from alignbench.domain.errors import StoreError
from alignbench.domain.text import Side
from alignbench.store.connection import Connection

Fold = Callable[[Sequence[str]], str]
"""Makes the keys of a text from the views of its segments."""
_TOGETHER = 50
"""Texts whose keys are written in one transaction."""


class SearchedText(NamedTuple):
    """A text of a document that is shown, with the keys of its segments, one a line."""

    document: str
    version: int
    text: int
    side: Side
    keys: str


def searched_texts(
    connection: Connection, side: Side | None, name: str | None, folding: str, fold: Fold
) -> Iterator[SearchedText]:
    """The texts shown, by name of the document, Japanese first; keys that lack are made and kept.

    Where they cannot be kept, as in a project that may not be written, they are made all the same.
    """
    shown = (
        " FROM version JOIN shown_version USING (document_id, number)"
        " JOIN document ON document.id = version.document_id"
        " JOIN text ON text.id IN (ja_text_id, en_text_id)"
        " LEFT JOIN search_key ON search_key.text_id = text.id AND folding = ?3"
        " WHERE (?1 IS NULL OR text.side = ?1) AND (?2 IS NULL OR document.name = ?2)"
    )
    lacking = connection.tuples(
        f"SELECT text.id {shown} AND search_key.text_id IS NULL", side, name, folding
    )
    _keep(connection, [text for (text,) in lacking], folding, fold)
    for document, version, text, its_side, has_keys in connection.tuples(
        "SELECT document.name, version.id, text.id, text.side, search_key.text_id IS NOT NULL"
        f"{shown} ORDER BY document.name, text.side DESC",
        side,
        name,
        folding,
    ):
        keys = _kept(connection, text) if has_keys else fold(_views(connection, text))
        yield SearchedText(document, version, text, its_side, keys)


def linked_views(
    connection: Connection, text: SearchedText, positions: Sequence[int]
) -> list[tuple[int, int, str]]:
    """Position, link and view of segments of a text, in order."""
    # CROSS JOIN and the plus keep SQLite from walking through all links of the version.
    return connection.tuples(
        "SELECT segment.position, link.id, segment.view FROM json_each(?1) AS wanted"
        " CROSS JOIN segment ON segment.text_id = ?2 AND segment.position = wanted.value"
        " CROSS JOIN link_segment ON link_segment.segment_id = segment.id"
        " CROSS JOIN link ON link.id = link_segment.link_id"
        " WHERE +link.version_id = ?3 AND +link.status <> 'rejected' ORDER BY segment.position",
        json.dumps(list(positions)),
        text.text,
        text.version,
    )


def link_views(connection: Connection, links: Sequence[int]) -> list[tuple[int, Side, str]]:
    """Id, side and view of every segment of links of these ids, in order on each side."""
    return connection.tuples(
        "SELECT wanted.value, text.side, segment.view FROM json_each(?1) AS wanted"
        " CROSS JOIN link_segment ON link_segment.link_id = wanted.value"
        " CROSS JOIN segment ON segment.id = link_segment.segment_id"
        " CROSS JOIN text ON text.id = segment.text_id"
        " ORDER BY wanted.key, text.side DESC, segment.position",
        json.dumps(list(links)),
    )


def _kept(connection: Connection, text: int) -> str:
    found = connection.tuples("SELECT keys FROM search_key WHERE text_id = ?", text)
    return str(found[0][0]) if found else ""


def _views(connection: Connection, text: int) -> list[str]:
    found = connection.tuples("SELECT view FROM segment WHERE text_id = ? ORDER BY position", text)
    return [view for (view,) in found]


def _keep(connection: Connection, texts: Sequence[int], folding: str, fold: Fold) -> None:
    if connection.is_read_only:
        return
    with contextlib.suppress(StoreError):
        for first in range(0, len(texts), _TOGETHER):
            keys = [
                (folding, fold(_views(connection, text)), text)
                for text in texts[first : first + _TOGETHER]
            ]
            with connection.transaction() as raw:
                # A text may have been deleted by another window meanwhile.
                raw.executemany(
                    "INSERT OR REPLACE INTO search_key (text_id, folding, keys)"
                    " SELECT id, ?1, ?2 FROM text WHERE id = ?3",
                    keys,
                )
