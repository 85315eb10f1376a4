"""OpenDocument text: what LibreOffice Writer saves, as it looks with all changes accepted.

The format: OASIS Open Document Format for Office Applications 1.3, part 3.
"""

from alignbench.documents.formats.bilingual_tables import pairs_of_tables
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text

_KIND = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FLAT = b"<office:document "


class Odt:
    """Reads OpenDocument text, in an archive or flat."""

    name = "odt"
    suffixes = (".odt", ".ott", ".fodt")

    def sniff(self, head: bytes) -> bool:
        """Whether the archive's first part names the format, or the root element does."""
        if head.startswith(b"PK\x03\x04"):
            return _KIND in head[:200]
        return _FLAT in head[:4000] and b"opendocument.text" in head[:20_000]

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a document, or one side of its bilingual tables."""
        both = self.read_pairs(file, options)
        if both is not None:
            return both.ja if side == "ja" else both.en
        from alignbench.documents.formats.odt.document import TextDocument

        document = TextDocument(file, Tally())
        blocks = document.blocks()
        return text_of_blocks(file, side, self.name, blocks, document.tally.told())

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The pairs of a document that is a table in both languages."""
        from alignbench.documents.formats.odt.document import TextDocument

        return pairs_of_tables(file, self.name, TextDocument(file, Tally()))


READERS: tuple[type[Reader], ...] = (Odt,)
