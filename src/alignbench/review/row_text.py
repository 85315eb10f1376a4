"""The two texts of a row as people and checks read them, and the way back to the content."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignbench.documents.segmentation.views import mapped_view
from alignbench.domain.flags import Flag
from alignbench.domain.segment_table import views
from alignbench.domain.text import JOINTS, Document, Segment, Side, Span
from alignbench.language.mapped import MappedText
from alignbench.review.views import Row


@dataclass(frozen=True, slots=True)
class SideText:
    """One side of a row: its segments' views joined, with offsets into the text's content."""

    mapped: MappedText

    @property
    def text(self) -> str:
        """What is read."""
        return self.mapped.text

    def in_content(self, span: Span) -> Span:
        """The stretch of the content that a stretch of the joined view stands for."""
        return Span(*self.mapped.source_span(span.start, span.end))

    def in_view(self, span: Span) -> Span | None:
        """The stretch of the joined view that shows a stretch of the content; None if none does."""
        inside = [
            at for at, source in enumerate(self.mapped.offsets) if span.start <= source < span.end
        ]
        return Span(inside[0], inside[-1] + 1) if inside else None


def read_text(row: Row, side: Side) -> str:
    """What is read on one side of a row: its segments' views joined; quick."""
    return JOINTS[side].join(views(row.ja if side == "ja" else row.en))


def side_text(document: Document, row: Row, side: Side) -> SideText:
    """The text of one side of a row; empty for the empty side of a null link."""
    segments = row.ja if side == "ja" else row.en
    return SideText(_joined(document.side(side).content, segments, JOINTS[side]))


def flags_in_view(document: Document, row: Row) -> tuple[Flag, ...]:
    """A row's flags with their spans counted in its two texts as they are read.

    A span that the texts do not show, as one in another revision, is None.
    """
    if not row.flags:
        return ()
    ja, en = side_text(document, row, "ja"), side_text(document, row, "en")
    return tuple(
        replace(flag, ja=flag.ja and ja.in_view(flag.ja), en=flag.en and en.in_view(flag.en))
        for flag in row.flags
    )


def _joined(content: str, segments: Sequence[Segment], joint: str) -> MappedText:
    text, offsets = "", []
    for segment in segments:
        shown = mapped_view(content, segment)
        if text:
            text += joint
            offsets += [segment.start] * len(joint)
        text += shown.text
        offsets += shown.offsets
    return MappedText(text, tuple(offsets))
