"""Tags of HTML and JSX in a page: where they stand, what they are called, which words they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"[A-Za-z][\w.:-]*"
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,2000}\}"
TAG = re.compile(
    rf"<(?P<closes>/?)(?P<name>{_NAME}|(?=>))"
    rf"(?P<rest>(?:[^<>\"'{{}}]|\"[^\"]{{0,2000}}\"|'[^']{{0,2000}}'|{_BRACES}){{0,2000}})>"
)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|\{/\*.*?(?:\*/\}|\Z)", re.DOTALL)
_WORDS = re.compile(
    r"(?<![\w-])(?:alt|title|label|summary|description|caption|heading|placeholder|aria-label)"
    r"\s*=\s*(?:\{\s*)?(?P<mark>[\"'])(?P<words>[^\"'<>]*?[^\W\d_][^\"'<>]*?)(?P=mark)"
)
_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend "
    "li link main menu nav ol optgroup option p param pre search section script style "
    "summary table tbody td tfoot th thead title tr ul video picture source iframe svg "
    "template "
)
_TEMPLATE_ATTRIBUTE = re.compile(r"\s[@#:\[(*]|\{|\sv-")
BLOCKS = frozenset(_NAMES.split())
"""Names of tags that begin and end a block."""
VERBATIM = frozenset({"pre", "script", "style", "svg", "math"})
"""Whose content is no prose."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at `start..end` of the text it was found in, its name in small letters.

    `words` are the stretches of it that people read: a picture's `alt`, a card's `title`.
    """

    start: int
    end: int
    name: str
    closes: bool
    component: bool
    words: tuple[tuple[int, int], ...]

    @property
    def is_block(self) -> bool:
        """Whether what stands before it and after it are two things."""
        return self.name in BLOCKS or self.component


def tags_of(text: str) -> Iterator[Tag]:
    """The tags of a text, in order."""
    return map(tag_of, TAG.finditer(text))


def tag_of(match: re.Match[str]) -> Tag:
    """A tag that was found."""
    return Tag(
        match.start(),
        match.end(),
        match["name"].lower(),
        bool(match["closes"]),
        match["name"][:1].isupper() or not match["name"],
        tuple(w.span("words") for w in _WORDS.finditer(match.string, *match.span())),
    )


def with_plain_tags(text: str) -> str:
    """The text, of the same length, with tags that only templates know as tags of HTML."""
    return TAG.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    if not _TEMPLATE_ATTRIBUTE.search(match["rest"]):
        return match.group()
    slash = "/" if match["rest"].endswith("/") else ""
    head = match.group()[: match.start("rest") - match.start()]
    return head + " " * (len(match["rest"]) - len(slash)) + slash + ">"
