"""What elements of a page are, by themselves and what stands beside them; their text."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NOTE_ROLES = re.compile(r"\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)s?\b")
_SPACES = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*|[ \t\r\f]+")
_CONTROLS = ",".join(("input", "select", "textarea", "button", "meter", "progress"))


def is_label(node: "LexborNode", name: str, attributes: dict[str, str | None]) -> bool:
    """Whether an element names a control of a form: the names of two have nothing in common.

    One with text beside it is part of a sentence.
    """
    if name != "label" or not ("for" in attributes or node.css_first(_CONTROLS) is not None):
        return False
    around = (node.prev, node.next)
    return not any(n and n.is_text_node and (n.text_content or "").strip() for n in around)


def is_note(attributes: dict[str, str | None]) -> bool:
    """Whether a block is a note; books hide those, to show them when one taps on their marks."""
    return bool(_NOTE_ROLES.search(f"{attributes.get('epub:type')} {attributes.get('role')}"))


def with_single_spaces(text: str) -> str:
    """Text as a browser shows it: line ends stay, to be joined as wraps are."""
    return _SPACES.sub(_space, text)


def squeezed(text: str) -> str:
    """Text as one line."""
    return _SPACES.sub(" ", text).strip()


def _space(match: re.Match[str]) -> str:
    return "\n" if "\n" in match[0] else " "


def only_text(node: "LexborNode") -> str | None:
    """The text of an element that holds nothing else; None if it holds elements."""
    below = node.first_child
    if below is None or below.next is not None or not below.is_text_node:
        return None
    return with_single_spaces(below.text_content or "")
