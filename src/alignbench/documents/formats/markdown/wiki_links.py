"""Links of wikis, as Obsidian and its like have them: `[[page]]`, `[[page|words]]`, `![[file]]`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_LINK = re.compile(
    r"(?P<embeds>!?)\[\[(?P<page>[^\s\[\]|\n](?:[^\[\]|\n]*[^\s\[\]|\n])?)(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]"
    r"(?![(\[:])"
)
_NO_PAGE = re.compile(r"[\d\s,.;-]+")
_SIZE = re.compile(r"\s*\d{1,4}(?:x\d{1,4})?\s*")
"""What stands behind the bar of a picture that is shown smaller."""


def shown_of_link(raw: str) -> tuple[int, int, str]:
    """What is shown of a link, from where to where, and the page: of an embedded file nothing."""
    link = _LINK.fullmatch(raw)
    if link is None:
        return 0, len(raw), ""
    if link["words"] and not (link["embeds"] and _SIZE.fullmatch(link["words"])):
        return *link.span("words"), link["page"]
    return (0, 0, link["page"]) if link["embeds"] else (*link.span("page"), link["page"])


def wiki_link_plugin(parser: MarkdownIt) -> None:
    """Makes a token of each; before links, whose brackets they would be."""
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)


def _wiki_link(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(("[[", "![["), state.pos):
        return False
    found = _LINK.match(state.src, state.pos, state.posMax)
    if found is None or _NO_PAGE.fullmatch(found["page"]):
        return False
    if not silent:
        state.push("wiki_link", "", 0).content = found[0]
    state.pos = found.end()
    return True
