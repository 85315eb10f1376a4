"""Lines of a file, and which of them are furniture: running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignbench.documents.segmentation.kinds import is_page_number

_LINE = re.compile(r"[^\n\r\f\v\u0085\u2028\u2029]*(?:\r\n|[\n\r\f\v\u0085\u2028\u2029]|$)")
_ENDING = "\n\r\f\v\u0085\u2028\u2029"
_DIGITS = re.compile(r"[0-9０-９]+")
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


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are running heads or page numbers.

    A page number stands alone between blank lines or beside a page break. A running head
    comes back: the same words with another number, or the same line beside page numbers.
    """
    numbers = {i for i, line in enumerate(lines) if is_page_number(line.text) and _alone(lines, i)}
    if len(numbers) < 2 and not any(line.page_break for line in lines):
        numbers = {i for i in numbers if lines[i].text.strip("0123456789０１２３４５６７８９ ")}
    edges = numbers | {i for i, line in enumerate(lines) if line.page_break}
    return frozenset(numbers | _heads(lines, edges))


def _heads(lines: Sequence[Line], edges: set[int]) -> set[int]:
    keys = {
        i: _DIGITS.sub("#", line.text) for i, line in enumerate(lines) if 4 <= len(line.text) <= 80
    }
    counts = Counter(keys.values())
    heads: set[int] = set()
    for i, key in keys.items():
        text = lines[i].text
        if counts[key] < 2 or not _alone(lines, i) or text[-1] in "。」』.!?！？":
            continue
        counted = re.search(r"(?:^|[\s　|｜/／・-])#$|^#(?:[\s　|｜/／・-]|$)", key)
        if counted or any(abs(i - edge) <= 3 for edge in edges):
            heads.add(i)
    return heads


def _alone(lines: Sequence[Line], i: int) -> bool:
    before = i == 0 or not lines[i - 1].text or lines[i - 1].page_break
    after = i + 1 == len(lines) or not lines[i + 1].text or lines[i].page_break
    return before or after
