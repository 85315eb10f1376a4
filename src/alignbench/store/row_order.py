"""Links in reading order, told by the database without reading what they are.

The order is that of `domain.links.reading_order`: by Japanese; added English after the link whose
English stands before it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from alignbench.domain.links import reading_order
from alignbench.store.segment_ids import SegmentIds

_STANDS = "+version_id = :version AND +status <> 'rejected'"
_JA = "segment_id BETWEEN :ja_first AND :ja_last"
_LINKED = f"""
SELECT link_id FROM link_segment CROSS JOIN link ON link.id = link_id
WHERE {_JA} AND {_STANDS} ORDER BY segment_id
"""
"""The links with Japanese by their segments, so that one may come again."""
# The link that an added one follows is looked for backwards from it: few are passed.
_ADDED = f"""
WITH added AS (
    SELECT id, (
        SELECT min(segment_id) FROM link_segment
        WHERE link_id = link.id AND segment_id BETWEEN :en_first AND :en_last) AS en
    FROM link WHERE version_id = :version AND status <> 'rejected'
    AND NOT EXISTS (SELECT 1 FROM link_segment WHERE link_id = link.id AND {_JA})
)
SELECT id, (
    SELECT earlier.link_id FROM link_segment AS earlier CROSS JOIN link ON link.id = link_id
    WHERE earlier.segment_id BETWEEN :en_first AND en - 1 AND {_STANDS}
    AND EXISTS (SELECT 1 FROM link_segment AS other WHERE other.link_id = link.id AND {_JA})
    ORDER BY earlier.segment_id DESC LIMIT 1)
FROM added WHERE en IS NOT NULL ORDER BY en
"""


class _Placed(NamedTuple):
    """A link that stands, by where its segments are."""

    id: int
    ja: tuple[int, ...]
    en: tuple[int, ...]


def links_in_order(
    raw: sqlite3.Connection, version: int, ja: Sequence[int], en: Sequence[int]
) -> list[int]:
    """The links of a version that stand, by id; `ja` and `en` are the ids of its segments."""
    if not isinstance(ja, range) or not isinstance(en, range):
        return _ordered_one_by_one(raw, version, ja, en)
    values = {
        "version": version, "ja_first": ja.start, "ja_last": ja.stop - 1,
        "en_first": en.start, "en_last": en.stop - 1,
    }  # fmt: skip
    linked = list(dict.fromkeys([id_ for (id_,) in raw.execute(_LINKED, values)]))
    (many,) = raw.execute(
        "SELECT count(*) FROM link WHERE version_id = ? AND status <> 'rejected'", (version,)
    ).fetchone()
    if many == len(linked):
        return linked
    after: dict[int | None, list[int]] = defaultdict(list)
    for id_, before in raw.execute(_ADDED, values):
        after[before].append(id_)
    ordered = list(after.get(None, ()))
    for id_ in linked:
        ordered.append(id_)
        ordered += after.get(id_, ())
    return ordered


def _ordered_one_by_one(
    raw: sqlite3.Connection, version: int, ja: Sequence[int], en: Sequence[int]
) -> list[int]:
    """What `links_in_order` gives where the ids of a side are no stretch of numbers."""
    held = raw.execute(
        "SELECT link_id, segment_id FROM link CROSS JOIN link_segment ON link_id = link.id"
        " WHERE version_id = ? AND status <> 'rejected'",
        (version,),
    ).fetchall()
    ja_of, en_of = SegmentIds(ja, en).by_link(held)
    placed = [_Placed(id_, ja_of.get(id_, ()), en_of.get(id_, ())) for id_ in {**ja_of, **en_of}]
    return [link.id for link in reading_order(placed)]
