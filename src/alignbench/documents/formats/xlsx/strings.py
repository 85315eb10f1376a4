"""Texts of cells: rich text, furigana, and Excel's escapes."""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.xml_tree import children, local
from alignbench.documents.segmentation.blocks import Piece, Ruby

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """A text with `_x000D_` and the like as the characters they stand for."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    if 0xD800 <= code <= 0xDFFF:
        return match[0]
    return "\n" if code == 0x0D else chr(code)


def pieces_of(element: "_Element") -> tuple[Piece, ...]:
    """The text of a string item; its furigana are readings of the characters they stand over."""
    texts: list[str] = []
    for below in element:
        name = local(below)
        if name == "t":
            texts.append(below.text or "")
        elif name == "r":
            texts += [e.text or "" for e in children(below, "t")]
    text = unescaped("".join(texts)).replace("\r\n", "\n").replace("\n\n", "\n")
    pieces: list[Piece] = []
    at = 0
    for phonetic in children(element, "rPh"):
        start, end = _number(phonetic.get("sb")), _number(phonetic.get("eb"))
        reading = "".join(e.text or "" for e in children(phonetic, "t")).strip()
        if at <= start < end <= len(text) and reading:
            pieces += [text[at:start], Ruby(text[start:end], reading)]
            at = end
    return tuple(piece for piece in [*pieces, text[at:]] if piece)


def _number(value: str | None) -> int:
    return int(value) if value and value.isdigit() and len(value) < 7 else -1
