"""Tags of site generators in a page: Hugo's shortcodes and Liquid's `{% … %}`.

The tags are no text; what stands between two of them is. Like `without_components`, this blanks
what is no Markdown character for character, so that places in a page stay what they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from alignbench.documents.formats.markdown.boxes import TAB
from alignbench.documents.formats.markdown.included_files import included_files
from alignbench.documents.formats.markdown.jsx import CODE, FENCE, blank, lies_within
from alignbench.documents.segmentation.account import Aside
from alignbench.domain.text import Placeholder
from alignbench.messages import t

_TABS = re.compile(TAB.pattern, re.MULTILINE)
_BOXES = {3: "!!!", 4: "???+"}
"""What boxes begin with, which are parsed as tabs of MkDocs are, by their indent; by length."""
_SHORTCODE = r"\{\{[<%](?:(?!\}\}|\{\{).){0,2000}[%>]\}\}"
_LIQUID = r"\{%(?:(?!%\}|\{%).){0,2000}%\}"
"""No tag holds the beginning of another: what is never closed is looked at once."""
_TAG = re.compile(rf"{_SHORTCODE}|{_LIQUID}", re.DOTALL)
_VALUE = r"\{\{(?:(?!\}\}).){1,300}?\}\}"
_IN = ("@[", "[!", "!!!include")
"""What may begin a line for which another file stands."""
_COMMENTS = (
    (re.compile(r"(?m)^[ \t]*%%[ \t]*$"), re.compile(r"(?m)^[ \t]*%%[ \t]*$")),
    (re.compile(r"(?<![\w%])%%(?=[^%\n]+%%)"), re.compile(r"%%")),
    (re.compile(r"\{\{[<%]?\s{0,20}/\*"), re.compile(r"\*/\s{0,20}[%>]?\}\}")),
    (re.compile(r"\{%-?\s{0,20}comment\b[^%]{0,20}%\}"),
     re.compile(r"\{%-?\s{0,20}endcomment\s{0,20}-?%\}")),
    (re.compile(r"\{\{[<%]\s{0,20}comment\s{0,20}[%>]\}\}"),
     re.compile(r"\{\{[<%]\s{0,20}/comment\s{0,20}[%>]\}\}")),
)  # fmt: skip
"""What begins a comment, and what ends it."""
_CODE_OPENS = re.compile(r"\{(?:\{[<%]|%-?)\s*(?:highlight|code|codeblock|mermaid|math)\b")
_CODE_CLOSES = re.compile(
    r"\{(?:\{[<%]\s*/\s*|%-?\s*end)(?:highlight|code|codeblock|mermaid|math)\b"
)
_ADDRESS = re.compile(
    r"(?:\]\(|^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]+)"
    rf"(?P<address>[^()\s{{}}]*(?:(?:{_VALUE}|{_LIQUID})[^()\s{{}}]*)+)",
    re.MULTILINE,
)
_IN_ADDRESS = re.compile(rf"{_VALUE}|{_LIQUID}")
_MARKER = re.compile(r"q(\d+)z+")
_NOTHING = "\u200b"
"""What stands for the characters of a tag inside a line: no space, and never shown."""
_NAMED = re.compile(
    r"(?<![\w-])(?:title|caption|alt|label|summary|description|heading|header|text|name)"
    r"\s*=\s*(?P<mark>[\"'“])(?P<words>[^\"'”<>{}]*[^\W\d_][^\"'”<>{}]*)[\"'”]"
)
_TITLED = re.compile(
    r"\{(?:\{[<%]|%-?)\s*(?:tab|tabitem|details|expand|notice|admonition|callout|alert|card|step|"
    r"hint|accordion)\b[^\"]{0,60}\"(?P<words>[^\"{}]*[^\W\d_][^\"{}]*)\"",
    re.DOTALL,
)
_NO_WORDS = re.compile(r"[\w.#/:%-]*[./#:%_-][\w.#/:%-]*|[a-z0-9]+|https?://\S*")


@dataclass(slots=True)
class TemplateTags:
    """A page without the tags of a site generator, and what they were."""

    source: str
    words: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of tags that people read: the title of a figure, the label of a tab."""
    asides: list[Aside] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    """What stands in addresses for what a generator puts there."""

    def written_back(self, placeholders: Iterable[Placeholder]) -> tuple[Placeholder, ...]:
        """Placeholders with the tags that stood in their addresses."""
        return tuple(
            replace(mark, source=_MARKER.sub(self._written, mark.source)) for mark in placeholders
        )

    def _written(self, marker: re.Match[str]) -> str:
        number = int(marker[1])
        return self.addresses[number] if number < len(self.addresses) else marker[0]


def without_templates(content: str) -> TemplateTags:
    """The content with tags blanked, those inside of lines so that nothing is left of them."""
    found = TemplateTags(content)
    if not any(begins in content for begins in ("{%", "{{", "{!", "===", "%%", "8<", "<<<", *_IN)):
        return found
    kept = [match.span() for pattern in (FENCE, CODE) for match in pattern.finditer(content)]
    out = list(content)
    for tab in _TABS.finditer(content):
        if not lies_within(tab.start(), kept):
            first, last = tab.span("marks")
            out[first:last] = _BOXES[last - first]
    for span in _comments(content):
        if not lies_within(span[0], kept):
            blank(out, *span)
            found.asides.append(Aside(*span, t("comments")))
            kept.append(span)
    for span in included_files(content):
        if not lies_within(span[0], kept):
            blank(out, *span)
            found.asides.append(Aside(*span, t("names of included files")))
            kept.append(span)
    addresses = [match.span("address") for match in _ADDRESS.finditer(content)]
    for match in _ADDRESS.finditer(content):
        if not lies_within(match.start(), kept):
            _simplify(out, found, content, match.span("address"))
    tags = [tag for tag in _TAG.finditer(found.source) if not lies_within(tag.start(), kept)]
    for tag, alone in zip(tags, _alone(content, tags), strict=True):
        if alone:
            _take(out, found, tag)
        elif not lies_within(tag.start(), addresses):
            out[tag.start() : tag.end()] = _NOTHING * (tag.end() - tag.start())
            found.asides.append(Aside(*tag.span(), t("template tags")))
    found.source = "".join(out)
    return found


def _comments(content: str) -> Iterator[tuple[int, int]]:
    """Where comments stand; what begins one that nothing ends is none, nor is any after it."""
    for begins, ends in _COMMENTS:
        first = begins.search(content)
        while first and (last := ends.search(content, first.end())):
            yield first.start(), last.end()
            first = begins.search(content, last.end())


def _alone(content: str, tags: list[re.Match[str]]) -> Iterator[bool]:
    """Whether nothing but other tags and marks of quotation stands beside each on its lines."""
    bare = list(content)
    for tag in tags:
        blank(bare, *tag.span())
    text = "".join(bare)
    for tag in tags:
        first = text.rfind("\n", 0, tag.start()) + 1
        last = text.find("\n", tag.end())
        yield not text[first : last if last >= 0 else len(text)].strip(" \t\r>\n")


def _take(out: list[str], found: TemplateTags, tag: re.Match[str]) -> None:
    """Blank a tag; one round code becomes a fence."""
    blank(out, *tag.span())
    if _CODE_OPENS.match(tag[0]) or _CODE_CLOSES.match(tag[0]):
        out[tag.start() : tag.start() + 3] = "```"
    found.asides.append(Aside(*tag.span(), t("template tags")))
    for words in (*_NAMED.finditer(tag[0]), *_TITLED.finditer(tag[0])):
        span = (tag.start() + words.start("words"), tag.start() + words.end("words"))
        if not _NO_WORDS.fullmatch(words["words"]) and span not in found.words:
            found.words.append(span)


def _simplify(out: list[str], found: TemplateTags, content: str, address: tuple[int, int]) -> None:
    """Put a word that Markdown takes for an address in place of each tag in one."""
    for tag in _IN_ADDRESS.finditer(content, *address):
        word = f"q{len(found.addresses)}"
        length = tag.end() - tag.start()
        if len(word) < length:
            out[tag.start() : tag.end()] = f"{word:z<{length}}"
            found.addresses.append(tag[0])
