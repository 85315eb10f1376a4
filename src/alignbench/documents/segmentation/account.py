"""What of a file's characters no segment shows: nothing is dropped without being said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alignbench.domain.text import Kind, LeftOut, Segment, Text
from alignbench.messages import t

SAMPLE = 60
"""Characters of a sample."""
_SHOWN, _SAID = b"\1", b"\2"
_REST = re.compile(rb"\0+")
_SPACE = re.compile(r"\s+")
_WORDS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of the content that is known and not shown; `what` names its kind."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Account:
    """How many characters of a text, blanks not counted, are shown and how many are not."""

    total: int
    shown: int
    left_out: int


def account_of(text: Text) -> Account:
    """The account of a text. `total` is counted in the content, the others in what was made of it.

    The two agree: `shown + left_out == total` where the content is the file itself.
    """
    shown = sum(
        _length(text.content[run.start : run.end])
        for segment in text.segments
        if segment.kind is not Kind.FURNITURE
        for run in segment.runs
    )
    return Account(_length(text.content), shown, sum(left.characters for left in text.left_out))


def left_out_of(
    content: str, segments: Sequence[Segment], asides: Iterable[Aside], marks: str
) -> tuple[LeftOut, ...]:
    """All of `content` that no segment shows, by kind; `marks` names punctuation nobody claims."""
    state = bytearray(len(content))
    furniture = [_aside_of(s) for s in segments if s.kind is Kind.FURNITURE]
    for segment in segments:
        if segment.kind is not Kind.FURNITURE:
            for run in segment.runs:
                state[run.start : run.end] = _SHOWN * (run.end - run.start)
    told: dict[str, list[str]] = {}
    for aside in (*asides, *furniture):
        # An aside may lie round shown text, as a tag's attributes do not: what is shown is not out.
        parts = [
            content[aside.start + m.start() : aside.start + m.end()]
            for m in _REST.finditer(state[aside.start : aside.end])
        ]
        state[aside.start : aside.end] = bytes(
            byte or _SAID[0] for byte in state[aside.start : aside.end]
        )
        if any(map(_length, parts)):
            told.setdefault(aside.what, []).append("".join(parts))
    for match in _REST.finditer(state):
        part = content[match.start() : match.end()]
        if _length(part):
            what = t("other text") if _WORDS.search(part) else marks
            told.setdefault(what, []).append(part)
    return tuple(left_out(what, parts) for what, parts in told.items())


def left_out(what: str, parts: Sequence[str]) -> LeftOut:
    """What is said of things that were left out, given all of their texts."""
    sample = _SPACE.sub(" ", parts[0]).strip()
    short = sample if len(sample) <= SAMPLE else sample[: SAMPLE - 1] + "…"
    return LeftOut(what, len(parts), short, sum(map(_length, parts)))


def _aside_of(segment: Segment) -> Aside:
    return Aside(segment.start, segment.end, t("running heads and page numbers"))


def _length(text: str) -> int:
    """Characters that are not blank."""
    return sum(map(len, text.split()))
