"""Lines of a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\f\v\u0085\u2028\u2029]*(?:\r\n|[\n\r\f\v\u0085\u2028\u2029]|$)")
_ENDING = "\n\r\f\v\u0085\u2028\u2029"
SPACE = " \t\u3000\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its place in the content, without its ending; `text` is stripped of space."""

    start: int
    end: int
    text: str
    page_break: bool


def lines_of(content: str) -> Iterator[Line]:
    """All lines of `content`, blank ones too."""
    for match in _LINE.finditer(content):
        if match.end() == match.start():
            return
        raw = match.group().rstrip(_ENDING)
        yield Line(match.start(), match.start() + len(raw), raw.strip(SPACE), "\f" in match.group())
