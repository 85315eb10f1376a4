"""How the parts of a segment and of a text are written into columns, and read from them.

What most segments lack is an empty text, so that a long document is read without parsing any.
"""

import json
from collections.abc import Iterable, Sequence

from alignbench.domain.text import (
    NOWHERE,
    LeftOut,
    Location,
    Placeholder,
    PlaceholderKind,
    Reading,
    Segment,
    Span,
)

Columns = tuple[str, str, str, str, str]
"""Cuts, runs, location, placeholders and readings of a segment."""
AS_IT_STANDS = ""
"""Runs of a segment whose view is its stretch of the content, character by character."""


def columns_of(segment: Segment) -> Columns:
    """What is written for a segment."""
    if not (segment.cuts or segment.placeholders or segment.readings) and (
        segment.location is NOWHERE
    ):
        return "[]", runs_column(segment.start, segment.end, segment.runs), "", "", ""
    return (
        _json([[cut.start, cut.end] for cut in segment.cuts]) or "[]",
        runs_column(segment.start, segment.end, segment.runs),
        _location_column(segment.location),
        _json([[p.start, p.end, p.kind, p.source] for p in segment.placeholders]),
        _json([[r.start, r.end, r.reading] for r in segment.readings]),
    )


def parts_of(
    start: int, end: int, columns: Sequence[str]
) -> tuple[
    tuple[Span, ...], tuple[Span, ...], Location, tuple[Placeholder, ...], tuple[Reading, ...]
]:
    """Cuts, runs, location, placeholders and readings, from what was written."""
    cuts, runs, location, placeholders, readings = columns
    if cuts == "[]" and not (location or placeholders or readings):
        return (), _runs(runs) if runs else (Span(start, end),), NOWHERE, (), ()
    return (
        () if cuts == "[]" else tuple(Span(*cut) for cut in json.loads(cuts)),
        _runs(runs) if runs else (Span(start, end),),
        _location(location) if location else NOWHERE,
        tuple(
            Placeholder(first, last, PlaceholderKind(kind), source)
            for first, last, kind, source in json.loads(placeholders)
        )
        if placeholders
        else (),
        tuple(Reading(*each) for each in json.loads(readings)) if readings else (),
    )


def runs_column(start: int, end: int, runs: Iterable[Span]) -> str:
    """The view's map as offset and length of each run, one after another."""
    listed = tuple(runs)
    if len(listed) == 1 and (listed[0].start, listed[0].end) == (start, end):
        return AS_IT_STANDS
    return _json([number for run in listed for number in (run.start, run.end - run.start)]) or "[]"


def left_out_column(left_out: Iterable[LeftOut]) -> str:
    """What no segment shows, as it is written for a text."""
    return _json([[each.what, each.count, each.sample, each.characters] for each in left_out])


def left_out_of(column: str) -> tuple[LeftOut, ...]:
    """What no segment shows, from what was written."""
    return tuple(LeftOut(*each) for each in json.loads(column)) if column else ()


def _runs(column: str) -> tuple[Span, ...]:
    numbers = json.loads(column)
    return tuple(
        Span(start, start + size) for start, size in zip(numbers[::2], numbers[1::2], strict=True)
    )


def _location_column(location: Location) -> str:
    if location == NOWHERE:
        return ""
    said = {
        "part": location.part, "page": location.page, "cell": location.cell,
        "time": location.time, "footnote_of": location.footnote_of,
    }  # fmt: skip
    return _json({name: value for name, value in said.items() if value})


def _location(column: str) -> Location:
    said = json.loads(column)
    time = said.pop("time", None)
    return Location(**said, time=(time[0], time[1]) if time else None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
