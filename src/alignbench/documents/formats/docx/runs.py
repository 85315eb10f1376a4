"""What stands in a paragraph of Word: runs, changes, fields, ruby, marks of notes, text boxes."""

from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.docx.fields import Fields
from alignbench.documents.formats.docx.styles import Styles, switch, value
from alignbench.documents.formats.docx.symbols import symbol
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import attribute, child, descendants, local, text_in
from alignbench.documents.segmentation.blocks import Mark, Piece, Ruby
from alignbench.domain.text import Kind, Location, PlaceholderKind
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRANSPARENT = frozenset((
    "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent", "hyperlink",
    "fldSimple", "subDoc",
))  # fmt: skip
_GONE = frozenset(("del", "moveFrom"))
_NOTES = frozenset(("footnoteReference", "endnoteReference"))


class Runs:
    """Reads the inside of paragraphs into a writer."""

    def __init__(
        self, writer: BlockWriter, styles: Styles, tally: Tally, targets: dict[str, str]
    ) -> None:
        self.writer = writer
        self.styles = styles
        self.tally = tally
        self.fields = Fields(tally)
        self.targets = targets
        """Addresses by the ids of relations."""
        self.notes: list[tuple[str, str]] = []
        """Kind and id of the notes that were referred to, in order."""
        self.boxes: list[_Element] = []
        """Text boxes that the present paragraph holds, which are read after it."""
        self.kind = Kind.SENTENCE
        self.location = Location()
        self.hidden_paragraph: bool | None = None

    def read(self, element: "_Element") -> None:
        """Everything in an element of a paragraph."""
        for below in element:
            name = local(below)
            if name == "r":
                self.run(below)
            elif name in _GONE:
                self.tally.add(t("deleted text (tracked changes)"), _texts(below))
            elif name == "sdt":
                self.control(below)
            elif name == "hyperlink":
                self.hyperlink(below)
            elif name in _TRANSPARENT:
                self.read(below)
            elif name in ("oMath", "oMathPara"):
                self.writer.add(Mark(_texts(below), PlaceholderKind.CODE))
            elif name == "AlternateContent":
                self.alternative(below)

    def control(self, element: "_Element") -> None:
        """A content control; its prompt is no text."""
        content = child(element, "sdtContent")
        if content is None:
            return
        if switch(child(element, "sdtPr"), "showingPlcHdr"):
            self.tally.add(t("placeholder texts of content controls"), _texts(content))
        else:
            self.read(content)

    def hyperlink(self, element: "_Element") -> None:
        """A link: a placeholder, where it holds words alone."""
        before = self.writer.taken()
        self.read(element)
        inside = self.writer.taken()
        target = self.targets.get(attribute(element, "id") or "", "")
        words = [piece for piece in inside if isinstance(piece, str)]
        if target and words and len(words) == len(inside):
            inside = [Mark("".join(words), PlaceholderKind.LINK, target)]
        self.writer.give_back(before + inside)

    def alternative(self, element: "_Element") -> None:
        """The first of several forms of one thing."""
        chosen = child(element, "Choice")
        chosen = chosen if chosen is not None else child(element, "Fallback")
        if chosen is not None:
            for below in chosen:
                self.piece(below, hidden=False)

    def run(self, element: "_Element") -> None:
        """A run: characters with the same properties."""
        properties = child(element, "rPr")
        hidden = switch(properties, "vanish")
        if hidden is None:
            hidden = self.styles.hidden(value(properties, "rStyle"))
        if hidden is None:
            hidden = self.hidden_paragraph
        for below in element:
            self.piece(below, hidden=bool(hidden))

    def piece(self, element: "_Element", *, hidden: bool) -> None:
        """One thing in a run."""
        name = local(element)
        if name == "fldChar":
            for piece in self.fields.mark(attribute(element, "fldCharType") or ""):
                self.text(piece, hidden=hidden)
        elif name == "instrText":
            self.fields.instruct(element.text or "")
        elif name in _NOTES:
            note = attribute(element, "id") or ""
            self.notes.append((name.removesuffix("Reference"), note))
            self.writer.add(Mark("", PlaceholderKind.NOTE_MARK, str(len(self.notes))))
        elif name in ("drawing", "pict", "object"):
            self.drawing(element)
        elif name == "AlternateContent":
            self.alternative(element)
        elif name == "r":
            self.run(element)
        elif name in ("delText", "delInstrText"):
            self.tally.add(t("deleted text (tracked changes)"), element.text or "")
        else:
            shown = self.shown(element, name)
            if shown is not None:
                self.text(shown, hidden=hidden)

    def shown(self, element: "_Element", name: str) -> Piece | None:
        """The characters of an element of a run."""
        match name:
            case "t":
                return element.text or ""
            case "tab" | "ptab":
                return " "
            case "noBreakHyphen":
                return "-"
            case "ruby":
                return Ruby(
                    _texts(child(element, "rubyBase")), _texts(child(element, "rt")).strip()
                )
            case "sym":
                font = attribute(element, "font") or ""
                code = attribute(element, "char") or ""
                found = symbol(font, code)
                if found is None:
                    self.tally.add(t("signs of symbol fonts"), f"{font} {code}")
                return found
            case "br" | "cr":
                wraps = (attribute(element, "type") or "textWrapping") == "textWrapping"
                if wraps and not self.fields.in_instruction:
                    self.writer.line_break(self.kind, self.location)
                return None
            case _:
                return None

    def text(self, piece: Piece, *, hidden: bool) -> None:
        """Characters, where they are seen."""
        words = piece if isinstance(piece, str) else getattr(piece, "base", "")
        if self.fields.in_instruction:
            self.fields.instruct(words)
        elif self.fields.in_contents:
            self.tally.add(t("tables of contents that Word makes"), words)
        elif hidden:
            self.tally.add(t("hidden text"), words)
        elif not (isinstance(piece, Ruby) and not piece.base):
            plain = isinstance(piece, Ruby) and not piece.reading
            self.writer.add(words if plain else piece)

    def drawing(self, element: "_Element") -> None:
        """A picture or a text box, whose text is read after the paragraph."""
        for below in descendants(element, "txbxContent"):
            self.boxes.append(below)
        for below in descendants(element, "docPr"):
            words = below.get("descr") or below.get("title") or ""
            self.tally.add(t("alternative texts of pictures"), words)


def _texts(element: "_Element | None") -> str:
    """Characters of all runs inside, deleted ones too."""
    if element is None:
        return ""
    return "".join(
        e.text or "" for e in descendants(element, "t", "delText") if "instr" not in local(e)
    ) or ("" if len(element) else text_in(element))
