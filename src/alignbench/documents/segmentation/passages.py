"""Passages to paragraphs and segments. Pure: nothing altered, everything by offsets.

A reader says what stretches of a file are one thing each, and what is read of them; sentences,
views' maps and sentences that a page cut in two are made here, once for all formats.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignbench.documents.segmentation.lines import SPACE
from alignbench.documents.segmentation.markup import is_wide, joint_of_lines
from alignbench.documents.segmentation.sentence_cuts import credits_of, is_cut, sentences_of
from alignbench.documents.segmentation.views import runs_of
from alignbench.domain.text import (
    NOWHERE,
    Kind,
    Location,
    Paragraph,
    Placeholder,
    Reading,
    Segment,
    Side,
    Span,
)
from alignbench.language.mapped import MappedText, join
from alignbench.language.normalise import has_japanese

SPLIT = frozenset({Kind.SENTENCE, Kind.LIST_ITEM, Kind.FOOTNOTE, Kind.CUE, Kind.NOTE})
"""Kinds that are cut into sentences."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch `start..end` of the content that is one thing, and what is read of it.

    `view` is as `Segment.view` is, with the offset in the content of each of its characters.
    `placeholders` and `readings` are by offsets in the content; segments get them by their views.
    `splits` is whether it is cut into sentences; None leaves that to its kind.
    """

    start: int
    end: int
    kind: Kind
    view: MappedText
    cuts: tuple[Span, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    readings: tuple[Reading, ...] = ()
    location: Location = NOWHERE
    splits: bool | None = None


def segments_of(
    content: str, passages: Sequence[Passage], side: Side
) -> tuple[tuple[Paragraph, ...], tuple[Segment, ...]]:
    """A paragraph for each passage that shows anything, and their segments by where they start."""
    told = _rejoined([passage for passage in passages if passage.view.text])
    segments: list[Segment] = []
    for number, passage in enumerate(told):
        segments += _cut_up(content, passage, number, side)
    paragraphs = tuple(Paragraph(p.start, p.end, p.kind) for p in told)
    return paragraphs, tuple(sorted(segments, key=lambda segment: segment.start))


def _rejoined(passages: Sequence[Passage]) -> list[Passage]:
    """Passages with sentences made whole that a page break had cut."""
    out: list[Passage] = []
    for number, passage in enumerate(passages):
        last = next(
            (i for i in range(len(out) - 1, -1, -1) if out[i].kind is not Kind.FURNITURE), None
        )
        between = number > 0 and (
            passages[number - 1].kind is Kind.FURNITURE
            or passages[number - 1].location.page != passage.location.page
        )
        if (
            last is not None
            and passage.kind is out[last].kind is Kind.SENTENCE
            and passage.splits is not False
            and is_cut(out[last].view.text, passage.view.text, between)
        ):
            out[last] = _one(out[last], passage, out[last + 1 :])
        else:
            out.append(passage)
    return out


def _one(head: Passage, tail: Passage, between: Sequence[Passage]) -> Passage:
    """Two halves of a sentence as one passage, what stands between them cut out of it."""
    kept, joint = joint_of_lines(head.view, head.end, tail.view.text)
    return replace(
        head,
        end=tail.end,
        view=join([kept, joint, tail.view]),
        cuts=(*head.cuts, *(Span(p.start, p.end) for p in between), *tail.cuts),
        placeholders=head.placeholders + tail.placeholders,
        readings=head.readings + tail.readings,
    )


def _cut_up(content: str, passage: Passage, number: int, side: Side) -> list[Segment]:
    """The pieces of a passage's view as segments whose sources meet, markup going to one."""
    view = passage.view
    splits = passage.kind in SPLIT if passage.splits is None else passage.splits
    marks = [(_place(view, p.start), _place(view, p.end), p) for p in passage.placeholders]
    read = [(_place(view, r.start), _place(view, r.end), r) for r in passage.readings]
    pieces = [(0, len(view.text))]
    if passage.kind is Kind.CAPTION and not splits:
        pieces = credits_of(view.text)
    elif splits:
        pieces = sentences_of(view.text, side, [(a, b, mark.kind) for a, b, mark in marks])
    out: list[Segment] = []
    for i, (start, end) in enumerate(pieces):
        first = passage.start if i == 0 else view.offsets[start]
        last = view.offsets[pieces[i + 1][0]] if i + 1 < len(pieces) else passage.end
        first, last = trimmed(content, first, last)
        piece = view.text[start:end]
        start += len(piece) - len(piece.lstrip(SPACE))
        words = piece.strip(SPACE)
        if side == "ja" and i + 1 < len(pieces) and _keeps_space(view.text, start, words):
            words = view.text[start : start + len(words) + 1]
        shown = view.slice(start, start + len(words))
        if not shown.text:
            continue
        last = max(last, shown.offsets[-1] + 1)  # with the space that it keeps
        end, size = start + len(shown.text), len(shown.text)
        closing = i + 1 == len(pieces)
        out.append(
            Segment(
                first,
                last,
                passage.kind,
                number,
                shown.text,
                tuple(cut for cut in passage.cuts if first <= cut.start and cut.end <= last)
                if passage.cuts
                else (),
                runs_of(shown.offsets),
                passage.location,
                tuple(
                    replace(mark, start=_within(a - start, size), end=_within(b - start, size))
                    for a, b, mark in marks
                    if (a < end and b > start) or (a == b and start <= a < end + closing)
                ),
                tuple(
                    replace(reading, start=a - start, end=min(b, end) - start)
                    for a, b, reading in read
                    if start <= a < end
                ),
            )
        )
    return out


def _keeps_space(text: str, start: int, words: str) -> bool:
    """Whether the space that comes after `words`, at `start` of a text, belongs to them.

    Japanese segments are joined with nothing between them; English ones among them, such as those
    of a bibliography, bring their spaces with them.
    """
    end = start + len(words)
    if not words or text[end : end + 1] not in (" ", "\t") or is_wide(words[-1]):
        return False
    after = text[end:].lstrip(SPACE)[:1]
    return bool(after) and not (is_wide(after) and has_japanese(words))


def _place(view: MappedText, offset: int) -> int:
    """How many characters of a view stand for what comes before `offset` of the content."""
    return bisect_left(view.offsets, offset)


def _within(at: int, size: int) -> int:
    return max(0, min(at, size))


def trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` without space at either end."""
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end
