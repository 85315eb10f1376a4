"""The body of an OpenDocument text, its notes and what stands beside it, as blocks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.block_writer import BlockWriter, shown_of
from alignbench.documents.formats.odt.styles import Styles
from alignbench.documents.formats.odt.words import FRAMES, Words
from alignbench.documents.formats.rows import Row, filled_rows
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import (
    attribute,
    child,
    children,
    descendants,
    local,
    parsed,
    part,
    text_in,
)
from alignbench.documents.segmentation.blocks import Block, Piece
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Location
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

COLUMN_LIMIT = 1_000
_INDEXES = frozenset((
    "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index",
    "user-index", "bibliography",
))  # fmt: skip
_ROWS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_BESIDE = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")


class TextDocument:
    """An OpenDocument text that has been opened."""

    def __init__(self, file: SourceFile, tally: Tally) -> None:
        """Raises InputError: it holds no text document, or needs a password."""
        self.tally = tally
        root, self._styles = _opened(file)
        self.body = child(root, "body", "text")
        if self.body is None:
            raise InputError(
                t("{path} is no text document of OpenDocument.", path=file.path),
                t("Give an .odt file that LibreOffice Writer can open."),
            )
        self.writer = BlockWriter()
        self.words = Words(self.writer, Styles(self._styles, root), tally)
        self.kinds: list[Kind] = []

    @property
    def has_tables(self) -> bool:
        """Whether a table stands at the top of the body."""
        return next(children(self.body, "table"), None) is not None

    def blocks(self) -> list[Block]:
        """Everything that is read, notes after the body; what is not read is told."""
        if self.body is not None:
            self.story(self.body)
        self.notes()
        self.beside()
        return self.writer.blocks

    def story(self, element: "_Element") -> None:
        """Headings, paragraphs, lists and tables, whatever they are wrapped in."""
        for below in element:
            name = local(below)
            if name in ("p", "h"):
                self.paragraph(below, name)
            elif name in ("list-item", "list-header", "numbered-paragraph"):
                self.within(below, Kind.LIST_ITEM)
            elif name == "table":
                self.table(below)
            elif name == "tracked-changes":
                for deleted in descendants(below, "deletion"):
                    self.tally.add(
                        t("deleted text (tracked changes)"),
                        " ".join(text_in(e) for e in descendants(deleted, "p", "h")),
                    )
            elif name in _INDEXES:
                self.tally.add(t("tables of contents and indexes"), text_in(below))
            elif name == "section" and attribute(below, "display") in ("none", "condition"):
                self.tally.add(t("hidden text"), text_in(below))
            elif name in FRAMES:
                self.words.frame(below)
                self.frames()
            elif name not in ("sequence-decls", "variable-decls", "user-field-decls", "forms", ""):
                self.story(below)

    def within(self, element: "_Element", kind: Kind) -> None:
        """What stands in an item or a cell: its first paragraph is of that kind."""
        self.kinds.append(kind)
        self.story(element)
        self.kinds.pop()

    def paragraph(self, element: "_Element", name: str) -> None:
        """A paragraph or a heading; its number is a label and no text."""
        style = attribute(element, "style-name")
        words = self.words
        words.kind = self.kind_of(style, name)
        hidden = any(
            attribute(mark, "is-hidden") == "true"
            for mark in descendants(element, "hidden-paragraph")
        )
        hidden = hidden or bool(words.styles.hidden("paragraph", style))
        words.read(element, hidden=hidden)
        self.writer.end(words.kind, words.location)
        self.frames()

    def frames(self) -> None:
        """The text boxes of the paragraph that was read."""
        boxes, self.words.boxes = self.words.boxes, []
        for box in boxes:
            self.story(box)

    def kind_of(self, style: str | None, name: str) -> Kind:
        """What a paragraph is, by where it stands and its style."""
        if self.words.location.footnote_of:
            return Kind.FOOTNOTE
        if Kind.CELL in self.kinds:
            return Kind.CELL
        if name == "h" or self.words.styles.title(style):
            return Kind.HEADING
        return self.kinds[-1] if self.kinds else Kind.SENTENCE

    def table(self, element: "_Element") -> None:
        """A table, row by row; a cell that lies under another is no cell."""
        for _, cells in _rows(element):
            for cell in cells:
                self.within(cell, Kind.CELL)

    def notes(self) -> None:
        """Footnotes and endnotes, in the order in which the text refers to them."""
        for number, note in enumerate(self.words.notes, 1):  # notes have none of their own
            self.words.location = Location(footnote_of=str(number))
            self.story(note)
        self.words.location = Location()

    def beside(self) -> None:
        """Headers and footers, which are no part of the running text."""
        if self._styles is None:
            return
        for found in descendants(self._styles, *_BESIDE):
            for paragraph in descendants(found, "p"):
                self.tally.add(t("headers and footers"), text_in(paragraph))

    def tables(self) -> Iterator[list[Row]]:
        """The tables at the top of the body, cell by cell."""
        for table in children(self.body, "table"):
            yield filled_rows(_rows(table), self._pieces)

    def outside_tables(self) -> list[str]:
        """The text that stands in no table at the top of the body, and of the notes."""
        if self.body is not None:
            for table in list(children(self.body, "table")):
                self.body.remove(table)
        start = len(self.writer.blocks)
        self.blocks()
        return ["".join(map(shown_of, block.pieces)) for block in self.writer.blocks[start:]]

    def _pieces(self, cell: "_Element") -> list[Piece]:
        """All of a cell in one."""
        start = len(self.writer.blocks)
        self.within(cell, Kind.CELL)
        return self.writer.taken_back(start)


def _opened(file: SourceFile) -> "tuple[_Element, _Element | None]":
    """The root of the content and that of the styles."""
    if not file.data.startswith(b"PK"):
        root = parsed(file.data, file.path)
        return root, root
    archive = Archive(file)
    manifest = "META-INF/manifest.xml"
    if archive.has(manifest) and any(
        True for _ in descendants(part(archive, manifest), "encryption-data")
    ):
        raise InputError(
            t("{path} is protected by a password.", path=file.path),
            t("Save it without a password first."),
        )
    styles = part(archive, "styles.xml") if archive.has("styles.xml") else None
    return part(archive, "content.xml"), styles


def _rows(table: "_Element") -> "Iterator[tuple[list[int], list[_Element]]]":
    """The rows of a table: the columns where its cells begin, and the cells."""
    for below in table:
        name = local(below)
        if name in _ROWS:
            yield from _rows(below)
        elif name == "table-row":
            columns: list[int] = []
            cells: list[_Element] = []
            at = 0
            for cell in below:
                if local(cell) == "table-cell" and at < COLUMN_LIMIT:
                    columns.append(at)
                    cells.append(cell)
                said = attribute(cell, "number-columns-repeated") or "1"
                at += int(said) if said.isdecimal() and len(said) < 5 else 1
            yield columns, cells
