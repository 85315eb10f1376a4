"""Plain text: paragraphs, headings and lists by how they look."""

import re
from collections.abc import Iterator, Sequence

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.segmentation.account import Aside
from alignbench.documents.segmentation.bounds import check_lines
from alignbench.documents.segmentation.kinds import kind_of
from alignbench.documents.segmentation.line_groups import (
    LineGroup,
    line_groups,
    typesetters_words,
)
from alignbench.documents.segmentation.lines import Line, lines_of
from alignbench.documents.segmentation.markup import plain_view
from alignbench.documents.segmentation.passages import Passage
from alignbench.documents.segmentation.quoted_lines import QUOTE
from alignbench.documents.segmentation.segmented import one_segment_a_line
from alignbench.documents.segmentation.text_of_passages import text_of_passages
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Kind, Side, Text
from alignbench.language.ruby import NOTE, base_span, html_spans, rubies
from alignbench.messages import t

_HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]|.{0,60}［＃[^］]{0,40}見出し］")


class PlainText:
    """Reads anything that is text and nothing else."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never: whatever nobody else knows is plain text."""
        return False

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a file."""
        decoded = file.decoded(side, options.encoding)
        content = decoded.content
        lines = list(lines_of(content))
        check_lines(file, lines)
        if options.segmented:
            return one_segment_a_line(file, side, decoded)
        passages = plain_passages(content, lines)
        asides = list(typesetting(content, lines))
        return text_of_passages(file, side, self.name, decoded, passages, asides)


def plain_passages(content: str, lines: Sequence[Line]) -> list[Passage]:
    """The paragraphs of a plain text and its furniture."""
    return list(_passages(content, line_groups(content, lines)))


def typesetting(content: str, lines: Sequence[Line]) -> Iterator[Aside]:
    """Ruby and notes for typesetters, the legend of marks and the colophon."""
    legend, colophon = typesetters_words(lines)
    for part, what in ((legend, t("legend of marks")), (colophon, t("colophon"))):
        if part:
            yield Aside(lines[part[0]].start, lines[part[-1]].end, what)
    for note in NOTE.finditer(content):
        yield Aside(*note.span(), t("notes for typesetters"))
    for ruby in rubies(content):
        yield Aside(base_span(ruby)[1], ruby.end(), t("ruby readings"))
    for start, end in html_spans(content):
        yield Aside(start, end, t("ruby readings"))


def _passages(content: str, groups: Sequence[LineGroup]) -> Iterator[Passage]:
    before_prose = True
    for group in groups:
        source = content[group.start : group.end]
        seen = plain_view(source, group.start, QUOTE if group.quoted else None)
        kind = Kind.FURNITURE
        if not group.furniture:
            kind = kind_of(
                seen.shown.text,
                before_prose=before_prose,
                marked_heading=bool(_HEADING_MARK.match(source)),
                marked_item=False,
            )
        before_prose = before_prose and kind is not Kind.SENTENCE
        yield Passage(group.start, group.end, kind, seen.shown, readings=seen.readings)


READERS: tuple[type[Reader], ...] = (PlainText,)
