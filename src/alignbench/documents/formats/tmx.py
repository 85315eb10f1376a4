"""TMX: translation memories, of any program and any spelling of the languages."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from alignbench.documents.formats.languages import one_side, pairs_of, shown, side_of_code
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.source_target import Elements
from alignbench.documents.formats.states import state_of
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import PairBlock, Piece
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_TMX = re.compile(rb"<tmx[\s>]")
STATES = frozenset(("status", "state", "x-status", "x-state", "x-confirmationlevel",
                     "x-alignbench-status"))  # fmt: skip


class Tmx:
    """Reads translation memories."""

    name = "tmx"
    suffixes = (".tmx",)

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `tmx`."""
        return _TMX.search(head.replace(b"\0", b"")[:4000]) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """One language of the memory."""
        return one_side(self.read_pairs(file, options), side, file.path)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The units of the memory; other languages and units with one side are said."""
        from alignbench.documents.formats.xml_tree import parsed

        tally = Tally()
        found = pairs_of_tmx(parsed(file.data, file.path), tally)
        pairs = [replace(pair, place=at) for at, (pair, _) in enumerate(found)]
        return pairs_of(file, self.name, pairs, tally.told())


def pairs_of_tmx(root: "_Element", tally: Tally) -> list[tuple[PairBlock, Elements]]:
    """The pairs of a memory with their elements, the Japanese for the source, in order."""
    from alignbench.documents.formats.xml_tree import descendants

    return [pair for unit in descendants(root, "tu") for pair in _pairs(unit, tally)]


def _pairs(unit: "_Element", tally: Tally) -> list[tuple[PairBlock, Elements]]:
    from alignbench.documents.formats.inline_codes import inline_pieces
    from alignbench.documents.formats.xml_tree import (
        XML_SPACE,
        child,
        children,
        local,
        text_in,
    )

    texts: dict[Side, list[tuple[tuple[Piece, ...], _Element]]] = {"ja": [], "en": []}
    for variant in children(unit, "tuv"):
        code = variant.get(f"{XML_SPACE}lang") or variant.get("lang")
        segment = child(variant, "seg")
        for below in variant:
            if local(below) not in ("seg", "prop", "note", ""):
                tally.add(t("texts outside of segments"), text_in(below))
        tally.add(t("texts outside of segments"), variant.text or "")
        side = side_of_code(code)
        pieces = tuple(inline_pieces(segment, tally)) if segment is not None else ()
        if side is None:
            tally.add(t("other languages ({code})", code=code or "?"), shown(pieces))
        elif shown(pieces).strip() and segment is not None:
            texts[side].append((pieces, segment))
    notes = [text_in(note).strip() for note in children(unit, "note")]
    props = {(p.get("type") or "").lower(): text_in(p).strip() for p in children(unit, "prop")}
    word = next((value for kind, value in props.items() if kind in STATES), "")
    ja, en = texts["ja"], texts["en"]
    if not ja or not en:
        for side, found in texts.items():
            for pieces, _ in found:
                tally.add(
                    t("units without English") if side == "ja" else t("units without Japanese"),
                    shown(pieces),
                )
        return []
    rest = (*ja[1:], *en[len(ja) :]) if len(ja) > 1 else ()
    pairs = zip(ja, en, strict=False) if len(ja) > 1 else ((ja[0], one) for one in en)
    for pieces, _ in rest if len(ja) != len(en) else ():
        tally.add(t("alternative versions"), shown(pieces))
    state = state_of(word, translated=True)
    name = unit.get("tuid") or ""
    return [
        (PairBlock(a, b, state, "\n".join(notes), name, word), Elements(unit, source, target))
        for (a, source), (b, target) in pairs
    ]


READERS: tuple[type[Reader], ...] = (Tmx,)
