"""Where readings stand above a line of Japanese. Pure.

As in print (JIS X 4051, W3C's "Requirements for Japanese Text Layout") a reading stands centred
over its kanji, and one that is wider hangs over the characters beside them. Unlike print no
character of the text moves for it, so that lines break at the same places with readings and
without.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from alignbench.domain.text import Reading
from alignbench.language.half_width import half_width
from alignbench.system.safe_text import one_line
from alignbench.tui.widgets.columns import PART, Line, Stretch
from alignbench.tui.widgets.row_model import Piece
from alignbench.tui.wrapping import cells


@dataclass(frozen=True, slots=True)
class Over:
    """A reading above the cells `left` to `right` of a line; `place` is where its kanji begin."""

    text: str
    left: int
    right: int
    place: int

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return cells(self.text)


def over_lines(
    pieces: Sequence[Piece], lines: Sequence[Line], readings: Sequence[Sequence[Reading]]
) -> dict[Stretch, list[Over]]:
    """The readings of each line that has room for some above it.

    The reading of a word that a line's end parts stands whole over the longer part, the first of
    two alike: nothing says which kana are whose.
    """
    found: dict[Stretch, list[Over]] = {}
    room = [line.reads for line in lines if line.reads]
    for at, (piece, known) in enumerate(zip(pieces, readings, strict=False)):
        parts = [part for part in room if part.piece == at]
        for each in known:
            homes = [part for part in parts if each.start < part.end and part.start < each.end]
            if homes:
                home = max(homes, key=lambda part: _shared(piece, part, each))
                found.setdefault(home, []).append(_over(piece, home, each))
    return found


def _shared(piece: Piece, part: Stretch, reading: Reading) -> int:
    return cells(piece.text[max(part.start, reading.start) : min(part.end, reading.end)])


def _over(piece: Piece, part: Stretch, reading: Reading) -> Over:
    start = max(part.start, reading.start)
    left = cells(piece.text[part.start : start]) + PART * bool(part.piece)
    text = half_width(one_line(reading.reading))
    return Over(text, left, left + _shared(piece, part, reading), start)


def placed(overs: Sequence[Over], room: int) -> list[tuple[int, Over]]:
    """Where in `room` cells each reading begins, in order, none over another.

    Each is as near as can be to the middle of its kanji, with a blank before the next where both
    still touch their kanji. What could not even touch its kanji is left out, the widest first: a
    reading over another word is worse than none.
    """
    overs = [over for over in overs if over.width]
    gaps = [1] * len(overs)
    while overs:
        begins = list(_begins(overs, gaps, room))
        astray = [at for at, over in enumerate(overs) if _off(begins[at], over, room)]
        if not astray:
            return list(zip(begins, overs, strict=True))
        at = astray[0]
        pushed_right = _off(begins[at], overs[at], room) > 0
        around = [*range(at, 0, -1), *range(at + 1, len(overs))]
        if not pushed_right:
            around = [*range(at + 1, len(overs)), *range(at, 0, -1)]
        if (spare := next((gap for gap in around if gaps[gap]), None)) is not None:
            gaps[spare] = 0
            continue
        widest = max(
            range(len(overs)), key=lambda i: overs[i].width + overs[i].left - overs[i].right
        )
        del overs[widest]
        gaps = [1] * len(overs)
    return []


def _off(begin: int, over: Over, room: int) -> int:
    """-1 and 1 for a reading left or right of its kanji or of the line; 0 where it touches them."""
    if begin < 0 or begin + over.width <= over.left:
        return -1
    return int(begin >= over.right or begin + over.width > room)


def _begins(overs: Sequence[Over], gaps: Sequence[int], room: int) -> Iterator[int]:
    """Least squares of the shifts with the order kept: neighbours that would meet move together.

    Pool adjacent violators (Ayer et al., 1955) on places less the cells of what stands before;
    `gaps` are blanks before each reading but the first. Negative where `room` is too little.
    """
    before = list(
        accumulate((a.width + gap for a, gap in zip(overs, gaps[1:], strict=False)), initial=0)
    )
    blocks: list[tuple[float, int]] = []
    for over, cells_before in zip(overs, before, strict=True):
        middle = over.left + int((over.right - over.left - over.width) / 2)
        wanted, many = float(middle - cells_before), 1
        while blocks and blocks[-1][0] > wanted:
            mean, count = blocks.pop()
            wanted, many = (mean * count + wanted * many) / (count + many), count + many
        blocks.append((wanted, many))
    most = room - overs[-1].width - before[-1]
    shifts = [shift for shift, many in blocks for _ in range(many)]
    for shift, cells_before in zip(shifts, before, strict=True):
        yield min(max(0, ceil(shift - 0.5)), most) + cells_before
