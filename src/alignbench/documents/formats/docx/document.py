"""The body of a Word document, its notes and what stands beside it, as blocks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.block_writer import BlockWriter, shown_of
from alignbench.documents.formats.docx.runs import Runs
from alignbench.documents.formats.docx.styles import Styles, has, switch, value
from alignbench.documents.formats.rows import Row, filled_rows
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import (
    attribute,
    child,
    children,
    descendants,
    local,
    part,
    relations,
    text_in,
)
from alignbench.documents.segmentation.blocks import Block, Piece
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Location
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset(["ins", "moveTo", "smartTag", "customXml", "sdtContent"])
_PARTS = {"header": t("headers and footers"), "footer": t("headers and footers")}


class WordDocument:
    """A Word document that has been opened."""

    def __init__(self, archive: Archive, tally: Tally) -> None:
        """Raises InputError: it holds no Word document."""
        self.archive = archive
        self.tally = tally
        self.name = _main_part(archive)
        self.relations = relations(archive, self.name)
        root = part(archive, self.name)
        self.body = child(root, "body")
        styles = self._related("styles")
        self.styles = Styles(part(archive, styles) if styles else None)
        self.writer = BlockWriter()
        self.runs = Runs(self.writer, self.styles, tally, _addresses(archive, self.name))
        self.in_cell = False

    @property
    def has_tables(self) -> bool:
        """Whether a table stands at the top of the body."""
        return next(children(self.body, "tbl"), None) is not None

    def blocks(self) -> list[Block]:
        """Everything that is read, notes after the body; what is not read is told."""
        if self.body is not None:
            self.story(self.body)
        self.writer.end(self.runs.kind)
        self.notes()
        self.beside()
        return self.writer.blocks

    def story(self, element: "_Element") -> None:
        """Paragraphs and tables, whatever they are wrapped in."""
        for below in element:
            name = local(below)
            if name == "p":
                self.paragraph(below)
            elif name == "tbl":
                self.table(below)
            elif name == "sdt":
                self.control(below)
            elif name in _WRAPPERS:
                self.story(below)
            elif name in ("del", "moveFrom"):
                self.tally.add(t("deleted text (tracked changes)"), text_in(below))
            elif name == "altChunk":
                self.chunk(below)
            elif name in ("AlternateContent", "Choice"):
                chosen = child(below, "Choice")
                self.story(chosen if chosen is not None else below)
            elif name == "oMathPara":
                self.runs.read(below)
                self.writer.end(Kind.SENTENCE)

    def paragraph(self, element: "_Element") -> None:
        """A paragraph; one whose end was deleted goes on in the next."""
        properties = child(element, "pPr")
        style = value(properties, "pStyle")
        runs = self.runs
        if self.writer.empty:
            runs.kind = self.kind_of(properties, style)
        marks = child(properties, "rPr")
        runs.hidden_paragraph = self.styles.hidden(style)
        runs.read(element)
        runs.hidden_paragraph = None
        if has(marks, "del", "moveFrom"):
            return
        self.writer.end(runs.kind, runs.location)
        boxes, runs.boxes = runs.boxes, []
        for box in boxes:
            self.story(box)

    def kind_of(self, properties: "_Element | None", style: str | None) -> Kind:
        """What a paragraph is, by its style and numbering; its number is a label and no text."""
        if self.runs.location.footnote_of:
            return Kind.FOOTNOTE
        if self.in_cell:
            return Kind.CELL
        outline = value(properties, "outlineLvl")
        if self.styles.heading(style) or outline not in (None, "9"):
            return Kind.HEADING
        if child(properties, "numPr") is not None or self.styles.numbered(style):
            return Kind.LIST_ITEM
        return Kind.SENTENCE

    def table(self, element: "_Element") -> None:
        """A table, row by row; a cell that goes on from above is there once."""
        self.writer.end(self.runs.kind, self.runs.location)
        outer, self.in_cell = self.in_cell, True
        for _, cells in _rows(element, self.tally):
            for cell in cells:
                self.story(cell)
                self.writer.end(Kind.CELL, self.runs.location)
        self.in_cell = outer

    def control(self, element: "_Element") -> None:
        """A content control round paragraphs."""
        content = child(element, "sdtContent")
        if content is None:
            return
        if switch(child(element, "sdtPr"), "showingPlcHdr"):
            self.tally.add(t("placeholder texts of content controls"), text_in(content))
        else:
            self.story(content)

    def chunk(self, element: "_Element") -> None:
        """Another file inside this one, taken in by Word when it opens the document."""
        _, name = self.relations.get(attribute(element, "id") or "", ("", ""))
        ending = name.rpartition(".")[2].lower()
        if ending in ("html", "htm", "xhtml", "txt"):
            from alignbench.documents.formats.html_blocks import html_blocks

            markup = self.archive.read(name).decode("utf-8", "replace")
            if ending == "txt":
                self.writer.add(markup)
                self.writer.end(Kind.SENTENCE)
            else:
                self.writer.blocks += html_blocks(
                    markup, self.archive.path, self.tally, title=False
                )
        else:
            self.tally.add(t("embedded files (altChunk)"), name or "?")

    def notes(self) -> None:
        """Footnotes and endnotes, in the order in which the text refers to them."""
        parts = {kind: self._related(kind + "s") for kind in ("footnote", "endnote")}
        found = {
            (kind, attribute(note, "id") or ""): note
            for kind, name in parts.items()
            if name
            for note in children(part(self.archive, name), kind)
            if (attribute(note, "type") or "normal") == "normal"
        }
        runs = self.runs
        for number, key in enumerate(list(runs.notes), 1):
            note = found.pop(key, None)
            if note is not None:
                runs.location = Location(footnote_of=str(number))
                self.story(note)
                self.writer.end(Kind.FOOTNOTE, runs.location)
        runs.location = Location()
        for note in found.values():
            self.tally.add(t("notes that nothing refers to"), text_in(note))

    def beside(self) -> None:
        """Headers, footers and comments, which are no part of the running text."""
        seen: set[str] = set()
        for kind, name in self.relations.values():
            if not name:
                continue
            if kind in _PARTS:
                for paragraph in descendants(part(self.archive, name), "p"):
                    words = "".join(e.text or "" for e in descendants(paragraph, "t"))
                    if words not in seen:
                        self.tally.add(t("headers and footers"), words)
                    seen.add(words)
            elif kind == "comments":
                for comment in children(part(self.archive, name), "comment"):
                    self.tally.add(
                        t("comments"), "".join(e.text or "" for e in descendants(comment, "t"))
                    )
            elif kind in ("chart", "diagramData"):
                for found in descendants(part(self.archive, name), "t", "v"):
                    self.tally.add(t("texts of charts and diagrams"), found.text or "")

    def tables(self) -> Iterator[list[Row]]:
        """The tables at the top of the body, cell by cell."""
        for table in children(self.body, "tbl"):
            yield filled_rows(_rows(table, self.tally), self._pieces)

    def outside_tables(self) -> list[str]:
        """The text at the top of the body that stands in no table, and of the notes."""
        start = len(self.writer.blocks)
        if self.body is not None:
            for below in self.body:
                if local(below) == "p":
                    self.paragraph(below)
                elif local(below) == "sdt":
                    self.control(below)
        self.writer.end(Kind.SENTENCE)
        self.notes()
        self.beside()
        blocks = self.writer.blocks[start:]
        return ["".join(map(shown_of, block.pieces)) for block in blocks]

    def _pieces(self, cell: "_Element") -> list[Piece]:
        """All of a cell in one."""
        start = len(self.writer.blocks)
        self.story(cell)
        self.writer.end(Kind.CELL)
        return self.writer.taken_back(start)

    def _related(self, kind: str) -> str:
        return next((name for k, name in self.relations.values() if k == kind), "")


def _rows(table: "_Element", tally: Tally) -> "Iterator[tuple[list[int], list[_Element]]]":
    """The rows of a table: the columns where its cells begin, and the cells."""
    for row in _inside(table, "tr"):
        if has(child(row, "trPr"), "del"):
            tally.add(t("deleted text (tracked changes)"), text_in(row))
            continue
        columns: list[int] = []
        cells: list[_Element] = []
        at = 0
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            if merged is None or attribute(merged, "val") == "restart":
                columns.append(at)
                cells.append(cell)
            span = value(properties, "gridSpan") or "1"
            at += int(span) if span.isdigit() and len(span) < 4 else 1
        yield columns, cells


def _inside(element: "_Element", name: str) -> "Iterator[_Element]":
    """Children of that name, through content controls and the like."""
    for below in element:
        found = local(below)
        if found == name:
            yield below
        elif found in _WRAPPERS or found == "sdt":
            yield from _inside(below, name)


def _main_part(archive: Archive) -> str:
    for kind, name in relations(archive, "").values():
        if kind == "officeDocument" and name:
            return name
    if archive.has("word/document.xml"):
        return "word/document.xml"
    raise InputError(
        t("{path} is a ZIP archive without a Word document in it.", path=archive.path),
        t("Give a .docx file that Word can open."),
    )


def _addresses(archive: Archive, name: str) -> dict[str, str]:
    folder, _, base = name.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels"
    if not archive.has(rels):
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in children(part(archive, rels), "Relationship")
        if relation.get("TargetMode") == "External"
    }
