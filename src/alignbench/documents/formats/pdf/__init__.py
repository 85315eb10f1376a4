"""PDF: the text of pages by where its characters stand, which no other order in the file tells."""

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Side, Text


class Pdf:
    """Reads PDFs that hold text; scanned pages are said."""

    name = "pdf"
    suffixes = (".pdf",)

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as a PDF does."""
        return b"%PDF-" in head[:1024]

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """The text of the pages, running heads apart."""
        from alignbench.documents.formats.pdf.furniture import without_furniture
        from alignbench.documents.formats.pdf.glyphs import pages_of
        from alignbench.documents.formats.pdf.paragraphs import blocks_of_pages
        from alignbench.documents.formats.pdf.reading_order import lines_of_page
        from alignbench.documents.formats.pdf.vertical_edges import without_edges

        tally = Tally()
        whole = without_edges(pages_of(file, tally), tally)
        pages = [lines_of_page(page, tally) for page in whole]
        blocks = blocks_of_pages(without_furniture(pages, tally))
        return text_of_blocks(file, side, self.name, blocks, tally.told())


READERS: tuple[type[Reader], ...] = (Pdf,)
