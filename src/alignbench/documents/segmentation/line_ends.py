"""Whether a line of a plain text was ended by hand, or only broken because it was full."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alignbench.documents.segmentation.kinds import ends_sentence, is_date
from alignbench.documents.segmentation.lines import Line
from alignbench.language.normalise import has_japanese

_WIDEST = 130
"""Cells of a line that no program breaks for its length."""
_SLACK = 6
"""Cells that a full line of Japanese may lack: an indent, a mark that must not begin a line."""
_SMALL = re.compile(r"[a-zぁ-んァ-ヶー、。，．）」]")
_LABEL = re.compile(
    r"(?:[^\s：:。、！？「」『』（）()はがをにへでと]{1,8}[：:]|TEL|FAX|E-?mail|URL)[^\S\n]*\S",
    re.IGNORECASE,
)
"""What names the thing that a line tells: 件名: Re, 担当：乙川."""
LABEL = re.compile(
    r"^(?:[^\s：:。、「」][^：:。、「」]{0,9}：|[A-Z][\w-]{1,14}: |"
    r"[^\s。、！？!?「」]{1,7}\u3000(?=\S))"
)
"""A line that begins with a name for what it tells."""
_SUBTITLE = re.compile(r"[～〜―—–-].*[～〜―—–-]$")
_SPEAKER = re.compile(
    r"(?:[^\s「」『』（）()〈〉、。！？はがをにへでとも]{1,12}(?:[（(][^（）()]{1,12}[）)])?)[「『〈]"
)
"""Who says it, as in scripts: 店長「遅い」."""
_OPEN_END = re.compile(
    r"[,、，をはがにのとでへも]$|\b(?:and|or|of|the|an?|in|on|at|for|from|to|with|by|that|which|who)$",
    re.IGNORECASE,
)
_SAID = re.compile(r".*[」』〉》）)]$")


@dataclass(frozen=True, slots=True)
class LineEnds:
    """What a file's lines tell of how they end.

    `column` is how many cells the widest line has that was certainly broken for its length; None
    if none was. `free` is whether its paragraphs are lines, however long.
    """

    column: int | None
    free: bool

    def by_hand(self, above: Line, line: Line, cells: Callable[[str], int]) -> bool:
        """Whether the line above `line` was ended by hand: `line` begins another thing."""
        if is_date(line.text) or is_date(above.text) or _SUBTITLE.match(line.text):
            return True
        if _SPEAKER.match(line.text) and (_SPEAKER.match(above.text) or _SAID.match(above.text)):
            return True
        if _LABEL.match(line.text) and has_japanese(line.text) and not is_open(above.text):
            return True
        if _SMALL.match(line.text) or is_open(above.text):
            return False
        if self.column is None:
            return self.free
        japanese = has_japanese(above.text) and has_japanese(line.text)
        word = _SLACK if japanese else 1 + cells(line.text.split(" ", 1)[0])
        return cells(above.text) + word <= self.column


def line_ends_of(lines: Sequence[Line], cells: Callable[[str], int]) -> LineEnds:
    """What the lines of a file tell, those of code and tables among them."""
    widths = [cells(line.text) if line.text else 0 for line in lines]
    broken = [
        width
        for line, below, width in zip(lines, lines[1:], widths, strict=False)
        if 36 <= width <= _WIDEST
        and below.text
        and not ends_sentence(line.text)
        and _SMALL.match(below.text)
    ]
    return LineEnds(max(broken, default=None), not broken and max(widths, default=0) > _WIDEST)


def is_open(text: str) -> bool:
    """Whether a line says itself that it goes on."""
    return bool(_OPEN_END.search(text))
