"""Texts as they were read: untouched content, and stretches of it by character offsets."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Side = Literal["ja", "en"]
JOINTS: dict[Side, str] = {"ja": "", "en": " "}
"""What stands between the segments of one side where they are joined to one text."""


class Kind(StrEnum):
    """What a paragraph or segment is. All but SENTENCE stand for themselves, unsplit."""

    SENTENCE = "sentence"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    BYLINE = "byline"
    """Author, affiliation, place and date lines."""
    CAPTION = "caption"
    FURNITURE = "furniture"
    """Running heads, page numbers and the like: in the file, not in the text."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to but not including `end` of a text's content."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: a stretch of content between blank lines, or a line, as the format has it."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or what stands for one.

    `view` is what people and models read: one line, markup and ruby readings removed, wrapped
    lines joined. `cuts` are the stretches inside `start..end` that belong to something else,
    such as a page number in the middle of a sentence. `paragraph` counts from 0 in the text;
    a sentence that runs over a page break belongs to the paragraph where it begins.
    """

    start: int
    end: int
    kind: Kind
    paragraph: int
    view: str
    cuts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a document. `content` is the decoded file, never altered."""

    side: Side
    content: str
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    encoding: str
    """Python's name of the codec that decoded it."""
    path: str | None
    paragraphs: tuple[Paragraph, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A Japanese text and its English version."""

    name: str
    ja: Text
    en: Text

    def side(self, side: Side) -> Text:
        """The Japanese or the English text."""
        return self.ja if side == "ja" else self.en
