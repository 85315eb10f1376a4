"""What a reader sees of a line of Markdown once its marks are gone."""

import html
import re
from collections.abc import Sequence

from alignbench.documents.segmentation.account import Aside
from alignbench.documents.segmentation.markup import SPACE, joined_lines
from alignbench.language.mapped import MappedText, join, without
from alignbench.language.normalise import printable
from alignbench.messages import t

# CommonMark leaves `**「強い」**と` as it stands, for want of spaces; people mean it to be bold.
_LEFT_BOLD = re.compile(r"(\*{2,3})(?=\S)[^*\n]{1,1000}?(?<=\S)(\1)")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_SPACES = re.compile(r" ( +)")
_TEMPLATE = re.compile(
    r"\{'(?:\s|\\n)*'\}|\{\{[<%].{0,300}?[%>]\}\}|\{%.{0,300}?%\}|\[\^[^\]\s]{1,40}\](?!\()"
)


def shown(line: MappedText, code: Sequence[tuple[int, int]] = ()) -> tuple[MappedText, list[Aside]]:
    """A line as it is read, and what template tags are taken out of it.

    `code` are the places in the content of inline code, where a tag is text.
    """
    tags = [
        m.span()
        for m in _TEMPLATE.finditer(line.text)
        if not any(first <= line.offsets[m.start()] < last for first, last in code)
    ]
    asides = [
        Aside(line.offsets[start], line.offsets[end - 1] + 1, t("template tags"))
        for start, end in tags
    ]
    view = without(line, tags)
    bold = [m.span(group) for m in _LEFT_BOLD.finditer(view.text) for group in (1, 2)]
    view = printable(joined_lines(without(view, bold)))
    view = without(view, [m.span(1) for m in _SPACES.finditer(view.text)])
    return view.strip(SPACE), asides


def unescaped(text: MappedText) -> MappedText:
    """With characters that are written by their names, as `&lt;`, as themselves."""
    pieces: list[MappedText] = []
    at = 0
    for match in ENTITY.finditer(text.text):
        character = html.unescape(match.group())
        place = text.offsets[match.start()]
        pieces += [
            text.slice(at, match.start()),
            MappedText(character, (place,) * len(character)),
        ]
        at = match.end()
    return join([*pieces, text.slice(at, len(text.text))])
