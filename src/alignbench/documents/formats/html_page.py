"""A page of HTML as a tree of nodes; the parser is the one that follows the standard for ruby."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.errors import InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DEPTH_LIMIT = 1_000
"""Elements inside one another; real pages have dozens. The parser's time grows as their square."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})[^<>]{0,20000}?(/?)>")
_XHTML = re.compile(r"\A\ufeff?\s*<\?xml|xmlns\s*=", re.IGNORECASE)
_EMPTY = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,40})((?:\s[^<>]{0,20000}?)?)/>")
_CDATA = re.compile(r"<!\[CDATA\[(.{0,2000000}?)\]\]>", re.DOTALL)
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
))  # fmt: skip
_NO_END = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th",
    "thead", "tbody", "tfoot", "rb", "rt", "rp", "rtc", "html", "head", "body",
))  # fmt: skip
"""Elements that hold nothing, or whose end may go without saying."""


def page(markup: str, path: Path) -> "LexborNode":
    """The root of a page. Raises InputError: it is nested too deeply."""
    from selectolax.lexbor import LexborHTMLParser

    if _depth(markup) > DEPTH_LIMIT:
        raise InputError(
            t("{path} is nested more than {limit} elements deep.", path=path, limit=DEPTH_LIMIT),
            t("Save the page anew in a browser."),
        )
    root = LexborHTMLParser(_opened(markup) if _XHTML.search(markup[:2000]) else markup).root
    if root is None:
        raise InputError(t("{path} is empty.", path=path), t("Give a file with text in it."))
    return root


def _opened(markup: str) -> str:
    """XHTML as HTML: an empty element `<title/>` has an end tag, CDATA is text."""
    markup = _CDATA.sub(lambda m: m[1].replace("&", "&amp;").replace("<", "&lt;"), markup)
    return _EMPTY.sub(
        lambda m: m[0] if m[1].lower() in _VOID else f"<{m[1]}{m[2]}></{m[1]}>", markup
    )


def _depth(markup: str) -> int:
    """At least as deep as the page is nested, elements with no end tag of their own apart."""
    deepest = depth = 0
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        if name in _NO_END or match[3]:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
