"""TEI as InterText uses it: two texts of numbered sentences, and a file of links between them.

InterText (Pavel Vondřička) writes its alignment as `linkGrp` with `xtargets` of ids, the source
before the semicolon, and reads texts of `p` with `s` by local name.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from lxml import etree

from alignbench.domain.links import Status
from alignbench.domain.text import Side
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.exchange.side_segments import SideSegments, side_segments
from alignbench.system.safe_text import xml_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_DEFAULT = cast("dict[str, str]", {None: NAMESPACE})  # lxml takes None, its stubs do not
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def files(pairs: Sequence[Pair], options: ExportOptions) -> Mapping[str, bytes]:
    """The three files, by what their names end in: `.ja.xml`, `.en.xml`, `.ja.en.xml`."""
    ja, en = side_segments(pairs, "ja"), side_segments(pairs, "en")
    links = etree.Element(
        "linkGrp", {"toDoc": f"{options.name}.en.xml", "fromDoc": f"{options.name}.ja.xml"}
    )
    for pair, own, other in zip(pairs, ja.runs, en.runs, strict=True):
        link = etree.SubElement(links, "link", {"type": pair.shape})
        link.set("xtargets", f"{_ids(other)};{_ids(own)}")
        link.set("status", "man" if pair.status is Status.CONFIRMED else "auto")
    return {
        ".ja.xml": _text(ja, "ja", options.ja_code, options.name),
        ".en.xml": _text(en, "en", options.en_code, options.name),
        ".ja.en.xml": _bytes(links),
    }


def _ids(run: Sequence[int]) -> str:
    return " ".join(f"s{number + 1}" for number in run)


def _text(segments: SideSegments, side: Side, code: str, name: str) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}TEI", nsmap=_DEFAULT)
    header = _child(root, "teiHeader")
    description = _child(header, "fileDesc")
    _child(_child(description, "titleStmt"), "title").text = xml_text(f"{name} ({side})")
    _child(_child(description, "publicationStmt"), "p").text = "alignbench"
    _child(_child(description, "sourceDesc"), "p").text = xml_text(name)
    body = _child(_child(root, "text"), "body")
    body.set(_LANG, code)
    paragraph = _child(body, "p")
    for number, text in enumerate(segments.texts, start=1):
        sentence = _child(paragraph, "s")
        sentence.set(_XML_ID, f"s{number}")
        sentence.set("id", f"s{number}")
        sentence.text = xml_text(text)
    return _bytes(root)


def _child(parent: etree._Element, tag: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
