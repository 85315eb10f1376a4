"""How a row is laid out: two columns side by side, or English below Japanese where it is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from alignbench.domain.text import Side
from alignbench.language.readings import has_kanji
from alignbench.tui.widgets.row_model import Piece, RowModel
from alignbench.tui.wrapping import wrap

GUTTER = 7
"""Cells before the text: cursor, status, shape, finding, flag, note or wording, a blank."""
HANG = 2
"""Spare cells right of the Japanese, where 、 and 。 may hang."""
BETWEEN = 3
"""The rule between the columns with a blank on each side."""
PART = 2
"""Indent of a link's second and further segments, behind their mark."""
STACKED_INDENT = 2
"""Indent of the English below the Japanese."""
STACK_BELOW = 98
"""Narrower views put the English below the Japanese."""
WIDEST_JA, WIDEST_EN = 84, 96
"""Longer lines are hard to read; a wider terminal gets a margin."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells of the two text columns of a view `width` cells wide."""

    width: int
    ja: int
    en: int
    stacked: bool
    has_readings: bool = False
    """Whether lines of Japanese with kanji have a line for their readings above them."""

    @classmethod
    def fit(cls, width: int, ja_share: float, *, has_readings: bool = False) -> "Columns":
        """Columns for a view of `width` cells; `ja_share` of the text's cells are Japanese."""
        if width < STACK_BELOW:
            room = max(8, width - GUTTER - HANG)
            return cls(width, room, room, stacked=True, has_readings=has_readings)
        room = width - GUTTER - HANG - BETWEEN - 1
        ja = min(round(room * min(max(ja_share, 0.36), 0.55)), WIDEST_JA)
        en = min(room - ja, WIDEST_EN)
        return cls(width, ja - ja % 2, en, stacked=False, has_readings=has_readings)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of one piece on one line: characters `start` to `end` of piece number `piece`."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row. `first` marks the line that carries the row's status."""

    ja: Stretch | None = None
    en: Stretch | None = None
    first: bool = False
    side: Side | None = None
    """Of a stacked line: whose it is."""
    reads: Stretch | None = None
    """The Japanese of the next line, whose readings stand on this one."""


def lay_out(row: RowModel, columns: Columns) -> list[Line]:
    """The lines of a row, a blank one first where a paragraph begins.

    Beside a line of readings that comes first there is no English: both texts begin on one line.
    """
    ja = _stretches(row.ja, columns.ja, HANG)
    en = _stretches(row.en, columns.en - STACKED_INDENT * columns.stacked, 0)
    lines = [Line()] if row.new_paragraph else []
    left = _with_readings(row.ja, ja) if columns.has_readings else [Line(ja=part) for part in ja]
    begin = 1 if left and left[0].reads else 0
    if columns.stacked:
        below: list[Stretch | None] = [*en] or [None]
        lines += [
            replace(line, first=at == begin, side="ja") for at, line in enumerate(left or [Line()])
        ]
        lines += [Line(en=part, side="en") for part in below]
        return lines
    right = [*[None] * begin, *en]
    lines += [
        replace(line or Line(), en=part, first=at == begin)
        for at, (line, part) in enumerate(zip_longest(left, right))
    ]
    return lines


def _with_readings(pieces: Sequence[Piece], stretches: Sequence[Stretch]) -> list[Line]:
    """Lines of Japanese, each after the line of its readings if it may have any."""
    lines = []
    for part in stretches:
        if may_be_read(pieces[part.piece], part):
            lines.append(Line(reads=part))
        lines.append(Line(ja=part))
    return lines


def may_be_read(piece: Piece, part: Stretch) -> bool:
    """Whether something on a line may have a reading: known without asking a dictionary."""
    return has_kanji(piece.text[part.start : part.end]) or any(
        each.start < part.end and part.start < each.end for each in piece.readings
    )


def _stretches(pieces: Sequence[Piece], width: int, hang: int) -> list[Stretch]:
    stretches: list[Stretch] = []
    for at, piece in enumerate(pieces):
        starts = wrap(piece.text, width - PART if at else width, hang)
        ends = [*starts, len(piece.text)]
        stretches += [Stretch(at, start, end) for start, end in pairwise(ends)]
    return stretches


def estimated_height(ja_length: int, en_length: int, columns: Columns) -> int:
    """About how many lines a row of so many characters takes, without looking at them.

    None for a row without any: that is how a hidden one is told.
    """
    if not ja_length and not en_length:
        return 0
    ja = -(-2 * ja_length // columns.ja) or 1
    en = -(-en_length // columns.en) or 1
    if columns.has_readings and ja_length:
        ja, en = 2 * ja, en if columns.stacked else en + 1
    return ja + en if columns.stacked else max(ja, en)


def ja_share(lengths: Sequence[tuple[int, int]]) -> float:
    """The share of the text's cells that is Japanese, so that both columns end together."""
    ja = 2 * sum(length for length, _ in lengths)
    total = ja + sum(length for _, length in lengths)
    return ja / total if total else 0.45
