"""What a proposed wording strikes and inserts, word by word. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\s+|\w+(?:['’.,-]\w+)*|[^\w\s]")


Block = tuple[bool, int, int, int, int]
"""Whether it is the same, and its ends in the old and in the new words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they stay, are struck or are inserted.

    `start` is where they stand in the old text; inserted words stand before that character.
    """

    kind: Literal["kept", "struck", "inserted"]
    text: str
    start: int


def compare(old: str, new: str) -> list[Piece]:
    """The pieces that make `new` out of `old`, struck words before those that replace them."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    pieces: list[Piece] = []
    for same, first, last, new_first, new_last in _blocks(before, after):
        if same:
            pieces.append(Piece("kept", _text(before, first, last), starts[first]))
            continue
        if last > first:
            pieces.append(Piece("struck", _text(before, first, last), starts[first]))
        if new_last > new_first:
            pieces.append(Piece("inserted", _text(after, new_first, new_last), starts[last]))
    return pieces


def _blocks(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """Stretches of both that are the same or not; blanks between two changes belong to them."""
    found: list[Block] = []
    for what, *ends in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        first, last, new_first, new_last = ends
        blank = not _text(before, first, last).strip()
        same = what == "equal" and not (blank and first > 0 and last < len(before))
        if found and not same and not found[-1][0]:
            _, start, _, new_start, _ = found.pop()
            found.append((False, start, last, new_start, new_last))
        else:
            found.append((same, first, last, new_first, new_last))
    return found


def _text(tokens: Sequence[str], first: int, last: int) -> str:
    return "".join(tokens[first:last])
