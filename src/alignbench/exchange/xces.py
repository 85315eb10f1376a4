"""XCES stand-off alignment (`cesAlign`), as OPUS and its tools hold it, with the two texts."""

from collections.abc import Mapping, Sequence

from lxml import etree

from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.exchange.side_segments import SideSegments, side_segments
from alignbench.system.safe_text import xml_text

DOCTYPE = '<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">'


def files(pairs: Sequence[Pair], options: ExportOptions) -> Mapping[str, bytes]:
    """The two texts and the alignment, by what their names end in."""
    ja, en = side_segments(pairs, "ja"), side_segments(pairs, "en")
    root = etree.Element("cesAlign", {"version": "1.0"})
    group = etree.SubElement(root, "linkGrp", {"targType": "s"})
    group.set("fromDoc", f"{options.name}.ja.xml")
    group.set("toDoc", f"{options.name}.en.xml")
    for number, (pair, own, other) in enumerate(zip(pairs, ja.runs, en.runs, strict=True), 1):
        link = etree.SubElement(group, "link", {"id": f"SL{number}"})
        link.set("xtargets", f"{_ids(own)};{_ids(other)}")
        if pair.confidence is not None:
            link.set("certainty", str(pair.confidence))
    alignment = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", pretty_print=True, doctype=DOCTYPE
    )
    return {".ja.xml": _text(ja), ".en.xml": _text(en), ".ces": alignment}


def _ids(run: Sequence[int]) -> str:
    return " ".join(str(number + 1) for number in run)


def _text(segments: SideSegments) -> bytes:
    root = etree.Element("text")
    paragraph = etree.SubElement(etree.SubElement(root, "body"), "p", {"id": "1"})
    for number, text in enumerate(segments.texts, start=1):
        etree.SubElement(paragraph, "s", {"id": str(number)}).text = xml_text(text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
