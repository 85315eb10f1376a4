"""Japanese law as e-Gov publishes it, and its translations in the same elements.

https://laws.e-gov.go.jp/file/XMLSchemaForJapaneseLaw_v3.xsd
"""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import descendants, local, parsed, text_in
from alignbench.documents.segmentation.blocks import Ruby, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(rb"<Law[\s>]")
_BODY = re.compile(rb"<(?:LawBody|LawNum)[\s>/]")
_LABEL = re.compile(r"ParagraphNum|(?:Item|Subitem\d+|Class)Title")
"""A number that stands before its sentence, on one line with it."""
_SENTENCES = re.compile(
    r"(?:Paragraph|Item|Subitem\d+|Class|List|Sublist\d+|AmendProvision)Sentence"
)
_HEADING = re.compile(r"\w+(?:Title|Caption|Label)")
_ITEM = re.compile(r"Item|Subitem\d+|Class|List|Sublist\d+")
_CELL = re.compile(r"Table(?:Header)?Column")
_INLINE = frozenset(("Sentence", "Column", "Line", "Sup", "Sub", "QuoteStruct", "ArithFormula"))


class Law:
    """Reads the standard XML of laws."""

    name = "law"
    suffixes = (".xml",)

    def sniff(self, head: bytes) -> bool:
        """Whether it holds a law."""
        return _ROOT.search(head) is not None and _BODY.search(head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """The text of a law, or of several.

        Raises:
            InputError: there is none.
        """
        root = parsed(file.data, file.path)
        tally = Tally()
        law = _Law(tally)
        for each in [root] if local(root) == "Law" else descendants(root, "Law"):
            law.read(each, Kind.SENTENCE)
        if not law.writer.blocks:
            raise InputError(
                t("{path} holds no text of a law.", path=file.path),
                t("Get the law's XML from e-Gov once more."),
            )
        return text_of_blocks(file, side, self.name, law.writer.blocks, tally.told())


class _Law:
    """One pass over a law."""

    def __init__(self, tally: Tally) -> None:
        self.writer = BlockWriter()
        self.tally = tally

    def read(self, element: "_Element", kind: Kind) -> None:
        """An element; `kind` is what a paragraph is there."""
        name = local(element)
        if not name:
            return
        if name == "TOC":
            self.tally.add(t("tables of contents"), _words(element))
        elif name == "Ruby":
            self.ruby(element)
        elif name in ("Fig", "FigStruct") and not text_in(element).strip():
            self.tally.mention(t("pictures"))
        elif _LABEL.fullmatch(name):
            if words := _words(element):
                self.writer.add(words + _space(words))
        elif name in _INLINE or _SENTENCES.fullmatch(name):
            self.in_line(element, name, kind)
        else:
            self.writer.end(kind)
            own = _kind(name, kind)
            self.inside(element, own)
            self.beside(element, name)
            self.writer.end(own)

    def in_line(self, element: "_Element", name: str, kind: Kind) -> None:
        before = element.getprevious()
        if name == "Column" and before is not None and local(before) == "Column":
            self.writer.add(_space(text_in(before).strip()))
        elif name == "Sentence" and before is not None and local(before) == "Sentence":
            self.writer.add("" if _space(text_in(before).strip()) == "\u3000" else " ")
        self.inside(element, kind)
        if _SENTENCES.fullmatch(name):
            self.writer.end(kind)

    def inside(self, element: "_Element", kind: Kind) -> None:
        """What an element holds. Blanks between elements are there for the look of the file."""
        self.text(element.text)
        for below in element:
            self.read(below, kind)
            self.text(below.tail)

    def text(self, text: str | None) -> None:
        if text and text.strip():
            self.writer.add(re.sub(r"\s*\n\s*", "\n", text))

    def ruby(self, element: "_Element") -> None:
        reading = "".join(text_in(rt) for rt in descendants(element, "Rt")).strip()
        base = "".join(filter(None, [element.text, *(below.tail for below in element)])).strip()
        self.writer.add(Ruby(base, reading) if reading and base else base)

    def beside(self, element: "_Element", name: str) -> None:
        """What attributes say that people read."""
        if name == "LawTitle":
            for key in ("Kana", "Abbrev"):
                self.tally.add(t("readings and short names of titles"), element.get(key) or "")
        elif name == "SupplProvisionLabel":
            parent = element.getparent()
            amended = (parent.get("AmendLawNum") or "") if parent is not None else ""
            extract = parent is not None and parent.get("Extract") == "true"
            self.writer.add(f"\u3000（{amended}）" if amended else "")
            self.writer.add("\u3000抄" if extract else "")


def _kind(name: str, kind: Kind) -> Kind:
    if _CELL.fullmatch(name):
        return Kind.CELL
    if kind is Kind.CELL:
        return kind
    if _HEADING.fullmatch(name):
        return Kind.HEADING
    if name == "LawNum":
        return Kind.BYLINE
    return Kind.LIST_ITEM if _ITEM.fullmatch(name) else kind


def _space(words: str) -> str:
    """What stands behind a number or a column: a wide space in Japanese."""
    return " " if words.isascii() else "\u3000"


def _words(element: "_Element") -> str:
    return " ".join(text_in(element).split())


READERS: tuple[type[Reader], ...] = (Law,)
