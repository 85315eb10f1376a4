"""DOCX: Word documents, transitional or strict, as they look with all changes accepted."""

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.columns import columns_of, pairs_of_rows
from alignbench.documents.formats.languages import pairs_of, shown
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import PairBlock, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text
from alignbench.messages import t

SHARE_OF_TABLES = 0.6
"""Of a document's text that its bilingual tables must hold for it to be read as pairs."""


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

        tally = Tally()
        document = WordDocument(Archive(file), tally)
        if not document.has_tables:
            return None
        pairs: list[PairBlock] = []
        for rows in document.tables():
            columns = columns_of(rows)
            if columns is not None:
                pairs += pairs_of_rows(rows, columns, tally)
            else:
                for row in rows:
                    for cell in row.values():
                        tally.add(t("text outside of the bilingual tables"), cell.text)
        outside = document.outside_tables()
        inside = sum(len(shown(pair.ja) + shown(pair.en)) for pair in pairs)
        if not pairs or inside < SHARE_OF_TABLES * (inside + sum(map(len, outside))):
            return None
        for text in outside:
            tally.add(t("text outside of the bilingual tables"), text)
        return pairs_of(file, self.name, pairs, tally.told())


READERS: tuple[type[Reader], ...] = (Docx,)
