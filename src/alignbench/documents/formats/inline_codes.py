"""Inline elements of XLIFF and TMX: those that hold text, those that hold code, and those gone."""

from typing import TYPE_CHECKING

from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import attribute, local, text_in
from alignbench.documents.segmentation.blocks import Mark, Piece
from alignbench.domain.text import PlaceholderKind
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROUND_TEXT = frozenset(("g", "pc", "hi"))
_CODE = frozenset(["bpt", "ept", "ph", "it", "x", "bx", "ex", "sc", "ec", "ut", "cp", "sm", "em"])
_BREAKS = frozenset(("lb", "x-html-br", "x-br", "fmt:lb", "pb"))


def inline_pieces(element: "_Element", tally: Tally) -> list[Piece]:
    """The text of a source or target, with its codes as placeholders that show nothing.

    What a tracked change has deleted is left out.
    """
    pieces: list[Piece] = [element.text or ""]
    for below in element:
        name = local(below)
        if name in _ROUND_TEXT:
            pieces += [_mark(below), *inline_pieces(below, tally), Mark("", PlaceholderKind.TAG)]
        elif name == "mrk" or name == "seg":
            if below.get("mtype") == "x-sdl-deleted":
                tally.add(t("deleted text (tracked changes)"), text_in(below))
            else:
                pieces += inline_pieces(below, tally)
        elif name == "cp":
            pieces.append(Mark("", PlaceholderKind.TAG, attribute(below, "hex") or ""))
        elif name in _CODE:
            pieces += _code(below, tally)
        elif name == "sub":
            tally.add(t("texts inside codes (sub)"), text_in(below))
        elif name:
            pieces += inline_pieces(below, tally)
        pieces.append(below.tail or "")
    return [piece for piece in pieces if piece != ""]


def _code(element: "_Element", tally: Tally) -> list[Piece]:
    for below in element:
        if local(below) == "sub":
            tally.add(t("texts inside codes (sub)"), text_in(below))
    kind = element.get("ctype") or element.get("subType") or element.get("type") or ""
    return [_mark(element)] if kind not in _BREAKS else ["\n"]


def _mark(element: "_Element") -> Mark:
    """A placeholder with the element's beginning as it is written."""
    attributes = "".join(f' {local_name(key)}="{value!s}"' for key, value in element.attrib.items())
    inside = element.text or "" if local(element) in _CODE else ""
    return Mark("", PlaceholderKind.TAG, f"<{local(element)}{attributes}>{inside}")


def local_name(name: object) -> str:
    """A qualified name without its namespace."""
    return str(name).rpartition("}")[2]
