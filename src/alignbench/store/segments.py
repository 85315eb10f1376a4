"""Segments in and out of the database."""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence

from alignbench.domain.segment_table import SegmentTable, SomeSegments
from alignbench.domain.text import NOWHERE, Kind, Segment
from alignbench.store.bulk import insert_rows
from alignbench.store.segment_columns import AS_IT_STANDS, columns_of, parts_of

KINDS = {str(kind): kind for kind in Kind}
"""Quicker than `Kind(name)`, which tells in a document of 100,000 segments."""
KIND_NAMES = {kind: str(kind.value) for kind in Kind}
"""Plain strings: what is none, as a member of `Kind`, sqlite3 first looks up how to adapt."""
_COLUMNS = 'id, text_id, position, paragraph, start, "end", kind, view'
_MARKS = "?, ?, ?, ?, ?, ?, ?, ?"
_REST = ", cuts, runs, location, placeholders, readings"
"""Columns that are as the table has them by default where all segments of a text are plain."""
_IS_MARKED = (
    "(runs <> '' OR location <> '' OR cuts <> '[]' OR placeholders <> '' OR readings <> '')"
)
_PLAIN = ("[]", AS_IT_STANDS, "", "", "")


def insert_segments(
    raw: sqlite3.Connection, text_id: int, segments: Sequence[Segment]
) -> Sequence[int]:
    """Store the segments of a text; their ids in order."""
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM segment").fetchone()
    first = enumerate(segments, last + 1)
    if all(map(_is_plain, segments)):
        rows = (_row(id_, id_ - last - 1, text_id, each) for id_, each in first)
        insert_rows(raw, f"segment ({_COLUMNS})", f"({_MARKS})", rows)
    else:
        rows = (
            (*_row(id_, id_ - last - 1, text_id, each), *columns_of(each)) for id_, each in first
        )
        insert_rows(raw, f"segment ({_COLUMNS}{_REST})", f"({_MARKS}{', ?' * 5})", rows)
    return range(last + 1, last + 1 + len(segments))


def _row(id_: int, at: int, text_id: int, segment: Segment) -> tuple[object, ...]:
    kind = KIND_NAMES[segment.kind]
    return (
        id_, text_id, at, segment.paragraph, segment.start, segment.end, kind, segment.view,
    )  # fmt: skip


def _is_plain(segment: Segment) -> bool:
    runs = segment.runs
    return (
        len(runs) == 1
        and (runs[0].start, runs[0].end) == (segment.start, segment.end)
        and segment.location is NOWHERE
        and not (segment.cuts or segment.placeholders or segment.readings)
    )


def segment_ids(raw: sqlite3.Connection, text_id: int) -> Sequence[int]:
    """The ids of a text's segments, in order of position: a range wherever they are one."""
    first, last, many = raw.execute(
        "SELECT min(id - position), max(id - position), count(*) FROM segment WHERE text_id = ?",
        (text_id,),
    ).fetchone()
    if first == last:
        return range(first or 0, (first or 0) + many)
    rows = raw.execute("SELECT id FROM segment WHERE text_id = ? ORDER BY position", (text_id,))
    return tuple([row[0] for row in rows])


def load_segments(raw: sqlite3.Connection, text_id: int, ids: Sequence[int]) -> SegmentTable:
    """The segments of a text, made when they are asked for; `ids` are theirs in order."""
    rows = raw.execute(
        f'SELECT start, "end", paragraph, kind, view, {_IS_MARKED} FROM {_in_order(ids)}',
        (text_id,),
    ).fetchall()
    starts, ends, paragraphs, kinds, views, marked = zip(*rows, strict=True) if rows else ((),) * 6
    del rows
    columns: dict[int, tuple[str, ...]] = {}
    if any(marked):  # What few segments have is read of those alone.
        columns = {
            at: rest
            for at, *rest in raw.execute(
                "SELECT position, cuts, runs, location, placeholders, readings FROM segment"
                f" WHERE text_id = ? AND {_IS_MARKED}",
                (text_id,),
            )
        }
    start, end, kind = array("q", starts), array("q", ends), [KINDS[each] for each in kinds]
    paragraph = array("q", paragraphs)

    def make(at: int) -> Segment:
        first, last = start[at], end[at]
        parts = parts_of(first, last, columns.get(at, _PLAIN))
        return Segment(first, last, kind[at], paragraph[at], views[at], *parts)

    return SegmentTable(kind, paragraph, views, make, sorted(columns))


def load_some_segments(
    raw: sqlite3.Connection, text_id: int, positions: Iterable[int], length: int
) -> SomeSegments:
    """The segments of a text at these positions; the text has `length` of them."""
    rows = raw.execute(
        'SELECT position, start, "end", paragraph, kind, view,'
        " cuts, runs, location, placeholders, readings"
        " FROM json_each(?2) AS wanted"
        " CROSS JOIN segment ON text_id = ?1 AND position = wanted.value",
        (text_id, json.dumps(sorted(positions))),
    )
    return SomeSegments(
        {
            at: Segment(start, end, KINDS[kind], paragraph, view, *parts_of(start, end, columns))
            for at, start, end, paragraph, kind, view, *columns in rows
        },
        length,
    )


def _in_order(ids: Sequence[int]) -> str:
    """The segments of the text ?1 in order of position, as a part of a query."""
    if isinstance(ids, range) and ids:
        # As they lie in the file: the index of positions leads to each of them singly.
        return f"segment WHERE id BETWEEN {ids[0]} AND {ids[-1]} AND +text_id = ?1 ORDER BY id"
    return "segment WHERE text_id = ?1 ORDER BY position"
