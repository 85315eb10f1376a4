"""Markdown."""

import re
from collections.abc import Iterator

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.segmentation.kinds import kind_of
from alignbench.documents.segmentation.line_groups import line_groups
from alignbench.documents.segmentation.lines import lines_of
from alignbench.documents.segmentation.markup import Markup, view
from alignbench.documents.segmentation.passages import Passage
from alignbench.documents.segmentation.text_of_passages import text_of_passages
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Kind, Side, Text

_HEADING_MARK = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_ITEM_MARK = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+\S")


class Markdown:
    """Reads Markdown."""

    name = "markdown"
    suffixes = (".md", ".markdown")

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never: by its name alone."""
        return False

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a file."""
        decoded = file.decoded(side, options.encoding)
        passages = list(markdown_passages(decoded.content))
        return text_of_passages(file, side, self.name, decoded, passages)


def markdown_passages(content: str) -> Iterator[Passage]:
    """The blocks of a page."""
    before_prose = True
    for group in line_groups(content, list(lines_of(content)), Markup.MARKDOWN):
        source = content[group.start : group.end]
        shown = view(source, group.start, Markup.MARKDOWN)
        kind = Kind.FURNITURE
        if not group.furniture:
            kind = kind_of(
                shown.text,
                before_prose=before_prose,
                marked_heading=bool(_HEADING_MARK.match(source)),
                marked_item=bool(_ITEM_MARK.match(source)),
            )
        before_prose = before_prose and kind is not Kind.SENTENCE
        yield Passage(group.start, group.end, kind, shown)


READERS: tuple[type[Reader], ...] = (Markdown,)
