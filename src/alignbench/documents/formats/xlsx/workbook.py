"""A workbook's sheets, read row by row: a sheet may say that it has a million rows."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.block_writer import TEXT_LIMIT
from alignbench.documents.formats.csv_tables import letters
from alignbench.documents.formats.rows import Cell, Row
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xlsx.strings import pieces_of, unescaped
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
from alignbench.documents.segmentation.blocks import Piece
from alignbench.domain.errors import InputError
from alignbench.domain.text import Location
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

CELL_LIMIT = 1_000_000
"""Cells with text of one workbook."""

_ADDRESS = re.compile(r"^([A-Z]{1,3})([0-9]{1,7})$")
Ranges = list[tuple[int, int]]


_HEADS = frozenset(
    ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
)
_CODES_OF_HEADS = re.compile(r'&(?:&|"[^"]{0,80}"|\d{1,3}|K[0-9A-Fa-f]{6}|[A-Za-z])')
"""Places, fonts, sizes, colours, and what programs fill in: `&C`, `&"Arial"`, `&12`, `&P`."""


class Workbook:
    """A workbook that has been opened."""

    def __init__(self, archive: Archive, tally: Tally) -> None:
        """Raises InputError: the archive holds no workbook."""
        self.archive = archive
        self.tally = tally
        main = relations(archive, "").values()
        self.name = next((name for kind, name in main if kind == "officeDocument" and name), "")
        if not self.name and archive.has("xl/workbook.xml"):
            self.name = "xl/workbook.xml"
        if not self.name:
            raise InputError(
                t("{path} is a ZIP archive without a workbook in it.", path=archive.path),
                t("Give an .xlsx file that Excel can open."),
            )
        self.relations = relations(archive, self.name)
        shared = next(
            (name for kind, name in self.relations.values() if kind == "sharedStrings"), ""
        )
        self.shared = self._shared(shared) if shared else []
        self.cells = self.characters = 0

    def sheets(self) -> list[list[Row]]:
        """The rows of each visible sheet."""
        found: list[list[Row]] = []
        for sheet in children(child(part(self.archive, self.name), "sheets"), "sheet"):
            kind, name = self.relations.get(attribute(sheet, "id") or "", ("", ""))
            if not name or kind != "worksheet":
                continue
            rows = self._rows(name, sheet.get("name") or "")
            if (sheet.get("state") or "visible") != "visible":
                for row in rows:
                    for cell in row.values():
                        self.tally.add(t("hidden sheets"), cell.text)
            else:
                found.append(rows)
        return found

    def _shared(self, name: str) -> list[tuple[Piece, ...]]:
        return [pieces_of(item) for item in children(part(self.archive, name), "si")]

    def _rows(self, name: str, sheet: str) -> list[Row]:
        notes = self._comments(name)
        hidden: Ranges = []
        rows: list[Row] = []
        row: Row = {}
        number = column = 0
        for event, element in _events(self.archive, name):
            tag = local(element)
            if event == "start":
                if tag == "row":
                    said = element.get("r") or ""
                    number = int(said) if said.isdigit() and len(said) < 8 else number + 1
                    row, column = {}, -1
                continue
            if tag == "col" and attribute(element, "hidden") in ("1", "true"):
                hidden.append((_int(element.get("min")) - 1, _int(element.get("max")) - 1))
            elif tag == "c":
                column = _column(element.get("r"), column + 1)
                pieces = self._value(element)
                if "".join(map(_shown, pieces)).strip():
                    address = f"{letters(column)}{number}"
                    note = notes.pop(address, "")
                    cell = Cell(pieces, Location(part=sheet, cell=address), note)
                    self._count(cell)
                    if any(first <= column <= last for first, last in hidden):
                        self.tally.add(t("hidden columns"), cell.text)
                    else:
                        row[column] = cell
            elif tag == "row":
                if attribute(element, "hidden") in ("1", "true"):
                    for cell in row.values():
                        self.tally.add(t("hidden rows"), cell.text)
                elif row:
                    rows.append(row)
            elif tag in _HEADS:
                self.tally.add(t("printed heads and feet"), _words_of_head(element.text or ""))
            if tag in ("c", "row", "col", "mergeCell", "hyperlink", "conditionalFormatting"):
                element.clear()
                _forget_before(element)
        for note in notes.values():
            self.tally.add(t("comments"), note)
        return rows

    def _value(self, cell: "_Element") -> tuple[Piece, ...]:
        """What a cell shows, if that is text; numbers are no text."""
        kind = cell.get("t") or "n"
        formula = child(cell, "f")
        found = child(cell, "v")
        value = (found.text or "") if found is not None else None
        if kind == "inlineStr":
            inside = child(cell, "is")
            return pieces_of(inside) if inside is not None else ()
        if kind == "s":
            at = _int(value)
            if 0 <= at < len(self.shared):
                return self.shared[at]
            if not self.shared:
                raise InputError(
                    t("{path} is damaged: the part with its texts is missing.",
                      path=self.archive.path),
                    t("Save it anew in the program that made it."),
                )  # fmt: skip
            self.tally.mention(t("cells whose text is missing"))
            return ()
        if kind == "str" and value:
            return (unescaped(value),)
        if kind == "e":
            self.tally.add(t("errors in formulas"), value or "#")
        elif formula is not None and not value:
            if kind != "str" or value is None:
                self.tally.add(t("formulas that were never calculated"), formula.text or "=")
        elif kind == "d" or value:
            self.tally.add(t("numbers and dates"), value or "")
        return ()

    def _comments(self, name: str) -> dict[str, str]:
        """What people wrote beside cells, by the cells' addresses."""
        found: dict[str, str] = {}
        for kind, other in relations(self.archive, name).values():
            if kind == "comments" and other:
                for comment in descendants(part(self.archive, other), "comment"):
                    found[comment.get("ref") or ""] = unescaped(text_in(comment)).strip()
            elif kind == "threadedComment" and other:
                for comment in descendants(part(self.archive, other), "threadedComment"):
                    found[comment.get("ref") or ""] = text_in(comment).strip()
            elif kind == "drawing" and other:
                for words in descendants(part(self.archive, other), "t"):
                    self.tally.add(t("texts of drawings"), words.text or "")
        return found

    def _count(self, cell: Cell) -> None:
        self.cells += 1
        self.characters += len(cell.text)
        if self.cells > CELL_LIMIT or self.characters > TEXT_LIMIT:
            raise InputError(
                t("{path} has too many cells with text.", path=self.archive.path),
                t("Cut it into several workbooks."),
            )


def _words_of_head(text: str) -> str:
    """A printed head or foot less what is put there when it is printed."""
    return unescaped(_CODES_OF_HEADS.sub(lambda code: "&" if code[0] == "&&" else " ", text))


def _events(archive: Archive, name: str) -> "Iterator[tuple[str, _Element]]":
    """The elements of a sheet as they begin and end."""
    from lxml import etree

    source = io.BytesIO(archive.read(name))
    try:
        yield from etree.iterparse(
            source, events=("start", "end"), resolve_entities=False, no_network=True,
            load_dtd=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
    except etree.XMLSyntaxError as error:
        raise InputError(
            t("{path} is damaged: its part {part} is not well-formed XML.",
              path=archive.path, part=name),
            t("Save it anew in the program that made it."),
        ) from error  # fmt: skip


def _forget_before(element: "_Element") -> None:
    """Let go of what stood before an element, so that a long sheet takes no more room."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _column(address: str | None, following: int) -> int:
    match = _ADDRESS.match(address or "")
    if match is None:
        return following
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _shown(piece: Piece) -> str:
    return piece if isinstance(piece, str) else getattr(piece, "base", "")


def _int(value: str | None) -> int:
    return int(value) if value and value.isdigit() and len(value) < 10 else -1
