"""Translation memories out: TMX 1.4b, with what only we know in `prop` elements.

Element order and attributes follow the TMX 1.4b specification (LISA OSCAR, 2005): in a `tu` and
a `tuv`, notes and props stand before the text.
"""

from collections.abc import Iterable
from typing import BinaryIO

from lxml import etree

from alignbench.domain.text import Side
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.exchange.segment_breaks import breaks_of
from alignbench.system.safe_text import xml_text
from alignbench.version import __version__

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TOOL = "alignbench"


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write the pairs, which must have both sides, as a translation memory.

    The options' codes name the languages, for tools that insist on `ja-JP` or `en-US`.
    """
    when, ja_code, en_code = options.when, options.ja_code, options.en_code
    header = {
        "creationtool": TOOL,
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": TOOL,
        "adminlang": "en",
        "srclang": ja_code,
        "datatype": "plaintext",
        "creationdate": when.strftime("%Y%m%dT%H%M%SZ"),
    }
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    with etree.xmlfile(out, encoding="UTF-8") as file, file.element("tmx", version="1.4"):
        file.write("\n")
        file.write(etree.Element("header", header), pretty_print=True)
        with file.element("body"):
            file.write("\n")
            for pair in pairs:
                file.write(_unit(pair, ja_code, en_code), pretty_print=True)
        file.write("\n")
    out.write(b"\n")


def _unit(pair: Pair, ja_code: str, en_code: str) -> etree._Element:
    kind = "sentence" if pair.shape == "1-1" else "block"
    unit = etree.Element("tu", {"tuid": xml_text(pair.id), "segtype": kind})
    if pair.note:
        etree.SubElement(unit, "note").text = xml_text(pair.note)
    _prop(unit, "x-status", pair.status.value)
    _prop(unit, "x-link", pair.shape)
    _prop(unit, "x-score", "" if pair.confidence is None else str(pair.confidence))
    _prop(unit, "x-src-file", pair.document)
    _prop(unit, "x-proposal", pair.proposal)
    _prop(unit, "x-flags", str(pair.flags) if pair.flags else "")
    _variant(unit, "ja", ja_code, pair.ja, pair.ja_segments, pair.ja_positions)
    _variant(unit, "en", en_code, pair.en, pair.en_segments, pair.en_positions)
    return unit


def _variant(
    unit: etree._Element,
    side: Side,
    code: str,
    text: str,
    segments: tuple[str, ...],
    positions: tuple[int, ...],
) -> None:
    variant = etree.SubElement(unit, "tuv", {LANGUAGE: code})
    _prop(variant, "x-positions", " ".join(map(str, positions)))
    _prop(variant, "x-breaks", " ".join(map(str, breaks_of(segments, side))))
    etree.SubElement(variant, "seg").text = xml_text(text)


def _prop(parent: etree._Element, kind: str, value: str) -> None:
    if value:
        etree.SubElement(parent, "prop", type=kind).text = xml_text(value)
