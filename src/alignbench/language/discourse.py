"""Marks of how sentences hang together: several in one segment, quotations that stay open.

Japanese keeps a quotation of several sentences in one sentence (「…。…」と話した。) where English
has several; so the number of sentences inside a segment, and whether it ends inside quotation
marks, say which segments belong together.
"""

import re
from collections.abc import Sequence

from alignbench.domain.text import Side

_JA_END = re.compile(r"[。！？!?]+(?=[^」』）)。！？!?\s])|[。！？!?]+[」』）)]+(?=「)")
_EN_END = re.compile(
    r"(?:(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)(?<!St)\.|[!?])+[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])"
)
_EN_MORE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
"""What a text must hold for another sentence to begin in it: most hold none, and that is quick."""
_MARKS = re.compile(r"[「『“”」』]|\"")
_OPENING = "「『“"
_CLOSING = "」』”"


def inner_sentences(text: str, side: Side) -> int:
    """How many sentences a segment seems to hold, at least one."""
    if side == "en" and not _EN_MORE.search(text):
        return 1
    return 1 + sum(1 for _ in (_JA_END if side == "ja" else _EN_END).finditer(text))


def open_quotations(texts: Sequence[str]) -> list[bool]:
    """Of each segment, whether a quotation is still open where it ends.

    A straight mark opens at the start and after white space or a bracket, and closes elsewhere;
    so one mark that is missing misleads no further than to the next.
    """
    still_open, found = False, []
    for text in texts:
        for match in _MARKS.finditer(text):
            still_open = _opens(text, match)
        found.append(still_open)
    return found


def _opens(text: str, match: re.Match[str]) -> bool:
    mark = match[0]
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    return match.start() == 0 or text[match.start() - 1] in " \t\u3000([（—-"
