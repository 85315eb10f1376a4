"""A page of docutils to blocks."""

from collections import defaultdict

from docutils import nodes
from docutils.core import publish_doctree

from alignbench.documents.formats.block_writer import shown_of
from alignbench.documents.formats.rst.sphinx_names import know_names_of, left_out
from alignbench.documents.segmentation.account import left_out as said
from alignbench.documents.segmentation.blocks import Block, Mark, Piece
from alignbench.domain.text import NOWHERE, Kind, LeftOut, Location, PlaceholderKind
from alignbench.language.normalise import is_japanese
from alignbench.messages import t

_SETTINGS = {
    "report_level": 5,
    "halt_level": 6,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "syntax_highlight": "none",
    "_disable_config": True,
}
_CODE = (nodes.literal_block, nodes.doctest_block, nodes.math_block)
_TITLES = (nodes.title, nodes.rubric, nodes.subtitle)


def blocks_of(source: str) -> tuple[list[Block], list[LeftOut]]:
    """The blocks of a page, and what of it is left out."""
    know_names_of(source)
    page = _Page()
    page.walk(publish_doctree(source, settings_overrides=_SETTINGS), Kind.SENTENCE, NOWHERE)
    return page.blocks, [said(what, parts) for what, parts in page.aside.items()]


class _Page:
    """Blocks as they are met, and texts that are set aside by what they are."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.aside: dict[str, list[str]] = defaultdict(list)

    def walk(self, node: nodes.Node, kind: Kind, location: Location) -> None:
        """A node and all in it; `kind` is what a paragraph is there."""
        if isinstance(node, nodes.comment):
            self.aside[t("comments")].append(node.astext())
        elif isinstance(node, left_out):
            self.aside[t("directives")].append(str(node["what"]))
        elif isinstance(node, nodes.target | nodes.substitution_definition | nodes.pending):
            self.aside[t("addresses of links and pictures")].append(str(node.rawsource or ""))
        elif isinstance(node, nodes.system_message | nodes.label | nodes.raw):
            pass
        elif isinstance(node, _CODE):
            self.blocks.append(Block(Kind.CODE, (node.astext(),), location))
        elif isinstance(node, nodes.image):
            self._image(node, location)
        elif isinstance(node, nodes.option_group):
            names = ", ".join(option.astext() for option in node.children)
            self.blocks.append(
                Block(Kind.LIST_ITEM, (Mark(names, PlaceholderKind.CODE),), location)
            )
        elif isinstance(node, nodes.TextElement):
            self._text(node, kind, location)
        else:
            self._children(node, kind, location)

    def _children(self, node: nodes.Node, kind: Kind, location: Location) -> None:
        if isinstance(node, nodes.footnote | nodes.citation):
            label = next(
                (child.astext() for child in node.children if isinstance(child, nodes.label)), ""
            )
            kind, location = Kind.FOOTNOTE, Location(footnote_of=label)
        elif isinstance(node, nodes.entry):
            kind = Kind.CELL
        for number, child in enumerate(node.children):
            first = isinstance(node, nodes.list_item) and number == 0
            self.walk(child, Kind.LIST_ITEM if first else self._inner(node, kind), location)

    @staticmethod
    def _inner(node: nodes.Node, kind: Kind) -> Kind:
        return Kind.SENTENCE if isinstance(node, nodes.list_item) else kind

    def _image(self, node: nodes.image, location: Location) -> None:
        alt = node.get("alt", "")
        if alt and alt != node.get("uri"):
            mark = Mark(alt, PlaceholderKind.IMAGE, node.get("uri", ""))
            self.blocks.append(Block(Kind.CAPTION, (mark,), location))

    def _text(self, node: nodes.TextElement, kind: Kind, location: Location) -> None:
        if isinstance(node, _TITLES):
            kind = Kind.HEADING
        elif isinstance(node, nodes.caption):
            kind = Kind.CAPTION
        elif isinstance(node, nodes.term):
            kind = Kind.LIST_ITEM
        elif isinstance(node, nodes.field_name | nodes.classifier):
            self.aside[t("names of fields")].append(node.astext())
            return
        pieces = tuple(piece for child in node.children for piece in self._pieces(child))
        if pieces:
            self.blocks.append(Block(kind, _closed_up(pieces), location))

    def _pieces(self, node: nodes.Node) -> list[Piece]:
        if isinstance(node, nodes.Text):
            return [node.astext()]
        if isinstance(node, nodes.literal | nodes.math):
            return [Mark(node.astext(), PlaceholderKind.CODE)]
        if isinstance(node, nodes.footnote_reference | nodes.citation_reference):
            return [Mark("", PlaceholderKind.NOTE_MARK, f"[{node.astext()}]_")]
        if isinstance(node, nodes.image):
            alt = node.get("alt", "")
            return [Mark("" if alt == node.get("uri") else alt, PlaceholderKind.IMAGE, node["uri"])]
        if isinstance(node, nodes.reference) and node.get("refuri"):
            address = str(node["refuri"])
            if address != node.astext():
                self.aside[t("addresses of links and pictures")].append(address)
            return [Mark(node.astext(), PlaceholderKind.LINK, address)]
        if isinstance(node, nodes.target | nodes.system_message):
            return []
        return [piece for child in node.children for piece in self._pieces(child)]


def _closed_up(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without the blanks that markup wants beside Japanese and that nobody writes."""
    out: list[Piece] = list(pieces)
    for at, piece in enumerate(out):
        if not isinstance(piece, str):
            continue
        before, after = _edge(out[:at], last=True), _edge(out[at + 1 :], last=False)
        if at + 1 < len(out) and piece.endswith(" ") and _wide(piece[-2:-1] or before, after):
            piece = piece[:-1]
        if at and piece.startswith(" ") and _wide(before, piece[1:2] or after):
            piece = piece[1:]
        out[at] = piece
    return tuple(out)


def _edge(pieces: list[Piece], *, last: bool) -> str:
    """The first or last character that pieces show."""
    text = "".join(map(shown_of, pieces)).strip()
    return (text[-1:] if last else text[:1]) or ""


def _wide(before: str, after: str) -> bool:
    """Whether two neighbours are such that no blank stands between them in Japanese."""
    return all(
        not side
        or is_japanese(side)
        or "\u3000" <= side <= "\u303f"
        or "\uff01" <= side <= "\uff60"
        for side in (before, after)
    )
