"""The lines that are drawn on a page, along and across, as tables have them."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from alignbench.documents.formats.pdf.turned_pages import as_shown

MOST_PATHS = 4_000
MOST_POINTS = 20_000
"""Of one page; maps and drawings have more, and no table."""
SHORTEST = 8.0
"""Points of a rule; shorter ones are signs."""
_LEVEL = 1.5
"""Points within which two ends are at one height, or two rules are one."""
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule at `at` across the other direction, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page: `along` at heights from the top, `across` at places from the left."""

    along: tuple[Rule, ...] = ()
    across: tuple[Rule, ...] = ()


NO_RULES = Rules()


def rules_of(page: Any, page_size: tuple[float, float]) -> Rules:
    """The rules of a page."""
    along: list[Rule] = []
    across: list[Rule] = []
    turned = page.get_rotation()
    for x, y, x_end, y_end in _strokes(page):
        box = (min(x, x_end), min(y, y_end), max(x, x_end), max(y, y_end))
        left, bottom, right, top = as_shown(box, turned, page_size)
        width, height = right - left, top - bottom
        if height <= _LEVEL and width >= SHORTEST:
            along.append(Rule(page_size[1] - (bottom + top) / 2, left, right))
        elif width <= _LEVEL and height >= SHORTEST:
            across.append(Rule((left + right) / 2, page_size[1] - top, page_size[1] - bottom))
    return Rules(_joined(along), _joined(across))


def _strokes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Straight strokes of all paths; a thin box, as word processors draw them, is one too."""
    import pypdfium2.raw as pdfium

    points = 0
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    for path in islice(paths, MOST_PATHS):
        count = pdfium.FPDFPath_CountSegments(path)
        points += max(0, count)
        if points > MOST_POINTS:
            return
        a, b, c, d, e, f = path.get_matrix().get()
        at: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for number in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, number)
            if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                continue
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                yield from _straight(at)
                at = []
            place = a * x.value + c * y.value + e, b * x.value + d * y.value + f
            at.append(place)
            if pdfium.FPDFPathSegment_GetClose(segment):
                at.append(at[0])
        yield from _straight(at)


def _straight(at: list[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    for (x, y), (x_end, y_end) in pairwise(at):
        if abs(x - x_end) <= _LEVEL or abs(y - y_end) <= _LEVEL:
            yield x, y, x_end, y_end


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """Rules in one line that touch, such as those of a table's cells, as one; in order."""
    out: list[Rule] = []
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if rows and rule.at - rows[-1][0].at <= _LEVEL:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    for row in rows:
        at = sum(rule.at for rule in row) / len(row)
        start = end = None
        for rule in sorted(row, key=lambda rule: rule.start):
            if start is None or end is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + _GAP:
                end = max(end, rule.end)
            else:
                out.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None and end is not None:
            out.append(Rule(at, start, end))
    return tuple(out)
