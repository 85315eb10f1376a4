"""DOCX: Word documents, transitional or strict, as they look with all changes accepted."""

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.bilingual_tables import pairs_of_tables
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text


class Docx:
    """Reads Word documents."""

    name = "docx"
    suffixes = (".docx", ".docm", ".dotx", ".dotm")

    def sniff(self, head: bytes) -> bool:
        """Whether the archive's first names are a Word document's."""
        return head.startswith(b"PK\x03\x04") and b"word/" in head[:20_000]

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a document, or one side of its bilingual tables."""
        both = self.read_pairs(file, options)
        if both is not None:
            return both.ja if side == "ja" else both.en
        from alignbench.documents.formats.docx.document import WordDocument

        tally = Tally()
        document = WordDocument(Archive(file), tally)
        blocks = document.blocks()
        return text_of_blocks(file, side, self.name, blocks, tally.told())

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The pairs of a document that is a table in both languages."""
        from alignbench.documents.formats.docx.document import WordDocument

        return pairs_of_tables(file, self.name, WordDocument(Archive(file), Tally()))


READERS: tuple[type[Reader], ...] = (Docx,)
