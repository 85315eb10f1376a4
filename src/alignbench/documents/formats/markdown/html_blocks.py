"""Blocks of HTML in a page to stretches that are one thing each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignbench.documents.formats.markdown.html_tags import COMMENT, Tag, tags_of
from alignbench.domain.text import Kind

_KINDS = {"li": Kind.LIST_ITEM, "td": Kind.CELL, "th": Kind.CELL, "caption": Kind.CAPTION,
          "figcaption": Kind.CAPTION, "summary": Kind.HEADING, "dt": Kind.LIST_ITEM}  # fmt: skip
_KINDS |= {f"h{level}": Kind.HEADING for level in range(1, 7)}
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,500}(?<!`)\1(?!`)")
_SILENT = frozenset({"script", "style", "svg", "math"})


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """A stretch of HTML between two block tags, or such a tag.

    `kind` is what the stretch is; None is one that nobody reads, a script or a style. `tag` is
    the tag, where it is one.
    """

    start: int
    end: int
    kind: Kind | None = None
    tag: Tag | None = None


def html_parts(text: str) -> Iterator[HtmlPart]:
    """The parts of a block of HTML, in order; comments lie inside them."""
    plain = text
    for hidden in (COMMENT, _CODE):
        plain = hidden.sub(lambda match: " " * len(match.group()), plain)
    at = 0
    kind: Kind = Kind.SENTENCE
    within = ""
    for tag in tags_of(plain):
        verbatim = tag.name == "pre" or tag.name in _SILENT
        if within and not (tag.closes and tag.name == within):
            continue
        if not (tag.is_block or verbatim or (tag.name == "img" and tag.words)):
            continue
        yield HtmlPart(at, tag.start, _shown(kind, within))
        yield HtmlPart(tag.start, tag.end, tag=tag)
        at = tag.end
        within = tag.name if verbatim and not tag.closes else ""
        kind = Kind.SENTENCE if tag.closes else _KINDS.get(tag.name, kind)
    yield HtmlPart(at, len(text), _shown(kind, within))


def _shown(kind: Kind, within: str) -> Kind | None:
    if within == "pre":
        return Kind.CODE
    return None if within else kind
