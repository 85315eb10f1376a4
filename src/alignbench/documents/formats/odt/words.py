"""What stands in a paragraph of OpenDocument: spans, links, notes, ruby, fields, frames."""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.odt.styles import Styles
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import (
    attribute,
    child,
    descendants,
    local,
    text_in,
)
from alignbench.documents.segmentation.blocks import Mark, Ruby
from alignbench.domain.text import Kind, Location, PlaceholderKind
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_NO_TEXT = frozenset((
    "bookmark", "bookmark-start", "bookmark-end", "change", "change-start", "change-end",
    "soft-page-break", "reference-mark", "reference-mark-start", "reference-mark-end",
    "annotation-end", "toc-mark", "toc-mark-start", "toc-mark-end", "alphabetical-index-mark",
    "alphabetical-index-mark-start", "alphabetical-index-mark-end", "user-index-mark",
))  # fmt: skip


FRAMES = frozenset((
    "frame", "custom-shape", "g", "rect", "line", "circle", "ellipse", "path", "polygon",
    "polyline", "connector", "caption", "measure",
))  # fmt: skip


class Words:
    """Reads the inside of paragraphs into a writer."""

    def __init__(self, writer: BlockWriter, styles: Styles, tally: Tally) -> None:
        self.writer = writer
        self.styles = styles
        self.tally = tally
        self.notes: list[_Element] = []
        """The bodies of the notes that were referred to, in order."""
        self.boxes: list[_Element] = []
        """Text boxes of the present paragraph, which are read after it."""
        self.kind = Kind.SENTENCE
        self.location = Location()

    def read(self, element: "_Element", *, hidden: bool) -> None:
        """Everything in a paragraph or a part of one."""
        self._text(element.text, hidden=hidden)
        for below in element:
            self._piece(below, local(below), hidden=hidden)
            self._text(below.tail, hidden=hidden)

    def _text(self, text: str | None, *, hidden: bool) -> None:
        if text and hidden:
            self.tally.add(t("hidden text"), text)
        elif text:
            self.writer.add(_BLANKS.sub(" ", text))

    def _piece(self, element: "_Element", name: str, *, hidden: bool) -> None:
        match name:
            case "s":
                said = attribute(element, "c") or "1"
                self.writer.add(" " * min(_MOST_SPACES, int(said) if said.isdecimal() else 1))
            case "tab":
                self.writer.add(" ")
            case "line-break":
                self.writer.line_break(self.kind, self.location)
            case "ruby" if not hidden:
                self._ruby(element)
            case "note":
                self._note(element)
            case "a" if not hidden:
                self._link(element)
            case "annotation":
                said = " ".join(text_in(e) for e in descendants(element, "p"))
                self.tally.add(t("comments"), said)
            case _ if name in FRAMES:
                self.frame(element)
            case "hidden-text" if attribute(element, "is-hidden") == "true":
                self.tally.add(t("hidden text"), attribute(element, "string-value") or "")
            case "placeholder":
                self.tally.add(t("placeholder texts of content controls"), text_in(element))
            case "script":
                self.tally.add(t("scripts and styles"), text_in(element))
            case _ if name and name not in _NO_TEXT:
                said_hidden = self.styles.hidden("text", attribute(element, "style-name"))
                self.read(element, hidden=hidden if said_hidden is None else said_hidden)

    def _ruby(self, element: "_Element") -> None:
        base, reading = child(element, "ruby-base"), child(element, "ruby-text")
        words = _BLANKS.sub(" ", text_in(base))
        read = text_in(reading).strip()
        if words:
            self.writer.add(Ruby(words, read) if read else words)

    def _note(self, element: "_Element") -> None:
        body = child(element, "note-body")
        if body is None:
            return
        self.notes.append(body)
        self.writer.add(Mark("", PlaceholderKind.NOTE_MARK, str(len(self.notes))))

    def _link(self, element: "_Element") -> None:
        """A link: a placeholder, where it holds words alone."""
        before = self.writer.taken()
        self.read(element, hidden=False)
        inside = self.writer.taken()
        target = attribute(element, "href") or ""
        words = [piece for piece in inside if isinstance(piece, str)]
        if target and words and len(words) == len(inside):
            inside = [Mark("".join(words), PlaceholderKind.LINK, target)]
        self.writer.give_back(before + inside)

    def frame(self, element: "_Element") -> None:
        """A picture or a drawing; the text in it is read after the paragraph."""
        if child(element, "p") is not None:
            self.boxes.append(element)
        for below in element:
            name = local(below)
            if name == "text-box":
                self.boxes.append(below)
            elif name in ("title", "desc"):
                self.tally.add(t("alternative texts of pictures"), text_in(below))
            elif name == "object":
                self.tally.add(t("embedded objects"), text_in(below))
            elif name in FRAMES:
                self.frame(below)
