"""Styles of an OpenDocument text: which are headings, and which hide what they are used for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignbench.documents.formats.xml_tree import attribute, child, descendants

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = frozenset(("title", "subtitle", "表題", "副題", "heading"))
_DEEPEST = 20
"""Styles based on one another."""


@dataclass(frozen=True, slots=True)
class Style:
    """What matters of a style."""

    based_on: str
    title: bool
    hidden: bool | None


class Styles:
    """The styles of a document by family and name, automatic ones among them."""

    def __init__(self, *roots: "_Element | None") -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        for root in roots:
            for style in descendants(root, "style") if root is not None else ():
                name = attribute(style, "name") or ""
                shown = attribute(style, "display-name") or name
                properties = child(style, "text-properties")
                said = None if properties is None else attribute(properties, "display")
                self._styles[attribute(style, "family") or "", name] = Style(
                    attribute(style, "parent-style-name") or "",
                    shown.lower() in _TITLES,
                    None if said is None else said == "none",
                )

    def title(self, name: str | None) -> bool:
        """Whether paragraphs of that style are titles."""
        return any(style.title for style in self._chain("paragraph", name))

    def hidden(self, family: str, name: str | None) -> bool | None:
        """Whether text of that style is hidden, if it says so."""
        said = (style.hidden for style in self._chain(family, name))
        return next((hidden for hidden in said if hidden is not None), None)

    def _chain(self, family: str, name: str | None) -> list[Style]:
        chain: list[Style] = []
        found = self._styles.get((family, name or ""))
        while found is not None and len(chain) < _DEEPEST:
            chain.append(found)
            found = self._styles.get((family, found.based_on))
        return chain
