"""Lines of a page in the order in which people read them, column by column, ruby apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from statistics import median

from alignbench.documents.formats.pdf.glyphs import Glyph, Page
from alignbench.documents.formats.pdf.second_columns import of_second_column
from alignbench.documents.formats.pdf.vertical_marks import marks_in_line
from alignbench.documents.formats.tally import Tally
from alignbench.language.normalise import is_japanese
from alignbench.messages import t

RUBY = 0.65
"""Of the size of the line below: what is smaller and close above it is a reading."""
GUTTER = 1.6
"""Ems between characters of a line that tell columns apart."""
_CLOSE = 0.05
"""Ems between characters that are no gap, whatever stands between them in the file."""
_WIDE = 0.5
"""Ems of a gap in which a wide space of the file stands."""
_LEAST_CELLS, _SHORT_CELL = 6, 20
"""Cells of a table without rules, and characters of a usual one of them."""
_OPEN_ROWS = 4
"""Rows, from the last one up, that a character may belong to: accents and ruby stand between."""
COLUMN = 7
"""Characters that a line has in the middle, in a column; less is a table."""


@dataclass(frozen=True)
class Line:
    """Characters that stand beside one another."""

    glyphs: tuple[Glyph, ...]
    page: int
    column: int = 0
    cell: int = 0
    """The cell that it stands in, by a number of its page; 0 for none."""
    table: tuple["Line", ...] = ()
    """The lines of the cells of a table that it stands for."""

    @cached_property
    def start(self) -> float:
        """Where it begins along."""
        return self.glyphs[0].start

    @cached_property
    def end(self) -> float:
        """Where it ends along."""
        return max(glyph.end for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes: Counter[float] = Counter()
        for size, count in Counter(glyph.size for glyph in self.glyphs).items():
            sizes[round(size, 1)] += count
        return sizes.most_common(1)[0][0]

    @cached_property
    def middle(self) -> float:
        """Its place across."""
        return median(glyph.middle for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        """What it reads; between Japanese characters a gap is for the look of it."""
        parts = [self.glyphs[0].text]
        told = _tells(self.glyphs)
        for before, glyph in pairwise(self.glyphs):
            gap = glyph.start - before.end
            if gap > _CLOSE * glyph.size and _apart(before, glyph, gap):
                parts.append(" " if glyph.spaced != "\u3000" else "\u3000")
            elif told and glyph.spaced == "\u3000" and gap > _WIDE * glyph.size:
                parts.append("\u3000")
            parts.append(glyph.text)
        return "".join(parts)


def pieces_of_page(page: Page, tally: Tally) -> list[Line]:
    """What stands in a row of a page with no wide gap in it, without readings beside the line."""
    if page.vertical:
        page = replace(page, glyphs=marks_in_line(page.glyphs))
    return _without_ruby(_segments(page), tally)


def _tells(glyphs: Sequence[Glyph]) -> bool:
    """Whether wide spaces stand between words, and not between all letters as in 目　次."""
    spaces = sum(glyph.spaced == "\u3000" for glyph in glyphs[1:])
    return 0 < spaces < len(glyphs) - 1


def _apart(before: Glyph, glyph: Glyph, gap: float) -> bool:
    """Whether a gap of some width is a space between words."""
    japanese = _wide(before.text[-1]) and _wide(glyph.text[0])
    if japanese:
        return False
    latin = before.text[-1].isascii() and glyph.text[0].isascii()
    return bool(glyph.spaced) or (latin and gap > 0.28 * glyph.size)


def _wide(character: str) -> bool:
    return (
        is_japanese(character)
        or "\u3000" <= character <= "\u303f"
        or "\uff01" <= character <= "\uff60"
    )


def _segments(page: Page) -> list[Line]:
    """Stretches of characters with no wide gap between them."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(page.glyphs, key=attrgetter("middle", "start")):
        if rows and _beside(rows[-1][-1], glyph):  # nearly always
            rows[-1].append(glyph)
            continue
        row = next((r for r in rows[: -_OPEN_ROWS - 1 : -1] if _beside(r[-1], glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    found: list[Line] = []
    for row in rows:
        row.sort(key=attrgetter("start"))
        usual = _usual_gap(row)
        piece = [row[0]]
        for glyph in row[1:]:
            last = piece[-1]
            gap = glyph.start - last.end
            if gap > 0 and gap > max(GUTTER * max(glyph.size, last.size), 2.5 * usual):
                found.append(Line(tuple(piece), page.number))
                piece = []
            piece.append(glyph)
        found.append(Line(tuple(piece), page.number))
    return found


def _beside(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands in the row of another."""
    return abs(last.middle - glyph.middle) < 0.45 * min(last.size, glyph.size)


def _usual_gap(row: Sequence[Glyph]) -> float:
    """What letters of a row are set apart by; more than nothing where they are spaced out."""
    gaps = [b.start - a.end for a, b in pairwise(row)]
    return max(0.0, median(gaps)) if len(gaps) > 1 else 0.0


def _without_ruby(lines: list[Line], tally: Tally) -> list[Line]:
    """Lines less the small ones that stand close above a larger one."""
    kept: list[Line] = []
    for line in lines:
        if _is_ruby(line, lines):
            tally.add(t("readings beside the line (ruby)"), line.text)
        else:
            kept.append(line)
    return kept


def _is_ruby(line: Line, lines: Sequence[Line]) -> bool:
    return any(
        line.size <= RUBY * other.size
        and 0 < other.middle - line.middle < 1.3 * other.size
        and line.start > other.start - other.size
        and line.end < other.end + other.size
        for other in lines
        if other is not line
    ) and any(is_japanese(glyph.text[0]) for glyph in line.glyphs)


def in_columns(lines: Sequence[Line], depth: int) -> list[Line]:
    """Lines by columns: those across all of them stand between what is above and below."""
    ordered = sorted(lines, key=lambda line: (round(line.middle, 1), line.start))
    gutter = _gutter(ordered) if depth < 6 else None
    if gutter is None:
        return _by_rows(ordered)
    ordered = [part for line in ordered for part in _cut_at(line, gutter, lines)]
    out: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in [*ordered, None]:
        if line is not None and line.end <= gutter:
            left.append(line)
        elif line is not None and line.start >= gutter:
            right.append(line)
        else:
            for side in (left, right):
                column = max((found.column for found in out), default=-1) + 1
                out += [
                    replace(found, column=found.column + column)
                    for found in in_columns(side, depth + 1)
                ]
            left, right = [], []
            if line is not None:
                column = max((found.column for found in out), default=-1) + 1
                out.append(replace(line, column=column))
    return out


def _cut_at(line: Line, gutter: float, lines: Sequence[Line]) -> list[Line]:
    """A line across the gutter in two, if the second column's margin goes through a gap of it.

    Lines of two columns that stand at one height look like one where the columns stand close.
    """
    if line.end <= gutter or line.start >= gutter or line.table:
        return [line]
    margin = min(other.start for other in lines if other.start >= gutter)
    for at, (before, glyph) in enumerate(pairwise(line.glyphs), 1):
        gap = glyph.start - before.end
        size = max(before.size, glyph.size)
        if abs(glyph.start - margin) < 0.5 * size and gap > 0.8 * size:
            return [replace(line, glyphs=line.glyphs[:at]), replace(line, glyphs=line.glyphs[at:])]
    return [line]


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom; those at one height from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].middle - line.middle) < 0.5 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return _with_cells([sorted(row, key=lambda found: found.start) for row in rows])


def _with_cells(rows: Sequence[list[Line]]) -> list[Line]:
    """The lines of rows; those of rows that stand below one another, a table's, as cells."""
    out: list[Line] = []
    run: list[list[Line]] = []
    for row in [*rows, []]:
        if run and not (len(row) > 1 and _aligned(run[-1], row)):
            size = len(run) * len(run[0])
            short = median(len(line.glyphs) for row in run for line in row) <= _SHORT_CELL
            if len(run) > 1 and size >= _LEAST_CELLS and short:
                cells = [line for row in run for line in row]
                out += [
                    replace(line, cell=-number) for number, line in enumerate(cells, len(out) + 1)
                ]
            else:
                out += [line for row in run for line in row]
            run = []
        run.append(row)
    return out


def _aligned(above: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether two lines of a row begin, or end, where two of the row above do."""
    found = sum(
        any(min(abs(a.start - b.start), abs(a.end - b.end)) < 0.7 * b.size for a in above)
        for b in row
    )
    return found > 1


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a page is to be cut along its lines; None if it has one column."""
    if len(lines) < 6:
        return None
    size = median(line.size for line in lines)
    ends = sorted({line.end for line in lines})
    best: tuple[int, float] | None = None
    for end in ends:
        at = end + 0.3 * size
        left = [line for line in lines if line.end <= at]
        right = [line for line in lines if line.start >= at]
        right = of_second_column(left, right)
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < 3 or crossing > 0.25 * len(lines):
            continue
        clear = min(line.start for line in right) - max(line.end for line in left)
        overlap = min(left[-1].middle, right[-1].middle) - max(left[0].middle, right[0].middle)
        long = all(median(len(line.glyphs) for line in part) >= COLUMN for part in (left, right))
        if (
            clear >= 0.8 * size
            and overlap > size
            and long
            and (best is None or -crossing > best[0])
        ):
            # Close to the second column: a full stop may hang out of the first.
            best = -crossing, min(line.start for line in right) - 0.05 * size
    return None if best is None else best[1]
