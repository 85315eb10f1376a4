"""Tables of a page, by the rules drawn round their cells or between their rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from alignbench.documents.formats.pdf.lines import Line
from alignbench.documents.formats.pdf.rules import Rule, Rules

_NEAR = 6.0
"""Points by which the rules of one table may end apart, and its text stand out."""
LONGEST_CELL = 12
"""Lines of a cell; where there are more, rules stand between columns of prose."""
_PROSE = 25
"""Characters of a usual piece of a row, from which rows without rules across are prose."""
_MOSTLY = 0.6
_FEW_BANDS = 3
"""Stripes between rules from which every row is one of them, and its lines go on in a cell."""


@dataclass(frozen=True, slots=True)
class _Band:
    """A stripe between two rules: the text in it, and the rules across it."""

    lines: tuple[Line, ...]
    bounds: tuple[float, ...]


def with_tables(lines: Sequence[Line], rules: Rules) -> list[Line]:
    """The lines of a page with each table in one, whose lines are its cells in reading order."""
    left = list(lines)
    if len(rules.along) < 2:  # nothing is between fewer
        return left
    number = 0
    for stack in _stacks(rules.along):
        for run in _runs(stack, left):
            inside = [line for line in left if run[0].at < line.middle < run[-1].at
                      and _overlaps(line, run[0])]  # fmt: skip
            bands = _bands(run, inside, rules.across)
            if not _is_table(bands):
                continue
            cells: list[Line] = []
            for group in _cells(bands):
                number += 1
                cells += [replace(line, cell=number) for line in group]
            held = {id(line) for line in inside}
            left = [line for line in left if id(line) not in held]
            glyphs = sorted((g for line in inside for g in line.glyphs), key=lambda g: g.start)
            left.append(Line(tuple(glyphs), inside[0].page, table=tuple(cells)))
    return left


def _stacks(along: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that begin and end alike, from top to bottom."""
    stacks: list[list[Rule]] = []
    for rule in along:
        stack = next(
            (
                s
                for s in stacks
                if abs(s[0].start - rule.start) <= _NEAR and abs(s[0].end - rule.end) <= _NEAR
            ),
            None,
        )
        if stack is None:
            stacks.append([rule])
        else:
            stack.append(rule)
    return [stack for stack in stacks if len(stack) > 1]


def _runs(stack: Sequence[Rule], lines: Sequence[Line]) -> list[list[Rule]]:
    """Rules of a stack that follow one another with nothing but text of their width between."""
    runs: list[list[Rule]] = [[stack[0]]]
    for above, below in pairwise(stack):
        between = [
            line for line in lines if above.at < line.middle < below.at and _overlaps(line, above)
        ]
        fits = all(
            line.start >= above.start - _NEAR and line.end <= above.end + _NEAR for line in between
        )
        if between and fits:
            runs[-1].append(below)
        else:
            runs.append([below])
    return [run for run in runs if len(run) > 1]


def _overlaps(line: Line, rule: Rule) -> bool:
    return line.start < rule.end and line.end > rule.start


def _bands(run: Sequence[Rule], lines: Sequence[Line], across: Iterable[Rule]) -> list[_Band]:
    bands: list[_Band] = []
    inner = [rule for rule in across if run[0].start + _NEAR < rule.at < run[0].end - _NEAR]
    for above, below in pairwise(run):
        middle = (above.at + below.at) / 2
        bounds = tuple(sorted(rule.at for rule in inner if rule.start < middle < rule.end))
        inside = [line for line in lines if above.at < line.middle < below.at]
        parts = [part for line in inside for part in _cut(line, bounds)]
        bands.append(_Band(tuple(parts), bounds))
    return bands


def _cut(line: Line, bounds: Sequence[float]) -> list[Line]:
    """A line cut at the rules that go through it."""
    parts: list[Line] = []
    rest = list(line.glyphs)
    for bound in bounds:
        before = [glyph for glyph in rest if (glyph.start + glyph.end) / 2 < bound]
        if before:
            parts.append(replace(line, glyphs=tuple(before)))
            rest = rest[len(before) :]
    return [*parts, replace(line, glyphs=tuple(rest))] if rest else parts


def _is_table(bands: Sequence[_Band]) -> bool:
    rows = [row for band in bands for row in _rows(band.lines)]
    several = sum(len(row) > 1 for row in rows)
    if any(band.bounds for band in bands):
        longest = max(len(cell) for band in bands for cell in _columns(band))
        return several > 0 and longest <= (LONGEST_CELL if len(bands) > 1 else 3)
    size = median(len(line.glyphs) for band in bands for line in band.lines)
    return len(bands) > 1 and several >= max(2, _MOSTLY * len(rows)) and size <= _PROSE


def _cells(bands: Sequence[_Band]) -> list[list[Line]]:
    """The cells, row by row, each with its lines."""
    ruled = any(band.bounds for band in bands)
    heights = [len(_rows(band.lines)) for band in bands]
    all_rows = len(bands) >= _FEW_BANDS and (ruled or median(heights) == 1)
    cells: list[list[Line]] = []
    for band, height in zip(bands, heights, strict=True):
        rows = _rows(band.lines)
        several = sum(len(row) > 1 for row in rows)
        if height > 1 and not all_rows and several >= _MOSTLY * height:
            cells += [[line] for row in rows for line in row]
        else:
            cells += _columns(band)
    return cells


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines at one height, from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if rows and line.middle - rows[-1][0].middle < 0.5 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.start) for row in rows]


def _columns(band: _Band) -> list[list[Line]]:
    """The lines of each cell of a stripe, from left to right, by rules or by where they stand."""
    columns: list[list[Line]] = []
    reach = 0.0
    for line in sorted(band.lines, key=lambda line: line.start):
        middle = (line.start + line.end) / 2
        if band.bounds:
            place = sum(bound < middle for bound in band.bounds)
            known = columns and place == sum(
                bound < (columns[-1][0].start + columns[-1][0].end) / 2 for bound in band.bounds
            )
        else:
            known = columns and line.start < reach
        if known:
            columns[-1].append(line)
        else:
            columns.append([line])
            reach = 0.0
        reach = max(reach, line.end)
    return [sorted(column, key=lambda line: (line.middle, line.start)) for column in columns]
