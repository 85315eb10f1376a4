"""Lines of mail that quote another mail: `> ` stands before each, and belongs to no sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from alignbench.documents.segmentation.lines import SPACE, Line

QUOTE = re.compile(
    r"(?m)^[ \t]{0,3}(?P<marks>(?:[>＞][ \t\u3000]?)+)(?![>＞])(?:(?<=[ \t\u3000])|(?![0-9０-９]))"
)
"""Not >>12, which names a message of a forum."""
_PROMPT = 3
"""Marks that a line of a session in Python begins with, unless others begin with fewer."""


def without_quotes(content: str, lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """The lines less their marks of quotation, and how many marks each had."""
    found = [QUOTE.match(content[line.start : line.end]) for line in lines]
    depths = [sum(map(match["marks"].count, ">＞")) if match else 0 for match in found]
    if not any(0 < depth < _PROMPT for depth in depths):
        return list(lines), [0] * len(depths)
    bare = [
        replace(line, text=content[line.start + match.end() : line.end].strip(SPACE))
        if match
        else line
        for line, match in zip(lines, found, strict=True)
    ]
    return bare, depths
