"""Ruby in HTML: with or without `rb` and end tags, a reading for each base or one for all."""

from typing import TYPE_CHECKING

from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Piece, Ruby
from alignbench.messages import t

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def ruby_pieces(node: "LexborNode", tally: Tally) -> list[Piece]:
    """The bases of a `ruby` element with their readings.

    Readings belong to the bases that stand before them since the last reading: one to one where
    their numbers agree, else all of them together. A container of readings (`rtc`) holds the
    readings where there are none before it; what else it says is a gloss.
    """
    pieces: list[Piece] = []
    bases: list[str] = []
    readings: list[str] = []
    below = node.first_child
    while below is not None:
        name = (below.tag or "").lower()
        if name == "rt":
            readings.append(_text(below))
        elif name == "rtc":
            first = [_text(reading) for reading in below.css("rt")] if not readings else []
            readings += first
            if not first:
                tally.add(t("second readings (rtc)"), _text(below))
        elif name != "rp" and not below.is_comment_node:
            text = base_text(below)
            for inner in below.css("rt") if below.is_element_node else ():
                tally.add(t("second readings (rtc)"), _text(inner))
            if text.strip():
                if readings:
                    pieces += _joined(bases, readings)
                    bases, readings = [], []
                bases.append(text)
        below = below.next
    return pieces + _joined(bases, readings)


def _joined(bases: list[str], readings: list[str]) -> list[Piece]:
    if not readings:
        return list(bases)
    if len(bases) == len(readings):
        return [
            Ruby(base, reading) if reading else base
            for base, reading in zip(bases, readings, strict=True)
        ]
    return [Ruby("".join(bases), "".join(readings))]


def base_text(node: "LexborNode") -> str:
    """The text of a node without the readings in it."""
    if node.is_text_node:
        return "".join((node.text_content or "").split("\n"))
    texts: list[str] = []
    below = node.first_child
    while below is not None:
        if (below.tag or "").lower() not in ("rt", "rp", "rtc"):
            texts.append(base_text(below))
        below = below.next
    return "".join(texts).strip()


def _text(node: "LexborNode") -> str:
    return "".join(node.text(deep=True).split())
