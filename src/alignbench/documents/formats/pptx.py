"""PPTX: presentations, slide by slide in the order in which they are shown."""

from typing import TYPE_CHECKING

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.reader import Reader, ReadingOptions
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
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Location, Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = frozenset(("title", "ctrTitle"))
_FURNITURE = frozenset(("sldNum", "ftr", "dt", "hdr"))


class Pptx:
    """Reads PowerPoint presentations."""

    name = "pptx"
    suffixes = (".pptx", ".pptm", ".potx", ".ppsx")

    def sniff(self, head: bytes) -> bool:
        """Whether the archive's first names are a presentation's."""
        return head.startswith(b"PK\x03\x04") and b"ppt/" in head[:20_000]

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """The text of a presentation."""
        tally = Tally()
        slides = _Slides(Archive(file), tally)
        slides.read()
        return text_of_blocks(file, side, self.name, slides.writer.blocks, tally.told())


class _Slides:
    """One pass over the slides of a presentation."""

    def __init__(self, archive: Archive, tally: Tally) -> None:
        self.archive = archive
        self.tally = tally
        self.writer = BlockWriter()
        self.location = Location()

    def read(self) -> None:
        main = relations(self.archive, "").values()
        name = next((name for kind, name in main if kind == "officeDocument" and name), "")
        if not name:
            raise InputError(
                t("{path} is a ZIP archive without a presentation in it.", path=self.archive.path),
                t("Give a .pptx file that PowerPoint can open."),
            )
        places = relations(self.archive, name)
        slides = children(child(part(self.archive, name), "sldIdLst"), "sldId")
        for number, slide in enumerate(slides, 1):
            ids = [value for key, value in slide.attrib.items() if str(key).endswith("}id")]
            kind, where = places.get(str(ids[0]) if ids else "", ("", ""))
            if kind == "slide" and where:
                self.location = Location(page=str(number))
                self.slide(where)

    def slide(self, name: str) -> None:
        root = part(self.archive, name)
        if (root.get("show") or "1") in ("0", "false"):
            for words in descendants(root, "t"):
                self.tally.add(t("hidden slides"), words.text or "")
            return
        places = relations(self.archive, name)
        tree = child(root, "cSld", "spTree")
        if tree is not None:
            self.shapes(tree, places, notes=False)
        for kind, where in places.values():
            if kind == "notesSlide" and where:
                notes = child(part(self.archive, where), "cSld", "spTree")
                if notes is not None:
                    self.shapes(notes, {}, notes=True)
            elif kind == "comments" and where:
                for comment in descendants(part(self.archive, where), "text", "t"):
                    self.tally.add(t("comments"), text_in(comment))

    def shapes(self, tree: "_Element", places: dict[str, tuple[str, str]], *, notes: bool) -> None:
        for shape in tree:
            name = local(shape)
            if name == "grpSp":
                self.shapes(shape, places, notes=notes)
            elif name in ("sp", "cxnSp"):
                self.shape(shape, notes=notes)
            elif name == "graphicFrame":
                self.frame(shape, places)
            elif name == "AlternateContent":
                chosen = child(shape, "Choice")
                chosen = chosen if chosen is not None else child(shape, "Fallback")
                if chosen is not None:
                    self.shapes(chosen, places, notes=notes)
            for properties in children(child(shape, f"nv{name[:1].upper()}{name[1:]}Pr"), "cNvPr"):
                words = properties.get("descr") or ""
                self.tally.add(t("alternative texts of pictures"), words)

    def shape(self, shape: "_Element", *, notes: bool) -> None:
        placeholder = child(shape, "nvSpPr", "nvPr", "ph")
        role = (placeholder.get("type") or "body") if placeholder is not None else ""
        body = child(shape, "txBody")
        if body is None:
            return
        if role in _FURNITURE:
            self.tally.add(t("slide numbers, dates and footers"), text_in(body).strip())
            return
        kind = Kind.NOTE if notes else Kind.HEADING if role in _TITLES else Kind.SENTENCE
        self.paragraphs(body, kind)

    def paragraphs(self, body: "_Element", kind: Kind) -> None:
        for paragraph in children(body, "p"):
            for piece in paragraph:
                name = local(piece)
                if name == "r":
                    self.writer.add(text_in(child(piece, "t")).replace("\v", "\n"))
                elif name == "br":
                    self.writer.line_break(kind, self.location)
                elif name == "fld":
                    if (piece.get("type") or "").startswith("slidenum"):
                        words = text_in(child(piece, "t"))
                        self.tally.add(t("slide numbers, dates and footers"), words)
                    else:
                        self.writer.add(text_in(child(piece, "t")))
            self.writer.end(kind, self.location)

    def frame(self, frame: "_Element", places: dict[str, tuple[str, str]]) -> None:
        """A table, a chart or a diagram."""
        for cell in descendants(frame, "tc"):
            body = child(cell, "txBody")
            if body is not None and not ({"hMerge", "vMerge"} & set(map(str, cell.attrib))):
                self.paragraphs(body, Kind.CELL)
        for below in descendants(frame, "chart", "relIds"):
            names = ("id",) if local(below) == "chart" else ("dm",)
            for name in names:
                _, where = places.get(attribute(below, name) or "", ("", ""))
                if where and local(below) == "chart":
                    self.chart(part(self.archive, where))
                elif where:
                    for point in descendants(part(self.archive, where), "pt"):
                        body = child(point, "t")
                        if body is not None:
                            self.paragraphs(body, Kind.CELL)

    def chart(self, root: "_Element") -> None:
        """The titles of a chart, the names of its rows and columns; its numbers are said."""
        shown: set[str] = set()
        for element in root.iter():
            name = local(element)
            if name == "rich":
                self.paragraphs(element, Kind.CAPTION)
            elif name == "strCache":
                for value in descendants(element, "v"):
                    words = (value.text or "").strip()
                    if words and words not in shown:
                        shown.add(words)
                        self.writer.add(words)
                        self.writer.end(Kind.CELL, self.location)
            elif name == "numCache":
                for value in descendants(element, "v"):
                    self.tally.add(t("numbers of charts"), value.text or "")


READERS: tuple[type[Reader], ...] = (Pptx,)
