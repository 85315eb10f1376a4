"""Classes whose text a page's own style sheet hides, and nothing in the page can show."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONDITION = re.compile(
    r"@[\w-]{1,40}[^{};]{0,300}\{(?:[^{}]{0,500}\{[^{}]{0,5000}\}){0,500}[^{}]{0,500}\}"
)
_PLAIN = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9]*)?\.(?P<name>[\w-]+)")
_CLASS = re.compile(r"\.([\w-]+)")
_SHOWS = re.compile(r"display|visibility", re.IGNORECASE)
_LONGEST = 200_000
"""Characters of style sheets that are looked through."""


def hidden_classes(root: "LexborNode") -> frozenset[str]:
    """The classes that are hidden for good.

    What a rule with a condition, another rule or a script could show is not among them: an answer
    that opens when one taps on its question is text.
    """
    sheets = " ".join(node.text(deep=True) for node in root.css("style"))[:_LONGEST]
    if not HIDDEN.search(sheets):
        return frozenset()
    scripts = root.css("script")
    if any(script.attributes.get("src") for script in scripts):
        return frozenset()
    hidden: set[str] = set()
    shown: set[str] = set()
    sheets = _without_comments(sheets)
    conditions = "".join(match[0] for match in _CONDITION.finditer(sheets))
    for rule in _CONDITION.sub(" ", sheets).split("}"):
        selectors, _, body = rule.partition("{")
        for selector in selectors.rpartition(";")[2].split(","):
            plain = _PLAIN.fullmatch(selector.strip())
            if plain and HIDDEN.search(body):
                hidden.add(plain["name"])
            elif _SHOWS.search(body):
                shown.update(_CLASS.findall(selector))
    said = conditions + " ".join(script.text(deep=True) for script in scripts)
    shown.update(name for name in hidden if name in said)
    return frozenset(hidden - shown)


def _without_comments(sheets: str) -> str:
    parts = sheets.split("/*")
    return parts[0] + " ".join(part.partition("*/")[2] for part in parts[1:])
