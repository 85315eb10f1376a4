"""TEI and InterText: documents, and alignments that name two documents beside them."""

import re

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.companions import aligned_pairs
from alignbench.documents.formats.markup_languages import unknown_xml
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.tei_document import TeiDocument
from alignbench.documents.formats.xml_tree import child, local, parsed
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text

_ROOT = re.compile(
    rb"<(?:[A-Za-z0-9]+:)?(?:TEI|TEI\.2|teiCorpus|cesDoc|cesAlign|cesAna|linkGrp|text)[\s>]"
)
_GLOSSARY = re.compile(rb"<(?:martif|tbx)[\s>]")
_ALIGNMENTS = frozenset(("linkGrp", "cesAlign"))


class Tei:
    """Reads TEI, InterText and XCES documents and alignments."""

    name = "tei"
    suffixes = (".xml", ".tei")

    def sniff(self, head: bytes) -> bool:
        """Whether its root is one of theirs; a glossary in TBX has a `text` too."""
        beginning = head.replace(b"\0", b"")[:6000]
        return _ROOT.search(beginning) is not None and _GLOSSARY.search(beginning) is None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a document, or one side of an alignment."""
        both = self.read_pairs(file, options)
        if both is not None:
            return both.ja if side == "ja" else both.en
        root = parsed(file.data, file.path)
        tally = Tally()
        writer = BlockWriter()
        if self.sniff(file.head):
            TeiDocument(writer, tally).read(root)
        if not writer.blocks:
            raise unknown_xml(file)
        return text_of_blocks(file, side, self.name, writer.blocks, tally.told())

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The links of an alignment, with the texts of the two documents that it names."""
        root = parsed(file.data, file.path)
        if local(root) not in _ALIGNMENTS and child(root, "linkGrp") is None:
            return None
        return aligned_pairs(file, self.name, root)


READERS: tuple[type[Reader], ...] = (Tei,)
