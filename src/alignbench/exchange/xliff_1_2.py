"""XLIFF 1.2 (OASIS, 2008): one `trans-unit` a pair, its state, note and flags.

Flags are notes that say from whom they come; XLIFF 2.1 holds them with their places.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO, cast

from lxml import etree

from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.links import Status
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import xml_text
from alignbench.version import __version__

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_DEFAULT = cast("dict[str, str]", {None: NAMESPACE})  # lxml takes None, its stubs do not
STATES = {
    Status.CONFIRMED: "final",
    Status.SUGGESTED: "needs-review-translation",
    Status.REJECTED: "needs-adaptation",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write a `file` a document; a null link's empty side is an empty element."""
    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap=_DEFAULT)
    for number, (document, own) in enumerate(groupby(pairs, key=lambda pair: pair.document), 1):
        _file(root, number, document, list(own), options)
    out.write(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _file(
    root: etree._Element, number: int, document: str, pairs: list[Pair], options: ExportOptions
) -> None:
    file = _child(
        root,
        "file",
        original=document or f"document-{number}",
        datatype="plaintext",
        **{"source-language": options.ja_code, "target-language": options.en_code},
        date=options.when.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    header = _child(file, "header")
    tool = {"tool-id": "alignbench", "tool-name": "alignbench", "tool-version": __version__}
    _child(header, "tool", **tool)
    body = _child(file, "body")
    for at, pair in enumerate(pairs, start=1):
        _unit(body, at, pair, options)


def _unit(body: etree._Element, at: int, pair: Pair, options: ExportOptions) -> None:
    approved = "yes" if pair.status is Status.CONFIRMED else "no"
    unit = _child(body, "trans-unit", id=str(at), resname=pair.id, approved=approved)
    _child(unit, "source", pair.ja).set(LANGUAGE, options.ja_code)
    target = _child(unit, "target", pair.en, state=STATES[pair.status])
    target.set(LANGUAGE, options.en_code)
    if pair.note:
        _child(unit, "note", pair.note)
    for flag in pair.flag_list:
        said = f"{FLAG_TYPES.get(flag.type, flag.type)}, {flag.severity}, {flag.status}"
        text = f"{said}: {flag.comment}" if flag.comment else said
        made = _child(unit, "note", text, annotates="target")
        made.set("from", xml_text(flag.author))


def _child(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    clean = {name: xml_text(value) for name, value in attributes.items()}
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", clean)
    if text:
        made.text = xml_text(text)
    return made
