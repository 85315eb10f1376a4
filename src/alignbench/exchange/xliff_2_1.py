"""XLIFF 2.1 (OASIS, 2018): one `unit` a pair; flags as ITS 2.0 locQualityIssue at their places.

A flag is a pair of `sm` and `em`, so that flags may overlap. Its type is the ITS value nearest to
the MQM one, and its severity a number to 100, as the ITS module asks.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO, cast

from lxml import etree

from alignbench.domain.flags import Severity
from alignbench.domain.links import Status
from alignbench.domain.text import Span
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair, PairFlag
from alignbench.system.safe_text import xml_text

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""XLIFF 2.1 keeps the namespace of 2.0 (its section 1.2)."""
ITS = "http://www.w3.org/2005/11/its"
ITSM = "urn:oasis:names:tc:xliff:itsm:2.1"
STATES = {
    Status.CONFIRMED: "final",
    Status.SUGGESTED: "translated",
    Status.REJECTED: "initial",
}
ISSUE_TYPES = {
    "accuracy/mistranslation": "mistranslation",
    "accuracy/omission": "omission",
    "accuracy/addition": "addition",
    "accuracy/untranslated": "untranslated",
    "terminology/resource": "terminology",
    "terminology/inconsistent": "inconsistency",
    "terminology/wrong-term": "terminology",
    "linguistic/grammar": "grammar",
    "linguistic/punctuation": "typographical",
    "linguistic/spelling": "misspelling",
    "style/register": "register",
    "style/awkward": "style",
    "locale/number-format": "locale-violation",
    "locale/date-format": "locale-violation",
    "other/source-error": "other",
}
"""Values of ITS 2.0, section 8.17 and appendix C, for the MQM types of flags."""
SEVERITIES = {
    Severity.NEUTRAL: "0",
    Severity.MINOR: "20",
    Severity.MAJOR: "60",
    Severity.CRITICAL: "100",
}


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write a `file` a document."""
    root = etree.Element(
        f"{{{NAMESPACE}}}xliff",
        {"version": "2.1", "srcLang": options.ja_code, "trgLang": options.en_code},
        nsmap=cast("dict[str, str]", {None: NAMESPACE, "its": ITS, "itsm": ITSM}),
    )
    root.set(f"{{{ITS}}}version", "2.0")
    for number, (document, own) in enumerate(groupby(pairs, key=lambda pair: pair.document), 1):
        file = etree.SubElement(root, f"{{{NAMESPACE}}}file", {"id": f"f{number}"})
        if document:
            file.set("original", xml_text(document))
        for at, pair in enumerate(own, start=1):
            _unit(file, at, pair)
    out.write(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    out.write(b"\n")


def _unit(file: etree._Element, at: int, pair: Pair) -> None:
    unit = etree.SubElement(file, f"{{{NAMESPACE}}}unit", {"id": f"u{at}"})
    unit.set("name", xml_text(pair.id))
    if pair.note:
        notes = etree.SubElement(unit, f"{{{NAMESPACE}}}notes")
        etree.SubElement(notes, f"{{{NAMESPACE}}}note").text = xml_text(pair.note)
    segment = etree.SubElement(unit, f"{{{NAMESPACE}}}segment", {"state": STATES[pair.status]})
    flags = [(f"m{n}", flag) for n, flag in enumerate(pair.flag_list, start=1)]
    _side(segment, "source", pair.ja, [(id_, f, f.ja) for id_, f in flags if f.ja and not f.en])
    target = [(id_, f, f.en) for id_, f in flags if f.en or not f.ja]
    _side(segment, "target", pair.en, target)


Marked = tuple[str, PairFlag, Span | None]


def _side(segment: etree._Element, tag: str, text: str, flags: list[Marked]) -> None:
    """The text with the marks of its flags; a flag without a place is about all of it."""
    side = etree.SubElement(segment, f"{{{NAMESPACE}}}{tag}")
    side.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    at, last = 0, None
    for place, _, mark in sorted(_marks(text, flags), key=lambda each: each[:2]):
        last = _add(side, last, text[at:place])
        side.append(mark)
        at, last = place, mark
    _add(side, last, text[at:])


def _marks(text: str, flags: list[Marked]) -> Iterator[tuple[int, int, etree._Element]]:
    """Places, whether a mark opens (1) or closes (0) there, and the mark."""
    for id_, flag, span in flags:
        start = min(span.start, len(text)) if span else 0
        end = min(span.end, len(text)) if span else len(text)
        opening = etree.Element(f"{{{NAMESPACE}}}sm", {"id": id_, "type": "its:generic"})
        opening.set(f"{{{ITS}}}locQualityIssueType", ISSUE_TYPES.get(flag.type, "other"))
        opening.set(f"{{{ITS}}}locQualityIssueSeverity", SEVERITIES[flag.severity])
        if flag.comment:
            opening.set(f"{{{ITS}}}locQualityIssueComment", xml_text(flag.comment))
        if flag.status in ("fixed", "rejected"):
            opening.set(f"{{{ITS}}}locQualityIssueEnabled", "no")
        yield start, 1, opening
        # A closing mark stands after the opening one where both are at one place.
        yield end, 0 if end > start else 2, etree.Element(f"{{{NAMESPACE}}}em", {"startRef": id_})


def _add(side: etree._Element, last: etree._Element | None, text: str) -> etree._Element | None:
    if text:
        if last is None:
            side.text = (side.text or "") + xml_text(text)
        else:
            last.tail = (last.tail or "") + xml_text(text)
    return last
