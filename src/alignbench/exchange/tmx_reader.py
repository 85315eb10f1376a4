"""Translation memories in, whoever wrote them. The XML is not trusted."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.domain.text import Side
from alignbench.exchange.pair import Pair
from alignbench.exchange.segment_breaks import split_at
from alignbench.exchange.selection import Bitext, LeftOut
from alignbench.exchange.tmx import LANGUAGE
from alignbench.messages import t

# Tools write ja, JA, ja-JP, jpn, and a few the country's code for the language's.
SIDES: dict[str, Side] = {"ja": "ja", "jp": "ja", "jpn": "ja", "en": "en", "eng": "en"}
NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Inline elements that hold another tool's formatting codes, not text."""


def read(source: BinaryIO, name: str) -> Bitext:
    """The Japanese–English pairs of a TMX file of any version.

    Units without both languages are left out and counted. What a unit does not say is taken to
    be: one segment a side, confirmed, no score.

    Raises:
        InputError: it is not TMX, not well-formed, or defines entities of its own.
    """
    pairs: list[Pair] = []
    reasons: Counter[str] = Counter()
    number = 1
    try:
        for number, unit in enumerate(_units(source, name), 1):
            sides = _sides(unit)
            if len(sides) == 2:
                pairs.append(_pair(unit, sides, number))
            else:
                reasons[_lacking(sides)] += 1
    except etree.XMLSyntaxError as error:
        raise InputError(
            t("{name} is not well-formed XML: {msg}.", name=name, msg=error.msg)
        ) from error
    except ValueError as error:
        raise InputError(
            t(
                "{name}, unit {number}: it cannot be read ({error}).",
                name=name,
                number=number,
                error=error,
            )
        ) from error
    return Bitext(tuple(pairs), tuple(LeftOut(count, why) for why, count in reasons.items()))


def _units(source: BinaryIO, name: str) -> Iterator[etree._Element]:
    events = etree.iterparse(
        source, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
    )
    _, root = next(events)
    declared = root.getroottree().docinfo.internalDTD
    if etree.QName(root).localname != "tmx":
        raise InputError(
            t("{name} is not a translation memory: its root is <{tag}>.", name=name, tag=root.tag)
        )
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError(
            t("{name} defines XML entities of its own, which are not read.", name=name)
        )
    for event, element in events:
        if event == "end" and element.tag == "tu":
            yield element
            element.clear()


def _sides(unit: etree._Element) -> dict[Side, etree._Element]:
    """The first variant in each of our languages."""
    sides: dict[Side, etree._Element] = {}
    for variant in unit.iterchildren("tuv"):
        code = variant.get(LANGUAGE) or variant.get("lang") or ""
        side = SIDES.get(code.replace("_", "-").partition("-")[0].lower())
        if side and _text(variant):
            sides.setdefault(side, variant)
    return sides


def _lacking(sides: dict[Side, etree._Element]) -> str:
    """What is said of a unit that lacks a side."""
    if sides:
        return (
            t("no English text in the unit") if "ja" in sides else t("no Japanese text in the unit")
        )
    return t("no Japanese and no English text in the unit")


def _pair(unit: etree._Element, sides: dict[Side, etree._Element], number: int) -> Pair:
    score = _prop(unit, "x-score")
    return Pair(
        id=unit.get("tuid") or str(number),
        document=_prop(unit, "x-src-file"),
        ja_segments=_segments(sides["ja"], "ja"),
        en_segments=_segments(sides["en"], "en"),
        status=Status(_prop(unit, "x-status") or Status.CONFIRMED),
        confidence=float(score) if score else None,
        note="\n".join(note.text or "" for note in unit.iterchildren("note")),
        flags=int(_prop(unit, "x-flags") or 0),
        ja_positions=_numbers(sides["ja"], "x-positions"),
        en_positions=_numbers(sides["en"], "x-positions"),
        line=unit.sourceline if isinstance(unit.sourceline, int) else None,
    )


def _segments(variant: etree._Element, side: Side) -> tuple[str, ...]:
    return split_at(_text(variant), _numbers(variant, "x-breaks"), side)


def _text(variant: etree._Element) -> str:
    seg = variant.find("seg")
    return "" if seg is None else _spoken(seg)


def _spoken(element: etree._Element) -> str:
    """Text of an element and its children without other tools' formatting codes."""
    text = element.text or ""
    for child in element:
        if child.tag not in NATIVE_CODE and isinstance(child.tag, str):
            text += _spoken(child)
        text += child.tail or ""
    return text


def _prop(element: etree._Element, kind: str) -> str:
    for prop in element.iterchildren("prop"):
        if prop.get("type") == kind:
            return prop.text or ""
    return ""


def _numbers(element: etree._Element, kind: str) -> tuple[int, ...]:
    return tuple(int(number) for number in _prop(element, kind).split(" ") if number)
