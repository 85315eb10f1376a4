"""Content to paragraphs and segments. Pure: no files, nothing altered, everything by offsets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.documents.segmentation.blocks import Block, blocks
from alignbench.documents.segmentation.kinds import ends_sentence, kind_of
from alignbench.documents.segmentation.lines import Line, lines_of
from alignbench.documents.segmentation.markup import SPACE, Markup, view
from alignbench.domain.text import Kind, Paragraph, Segment, Side, Span
from alignbench.language.mapped import MappedText
from alignbench.language.normalise import has_japanese
from alignbench.language.sentences import split_sentences

_HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]|.{0,60}［＃[^］]{0,40}見出し］")
_ITEM_MARK = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_CUT_WORD = re.compile(r"[ぁ-んァ-ヶ一-鿿々、ー]$")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A paragraph on its way: its blocks (two or more where a page break cut it) and its view."""

    start: int
    end: int
    kind: Kind
    view: MappedText
    cuts: tuple[tuple[int, int], ...] = ()


def parse(
    content: str, side: Side, *, markup: Markup = Markup.PLAIN, segmented: bool = False
) -> tuple[tuple[Paragraph, ...], tuple[Segment, ...]]:
    """Paragraphs and segments of a text, in order of where they start.

    `segmented`: one segment a line as it stands, blank lines between paragraphs. Every
    character of `content` that is not space or a drawn rule lies in some segment.
    """
    lines = list(lines_of(content))
    if segmented:
        return _one_a_line(content, lines)
    drafts = _drafts(content, blocks(content, lines, markup), markup)
    drafts = _rejoined(content, drafts, markup)
    return _segments(content, drafts, side)


def _drafts(content: str, found: Sequence[Block], markup: Markup) -> list[_Draft]:
    drafts: list[_Draft] = []
    before_prose = True
    for block in found:
        source = content[block.start : block.end]
        shown = view(source, block.start, markup)
        if block.furniture:
            kind = Kind.FURNITURE
        else:
            kind = kind_of(
                shown.text,
                before_prose=before_prose,
                marked_heading=bool(_HEADING_MARK.match(source)),
                marked_item=markup is Markup.MARKDOWN and bool(_ITEM_MARK.match(source)),
            )
        before_prose = before_prose and kind is not Kind.SENTENCE
        if shown.text:
            drafts.append(_Draft(block.start, block.end, kind, shown))
    return drafts


def _rejoined(content: str, drafts: list[_Draft], markup: Markup) -> list[_Draft]:
    """Drafts with sentences made whole that a page break had cut."""
    out: list[_Draft] = []
    for number, draft in enumerate(drafts):
        last = next(
            (i for i in range(len(out) - 1, -1, -1) if out[i].kind is not Kind.FURNITURE), None
        )
        between = (
            draft.kind is Kind.SENTENCE
            and last is not None
            and drafts[number - 1].kind is Kind.FURNITURE
        )
        if draft.kind is Kind.SENTENCE and last is not None and _is_cut(out[last], draft, between):
            head = out[last]
            cuts = (*head.cuts, *((d.start, d.end) for d in out[last + 1 :]))
            shown = view(content[head.start : draft.end], head.start, markup, cuts)
            out[last] = _Draft(head.start, draft.end, Kind.SENTENCE, shown, cuts)
        else:
            out.append(draft)
    return out


def _is_cut(head: _Draft, tail: _Draft, furniture_between: bool) -> bool:
    """Whether `tail` goes on with the sentence in which `head` breaks off."""
    if head.kind is not Kind.SENTENCE or ends_sentence(head.view.text):
        return False
    if not has_japanese(head.view.text):
        start = tail.view.text[:1]
        return len(head.view.text) > 40 and (
            start.islower() or (furniture_between and (start.isdigit() or start == '"'))
        )
    said_before = "。" in head.view.text or len(head.view.text) >= 60 or furniture_between
    return bool(said_before and _CUT_WORD.search(head.view.text) and "。" in tail.view.text)


def _segments(
    content: str, drafts: Sequence[_Draft], side: Side
) -> tuple[tuple[Paragraph, ...], tuple[Segment, ...]]:
    segments: list[Segment] = []
    for number, draft in enumerate(drafts):
        splits = draft.kind in (Kind.SENTENCE, Kind.LIST_ITEM)
        text = draft.view.text
        pieces = split_sentences(text, side) if splits else [(0, len(text))]
        segments += _cut_up(content, draft, number, pieces)
    paragraphs = tuple(Paragraph(d.start, d.end, d.kind) for d in drafts)
    return paragraphs, tuple(sorted(segments, key=lambda segment: segment.start))


def _cut_up(
    content: str, draft: _Draft, number: int, pieces: Sequence[tuple[int, int]]
) -> list[Segment]:
    """The pieces of a draft's view as segments whose sources meet, markup going to one of them."""
    out: list[Segment] = []
    for i, (start, end) in enumerate(pieces):
        first = draft.start if i == 0 else draft.view.offsets[start]
        last = draft.view.offsets[pieces[i + 1][0]] if i + 1 < len(pieces) else draft.end
        first, last = _trimmed(content, first, last)
        cuts = tuple(Span(a, b) for a, b in draft.cuts if first <= a and b <= last)
        shown = draft.view.text[start:end].strip(SPACE)
        out.append(Segment(first, last, draft.kind, number, shown, cuts))
    return out


def _one_a_line(
    content: str, lines: Sequence[Line]
) -> tuple[tuple[Paragraph, ...], tuple[Segment, ...]]:
    paragraphs: list[Paragraph] = []
    segments: list[Segment] = []
    fresh = True
    for line in lines:
        if not line.text:
            fresh = True
            continue
        start, end = _trimmed(content, line.start, line.end)
        if fresh:
            paragraphs.append(Paragraph(start, end, Kind.SENTENCE))
        else:
            paragraphs[-1] = Paragraph(paragraphs[-1].start, end, Kind.SENTENCE)
        # Line and segment numbers must agree, so a line of controls alone is a segment too.
        shown = view(content[start:end], start, Markup.VERBATIM).text or "\ufffd"
        segments.append(Segment(start, end, Kind.SENTENCE, len(paragraphs) - 1, shown))
        fresh = False
    return tuple(paragraphs), tuple(segments)


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` without space at either end."""
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end
