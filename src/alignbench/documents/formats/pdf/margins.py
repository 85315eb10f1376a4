"""Where the lines of a PDF's columns begin and end."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from alignbench.documents.formats.pdf.lines import Line

INDENT, HANGING = 1.3, 3.5
"""Ems by which the lines stand out from the first lines: usually, and at the most."""
MEASURE = 15
"""Ems that a column set to a measure is wide at the least."""
SHARED = 0.2
"""Of the pages that must begin at a margin, for it to be that of a page of first lines."""
SET_LINES = 3
SET_SHARE = 0.2
"""Lines of a column that end together where it is set to a measure."""

Edges = dict[tuple[int, int], tuple[float, float]]
"""Start and end of the lines, by page and column."""


def edges_of(lines: Sequence[Line], body: float) -> Edges:
    """Where the lines of each column of each page begin and end; a heading may hang out."""
    found: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        found.setdefault((line.page, line.column), []).append(line)
    edges: Edges = {}
    set_ends: dict[int, list[float]] = {}
    for key, group in found.items():
        inside = [line for line in group if abs(line.size - body) < 0.12 * body] or group
        edges[key] = _start(inside, body), max(line.end for line in inside)
        end = _set_end(inside, edges[key][0], body)
        if end is not None:
            edges[key] = edges[key][0], end
            set_ends.setdefault(key[1], []).append(end)
    # A page may hold nothing but first lines: then its margin is that of the other pages.
    starts = Counter((column, round(start)) for (_, column), (start, _) in edges.items())
    pages = Counter(column for _, column in edges)
    for (page, column), (start, end) in list(edges.items()):
        size = found[page, column][0].size
        if _goes_on_at(found[page, column], start, end):
            continue
        like = [
            s
            for (c, s), count in starts.items()
            if c == column and 0.5 < start - s < 2.5 * size and count >= SHARED * pages[column]
        ]
        ends = set_ends.get(column) or [e for (_, c), (_, e) in edges.items() if c == column]
        end = max(end, median(ends)) if like else end
        edges[page, column] = min([start, *like]), end
    return edges


def _start(lines: Sequence[Line], body: float) -> float:
    """Where the lines of a column begin; single words in the margin do not count."""
    starts = Counter(round(line.start / body * 2) for line in lines)
    usual = max(starts, key=lambda at: (starts[at], -at))
    needed = max(2, 0.1 * len(lines))
    return min(
        line.start
        for line in lines
        if (at := round(line.start / body * 2)) > usual - 2 * INDENT
        or (at > usual - 2 * HANGING and starts[at - 1] + starts[at] + starts[at + 1] >= needed)
    )


def _goes_on_at(lines: Sequence[Line], start: float, end: float) -> bool:
    """Whether a whole line is followed by another at the same margin."""
    return any(
        max(abs(above.start - start), abs(below.start - start)) < 0.5 * above.size
        and above.end > end - above.size
        for above, below in pairwise(lines)
    )


def _set_end(lines: Sequence[Line], start: float, body: float) -> float | None:
    """Where the lines of a column end that is set to a measure; lines too long do not count."""
    ends = Counter(round(line.end / body * 2) for line in lines)
    needed = max(SET_LINES, SET_SHARE * len(lines))
    found = [
        end * body / 2
        for end in ends
        if ends[end - 1] + ends[end] + ends[end + 1] >= needed
        and end * body / 2 - start > MEASURE * body
    ]
    if not found:
        return None
    end = max(found)
    near = [line.end for line in lines if abs(line.end - end) <= body]
    beyond = sum(line.end > end + body for line in lines)
    return max(near) if beyond <= 0.15 * len(lines) else None
