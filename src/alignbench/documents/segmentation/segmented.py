"""Segmented files: one segment a line, exactly as it stands."""

from alignbench.documents.encoding import Decoded
from alignbench.documents.segmentation.account import left_out_of
from alignbench.documents.segmentation.lines import lines_of
from alignbench.documents.segmentation.markup import verbatim_view
from alignbench.documents.segmentation.passages import trimmed
from alignbench.documents.segmentation.views import runs_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Kind, Paragraph, Segment, Side, Span, Text
from alignbench.messages import t


def one_segment_a_line(file: SourceFile, side: Side, decoded: Decoded) -> Text:
    """The text of a segmented file; blank lines stand between its paragraphs."""
    paragraphs, segments = lines_as_segments(decoded.content)
    left_out = left_out_of(decoded.content, segments, (), t("marks"))
    return Text(
        side,
        decoded.content,
        file.sha256,
        decoded.encoding,
        file.name,
        paragraphs,
        segments,
        "segmented",
        left_out,
    )


def lines_as_segments(content: str) -> tuple[tuple[Paragraph, ...], tuple[Segment, ...]]:
    """A segment for each line that is not blank."""
    paragraphs: list[Paragraph] = []
    segments: list[Segment] = []
    fresh = True
    for line in lines_of(content):
        if not line.text:
            fresh = True
            continue
        start, end = trimmed(content, line.start, line.end)
        if fresh:
            paragraphs.append(Paragraph(start, end, Kind.SENTENCE))
        else:
            paragraphs[-1] = Paragraph(paragraphs[-1].start, end, Kind.SENTENCE)
        shown = verbatim_view(content[start:end], start)
        # Line and segment numbers must agree, so a line of controls alone is a segment too.
        text, runs = shown.text or "\ufffd", runs_of(shown.offsets) or (Span(start, start + 1),)
        segments.append(Segment(start, end, Kind.SENTENCE, len(paragraphs) - 1, text, (), runs))
        fresh = False
    return tuple(paragraphs), tuple(segments)
