"""TEI and InterText: documents, and alignments that name two documents beside them."""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.companions import aligned_pairs
from alignbench.documents.formats.markup_languages import unknown_xml
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import child, descendants, local, parsed, text_in
from alignbench.documents.segmentation.blocks import Mark, Ruby, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Kind, PlaceholderKind, Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(
    rb"<(?:[A-Za-z0-9]+:)?(?:TEI|TEI\.2|teiCorpus|cesDoc|cesAlign|cesAna|linkGrp|text)[\s>]"
)
_GLOSSARY = re.compile(rb"<(?:martif|tbx)[\s>]")
_KINDS = {
    "head": Kind.HEADING, "title": Kind.HEADING, "docTitle": Kind.HEADING,
    "titlePart": Kind.HEADING, "byline": Kind.BYLINE, "docAuthor": Kind.BYLINE,
    "item": Kind.LIST_ITEM, "cell": Kind.CELL, "note": Kind.FOOTNOTE, "figDesc": Kind.CAPTION,
    **dict.fromkeys(("p", "ab", "l", "sp", "speaker", "lg", "div", "body", "quote", "q", "para",
                     "list", "row", "table", "stage", "closer", "opener", "salute", "signed",
                     "dateline", "trailer", "epigraph", "front", "back", "argument"),
                    Kind.SENTENCE),
}  # fmt: skip
_INLINE_QUOTES = frozenset(("quote", "q"))
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
            _Document(writer, tally).read(root)
        if not writer.blocks:
            raise unknown_xml(file)
        return text_of_blocks(file, side, self.name, writer.blocks, tally.told())

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The links of an alignment, with the texts of the two documents that it names."""
        root = parsed(file.data, file.path)
        if local(root) not in _ALIGNMENTS and child(root, "linkGrp") is None:
            return None
        return aligned_pairs(file, self.name, root)


class _Document:
    """One pass over a document."""

    def __init__(self, writer: BlockWriter, tally: Tally) -> None:
        self.writer = writer
        self.tally = tally
        self.notes: list[_Element] = []

    def read(self, root: "_Element") -> None:
        self.inside(root, Kind.SENTENCE)
        self.writer.end(Kind.SENTENCE)
        while self.notes:
            notes, self.notes = self.notes, []
            for note in notes:
                self.inside(note, Kind.FOOTNOTE)
                self.writer.end(Kind.FOOTNOTE)

    def inside(self, element: "_Element", kind: Kind) -> None:
        self.text(element.text)
        for below in element:
            self.element(below, kind)
            self.text(below.tail)

    def text(self, text: str | None) -> None:
        if text:
            self.writer.add(re.sub(r"[ \t]*\n\s*", "\n", text))

    def element(self, element: "_Element", kind: Kind) -> None:
        name = local(element)
        if name in ("teiHeader", "cesHeader"):
            self.tally.add(t("header"), " ".join(text_in(element).split()))
        elif name in ("del", "sic", "orig", "abbr") and self.replaced(element, name):
            self.tally.add(t("deleted or corrected text (del, sic)"), text_in(element))
        elif name == "fw":
            self.tally.add(t("running heads and page numbers"), text_in(element))
        elif name == "ruby":
            base = "".join(text_in(e) for e in descendants(element, "rb")).strip()
            reading = "".join(text_in(e) for e in descendants(element, "rt")).strip()
            self.writer.add(Ruby(base, reading) if reading else base)
        elif name == "note":
            self.writer.add(Mark("", PlaceholderKind.NOTE_MARK, element.get("n") or ""))
            self.notes.append(element)
        elif name == "lb":
            self.writer.add("\n")
        elif name in _KINDS and not (name in _INLINE_QUOTES and not self.writer.empty):
            self.writer.end(kind)
            own = _KINDS[name] if _KINDS[name] is not Kind.SENTENCE else kind
            self.inside(element, own)
            self.writer.end(own)
        elif name:
            self.inside(element, kind)
        elif not isinstance(element.tag, str):
            self.tally.add(t("comments"), element.text or "")

    def replaced(self, element: "_Element", name: str) -> bool:
        """Whether something else stands in the place of an element."""
        parent = element.getparent()
        return name == "del" or (parent is not None and local(parent) == "choice")


READERS: tuple[type[Reader], ...] = (Tei,)
