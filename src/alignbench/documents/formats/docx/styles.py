"""Styles of a Word document: which are headings, lists, or hidden."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignbench.documents.formats.xml_tree import attribute, child, children, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = frozenset(("0", "false", "off", "none"))
_HEADING = re.compile(r"^(?:heading \d|見出し ?\d|title|表題|subtitle|副題)$", re.IGNORECASE)
_DEEPEST = 20
"""Styles based on one another."""


@dataclass(frozen=True, slots=True)
class Style:
    """What matters of a style; None leaves it to the style that it is based on."""

    based_on: str
    heading: bool
    hidden: bool | None
    numbered: bool


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, Style] = {}
        for style in children(root, "style"):
            name = child(style, "name")
            based = child(style, "basedOn")
            outline = child(style, "pPr", "outlineLvl")
            self._styles[attribute(style, "styleId") or ""] = Style(
                (attribute(based, "val") or "") if based is not None else "",
                bool(_HEADING.match((attribute(name, "val") or "") if name is not None else ""))
                or (outline is not None and attribute(outline, "val") != "9"),
                switch(child(style, "rPr"), "vanish"),
                child(style, "pPr", "numPr") is not None,
            )

    def heading(self, style: str | None) -> bool:
        """Whether paragraphs of that style are headings."""
        return any(found.heading for found in self._chain(style))

    def numbered(self, style: str | None) -> bool:
        """Whether paragraphs of that style are items of a list."""
        return any(found.numbered for found in self._chain(style))

    def hidden(self, style: str | None) -> bool | None:
        """Whether text of that style is hidden, if it says so."""
        said = (found.hidden for found in self._chain(style))
        return next((hidden for hidden in said if hidden is not None), None)

    def _chain(self, style: str | None) -> list[Style]:
        chain: list[Style] = []
        found = self._styles.get(style or "")
        while found is not None and len(chain) < _DEEPEST:
            chain.append(found)
            found = self._styles.get(found.based_on)
        return chain


def switch(properties: "_Element | None", name: str) -> bool | None:
    """Whether a property is on, off, or not spoken of."""
    found = child(properties, name)
    if found is None:
        return None
    return (attribute(found, "val") or "1").lower() not in _OFF


def value(properties: "_Element | None", name: str) -> str | None:
    """The value of a property."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val")


def has(properties: "_Element | None", *names: str) -> bool:
    """Whether one of these properties is there."""
    return properties is not None and any(local(c) in names for c in properties)
