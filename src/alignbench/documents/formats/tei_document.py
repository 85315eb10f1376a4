"""What a TEI document holds, paragraph by paragraph."""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import descendants, local, text_in
from alignbench.documents.segmentation.blocks import Mark, Piece, Ruby
from alignbench.domain.text import Kind, PlaceholderKind
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

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


class TeiDocument:
    """One pass over a document."""

    def __init__(self, writer: BlockWriter, tally: Tally) -> None:
        self.writer = writer
        self.tally = tally
        self.notes: list[_Element] = []

    def read(self, root: "_Element") -> None:
        """All of a document, its notes at the end."""
        self.inside(root, Kind.SENTENCE)
        self.writer.end(Kind.SENTENCE)
        while self.notes:
            notes, self.notes = self.notes, []
            for note in notes:
                self.inside(note, Kind.FOOTNOTE)
                self.writer.end(Kind.FOOTNOTE)

    def inside(self, element: "_Element", kind: Kind) -> None:
        """What an element holds; `kind` is what a paragraph is there."""
        self._text(element.text)
        for below in element:
            self._inner(below, kind)
            self._text(below.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.writer.add(re.sub(r"[ \t]*\n\s*", "\n", text))

    def _inner(self, element: "_Element", kind: Kind) -> None:
        name = local(element)
        if name in ("teiHeader", "cesHeader"):
            self.tally.add(t("header"), " ".join(text_in(element).split()))
        elif name in ("del", "sic", "orig", "abbr") and self._replaced(element, name):
            self.tally.add(t("deleted or corrected text (del, sic)"), text_in(element))
        elif name == "rdg":
            self.tally.add(t("other readings (rdg)"), text_in(element))
        elif name == "fw":
            self.tally.add(t("running heads and page numbers"), text_in(element))
        elif name == "ruby":
            self.writer.add(_ruby(element))
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

    def _replaced(self, element: "_Element", name: str) -> bool:
        """Whether something else stands in the place of an element."""
        parent = element.getparent()
        return name == "del" or (parent is not None and local(parent) == "choice")


def _ruby(element: "_Element") -> Piece:
    """A ruby of TEI or of HTML: the base in an element of its own, or bare."""
    reading = "".join(text_in(e) for e in descendants(element, "rt")).strip()
    base = "".join(text_in(e) for e in descendants(element, "rb")).strip()
    if not base:
        beside = [element.text, *(below.tail for below in element)]
        base = "".join(filter(None, beside)).strip()
    return Ruby(base, reading) if reading else base
