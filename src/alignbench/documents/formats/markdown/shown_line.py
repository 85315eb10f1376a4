"""What a reader sees of a line of Markdown once its marks are gone."""

import html
import re
from collections.abc import Iterable, Sequence

from alignbench.documents.segmentation.account import Aside
from alignbench.documents.segmentation.markup import SPACE, joined_lines
from alignbench.domain.text import Placeholder
from alignbench.language.mapped import MappedText, join, without
from alignbench.language.normalise import printable
from alignbench.messages import t

# CommonMark leaves `**「強い」**と` as it stands, for want of spaces; people mean it to be bold.
_LEFT_BOLD = re.compile(r"(\*{2,3})(?=\S)[^*\n]{1,1000}?(?<=\S)(\1)")
_HIGHLIGHTED = re.compile(
    r"(?<![A-Za-z0-9_=])(==)(?=[^\s=])[^\n]{0,200}?(?<=[^\s=])(==)(?![A-Za-z0-9_=])"
)
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
    view = without(view, bold)
    marks = [
        m.span(group)
        for m in _HIGHLIGHTED.finditer(view.text)
        if not any(first <= view.offsets[m.start()] < last for first, last in code)
        for group in (1, 2)
    ]
    view = printable(joined_lines(without(view, marks)))
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


def lies_inside(start: int, end: int, view: MappedText) -> bool:
    """Whether the characters `start..end` of the content lie in a view of it."""
    return view.offsets[0] <= start and end <= view.offsets[-1] + 1


def is_picture(view: MappedText, placeholders: Iterable[Placeholder]) -> bool:
    """Whether all that is read is the words for one picture."""
    return any(
        p.kind == "image" and p.start <= view.offsets[0] and view.offsets[-1] < p.end
        for p in placeholders
    )
