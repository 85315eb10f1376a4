"""AsciiDoc, as Asciidoctor shows it, without what it includes."""

import re

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Side, Text

_BEGINS = re.compile(rb"\A(?:\xef\xbb\xbf)?= \S[^\n]*\n(?:[^\n]*\n){0,3}:[\w-]+:")


class AsciiDoc:
    """Reads AsciiDoc."""

    name = "asciidoc"
    suffixes = (".adoc", ".asciidoc", ".asc")

    def sniff(self, head: bytes) -> bool:
        """Whether a title stands at the top and attributes below it."""
        return _BEGINS.match(head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a page."""
        from alignbench.documents.formats.asciidoc.page import blocks_of_page
        from alignbench.documents.formats.tally import Tally

        decoded = file.decoded(side, options.encoding)
        tally = Tally()
        blocks = blocks_of_page(decoded.content.removeprefix("\ufeff"), tally)
        return text_of_blocks(
            file, side, self.name, blocks, tally.told(), encoding=decoded.encoding
        )


READERS: tuple[type[Reader], ...] = (AsciiDoc,)
