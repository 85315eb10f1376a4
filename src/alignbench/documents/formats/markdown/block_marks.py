"""Marks at the ends of a block that say what it is and are not read."""

import re
from dataclasses import dataclass

from alignbench.documents.formats.markdown.jsx import IMPORTS
from alignbench.domain.text import Kind
from alignbench.messages import t

DIRECTIVE = re.compile(
    r"\{(?:note|tip|warning|important|caution|danger|hint|attention|error|seealso|admonition|"
    r"versionadded|versionchanged|deprecated|dropdown|epigraph|margin|sidebar|topic|card|tab-item)\}"
)
_ANCHOR = re.compile(r"[ \t]*\{[ \t]*[#.:/][^{}\n]{0,100}\}[ \t]*$")
_ALERT = re.compile(r"\[![\w-]+\][+-]?[ \t]*")
_BOLD_ALERT = re.compile(
    r"\*\*(?:Note|Tip|Important|Warning|Caution|注意|警告|重要|ヒント|補足|メモ|参考)\*\*[ \t]*\n",
    re.IGNORECASE,
)
_CHECK_BOX = re.compile(r"\[[ xX]\][ \t]+")
_ATTRIBUTES = re.compile(
    r"(?:^|\n)[ \t]*\{(?::|[ \t]*[.#][A-Za-z])[^{}\n]{0,200}\}[ \t]*(?=\n|$)|"
    r"(?<=[\])*_`])\{(?:[:.#=]|[ \t]+[:.#])[^{}\n]{0,200}\}|"
    r"(?<=\))\{[^{}\n=]{1,60}=[^{}\n]{0,200}\}"
)
"""What kramdown, Pandoc and Quarto say of a block, a picture, a link or a word."""
_SPAN = re.compile(r"(\[)[^\[\]\n]{1,300}(\])(?=\{[.#][^{}\n]{0,200}\})")
"""The brackets round words that attributes follow."""
_BLOCK_ID = re.compile(r"(?:^|(?<=\s))\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{2,40}[ \t]*$")
"""What Obsidian calls a block by."""
_SIZE = re.compile(r"(?<=\S)[ \t]=\d{0,4}x\d{0,4}(?=\))")
_CONTENTS = re.compile(r"\{:[ \t]*toc\b")
_COLONS = re.compile(r"[:|+~\s-]+")
_TEMPLATE = re.compile(
    r"(?:\{\{[<%](?:(?!\}\}).){0,300}?[%>]\}\}|\{%(?:(?!%\}).){0,300}?%\}|\[\[?toc\]?\])",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A stretch of a block's text that is not read; `what` says what it is."""

    start: int
    end: int
    what: str


def title_of_alert(text: str) -> tuple[int, int] | None:
    """Where the title stands in a box that is a quotation, if more than a title is in it."""
    name = _ALERT.match(text)
    end = text.find("\n", name.end()) if name else -1
    return (name.end(), end) if name and text[name.end() : end].strip() and end > 0 else None


def marks_of(text: str, kind: Kind, *, quoted: bool, jsx: bool) -> list[BlockMark]:
    """The marks of a block: anchors of headings, check boxes, names of alerts, template tags."""
    if (jsx and IMPORTS.match(text)) or _TEMPLATE.fullmatch(text.strip()):
        return [BlockMark(0, len(text), t("template tags"))]
    if not jsx and _CONTENTS.search(text):
        return [BlockMark(0, len(text), t("template tags"))]
    if _COLONS.fullmatch(text):
        return [BlockMark(0, len(text), t("drawn lines"))]
    marks: list[BlockMark] = []
    if quoted and (alert := _ALERT.match(text) or _BOLD_ALERT.match(text)):
        marks.append(BlockMark(0, alert.end(), t("names of boxes")))
    elif kind is Kind.LIST_ITEM and (box := _CHECK_BOX.match(text)):
        marks.append(BlockMark(0, box.end(), t("check boxes")))
    if kind is Kind.HEADING and (anchor := _ANCHOR.search(text)):
        marks.append(BlockMark(anchor.start(), len(text), t("heading anchors")))
    if not jsx:
        free = marks[-1].start if kind is Kind.HEADING and marks else len(text)
        marks += [
            BlockMark(*found.span(side), t("attributes of blocks"))
            for found in _SPAN.finditer(text)
            for side in (1, 2)
        ]
        for pattern in (_ATTRIBUTES, _SIZE, _BLOCK_ID):
            marks += [
                BlockMark(*found.span(), t("attributes of blocks"))
                for found in pattern.finditer(text)
                if found.end() <= free
            ]
    return sorted(marks, key=lambda mark: mark.start)
