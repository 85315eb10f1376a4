"""reStructuredText, by what docutils makes of it, with the roles and directives of Sphinx."""

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.rst.doctree import blocks_of
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Side, Text


class ReStructuredText:
    """Reads reStructuredText."""

    name = "rst"
    suffixes = (".rst", ".rest")

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never: by its name alone."""
        return False

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a file."""
        decoded = file.decoded(side, options.encoding)
        blocks, left_out = blocks_of(decoded.content)
        return text_of_blocks(file, side, self.name, blocks, left_out, encoding=decoded.encoding)


READERS: tuple[type[Reader], ...] = (ReStructuredText,)
