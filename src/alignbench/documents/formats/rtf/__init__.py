"""RTF: documents of Word, WordPad, LibreOffice Writer and TextEdit."""

from alignbench.documents.formats.bilingual_tables import pairs_of_tables
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

_BEGINS = (b"{\\rtf", b"\xef\xbb\xbf{\\rtf")


class Rtf:
    """Reads Rich Text Format."""

    name = "rtf"
    suffixes = (".rtf",)

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as RTF does."""
        return head.lstrip().startswith(_BEGINS)

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """The text of a document, or one side of its bilingual tables."""
        from alignbench.documents.formats.rtf.document import RtfDocument

        document = RtfDocument(_known(file), Tally())
        told = document.tally.told()
        both = pairs_of_tables(file, self.name, document)
        if both is not None:
            return both.ja if side == "ja" else both.en
        return text_of_blocks(file, side, self.name, document.blocks(), told)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The pairs of a document that is a table in both languages."""
        from alignbench.documents.formats.rtf.document import RtfDocument

        return pairs_of_tables(file, self.name, RtfDocument(_known(file), Tally()))


def _known(file: SourceFile) -> SourceFile:
    """The file. Raises InputError: it does not begin as RTF does."""
    if not file.data[:1000].lstrip().startswith(_BEGINS):
        raise InputError(
            t("{path} is no RTF, whatever its name says.", path=file.path),
            t("Open it in Word or LibreOffice Writer and save it as .docx or .rtf."),
        )
    return file


READERS: tuple[type[Reader], ...] = (Rtf,)
