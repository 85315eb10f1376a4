"""Texts as they were read: untouched content, and stretches of it by character offsets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Side = Literal["ja", "en"]
JOINTS: dict[Side, str] = {"ja": "", "en": " "}
"""What stands between the segments of one side where they are joined to one text."""


class Kind(StrEnum):
    """What a paragraph or segment is. Headings, bylines, captions, cells and code stay unsplit.

    New kinds are added at the end: trained weights and databases know the others by their place.
    """

    SENTENCE = "sentence"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    BYLINE = "byline"
    """Author, affiliation, place and date lines."""
    CAPTION = "caption"
    FURNITURE = "furniture"
    """Running heads, page numbers and the like: in the file, not in the text."""
    CODE = "code"
    """Code, formulas and other blocks that nobody translates; its view keeps its lines."""
    CELL = "cell"
    """A cell of a table."""
    FOOTNOTE = "footnote"
    CUE = "cue"
    """What a subtitle says while it stands."""
    NOTE = "note"
    """A note beside the text, such as a speaker's notes on a slide."""


UNTRANSLATED = frozenset({Kind.CODE, Kind.FURNITURE})
"""Kinds that are aligned but nobody translates: exports leave them out unless asked for them."""


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
class Location:
    """Where something stands in its file, for people; what a format does not have is empty."""

    part: str = ""
    """The chapter file, slide, sheet or key."""
    page: str = ""
    cell: str = ""
    """Such as `B4`."""
    time: tuple[int, int] | None = None
    """When a subtitle comes and goes, in milliseconds."""
    footnote_of: str = ""
    """The mark that the text refers to a note by."""

    @property
    def plain(self) -> str:
        """All of it in one line, in no language: `Prices!B4`, `p. 12, fn 3`; empty for nowhere."""
        place = "!".join(filter(None, (self.part, self.cell)))
        page = f"p. {self.page}" if self.page else ""
        time = "–".join(map(_clock, self.time)) if self.time else ""
        note = f"fn {self.footnote_of}" if self.footnote_of else ""
        return ", ".join(filter(None, (place, page, time, note)))


NOWHERE = Location()


class PlaceholderKind(StrEnum):
    """What stands in a sentence and is not words."""

    LINK = "link"
    CODE = "code"
    IMAGE = "image"
    TAG = "tag"
    """An inline element of a bilingual file or of a page."""
    NOTE_MARK = "note-mark"
    VARIABLE = "variable"
    """A name in a string that a program fills in."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The characters `start..end` of a view, perhaps none, that carry more than their words.

    `source` is what the file has there: a link's address, a tag as it is written.
    """

    start: int
    end: int
    kind: PlaceholderKind
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the characters `start..end` of a view are read, as the file's own ruby says."""

    start: int
    end: int
    reading: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or what stands for one.

    `view` is what people and models read: one line (code keeps its lines), markup and ruby
    readings removed, wrapped lines joined. `runs` are the stretches of the content that its
    characters stand for, one after another; their lengths add up to the view's. A line end that
    is read as a space is such a stretch too. `cuts` are the stretches inside `start..end` that
    belong to something else, such as a page number in the middle of a sentence. `paragraph`
    counts from 0 in the text; a sentence that runs over a page break belongs to the paragraph
    where it begins.
    """

    start: int
    end: int
    kind: Kind
    paragraph: int
    view: str
    cuts: tuple[Span, ...] = ()
    runs: tuple[Span, ...] = ()
    location: Location = NOWHERE
    placeholders: tuple[Placeholder, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of a file that no segment shows.

    `what` says it in a few words, a message's id; `count` is how many there are, `characters` how
    long they are together, blanks not counted, `sample` the beginning of the first.
    """

    what: str
    count: int
    sample: str = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a document.

    `content` is the decoded file, never altered; of a file that is no text (DOCX, PDF), the text
    that was read out of it.
    """

    side: Side
    content: str
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    encoding: str
    """Python's name of the codec that decoded it."""
    path: str | None
    paragraphs: tuple[Paragraph, ...]
    segments: Sequence[Segment]
    """A tuple, or `domain.segment_table` where they are read from a database."""
    format: str = "text"
    """The name of the reader that read it: `text`, `markdown`, `docx`."""
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A Japanese text and its English version."""

    name: str
    ja: Text
    en: Text

    def side(self, side: Side) -> Text:
        """The Japanese or the English text."""
        return self.ja if side == "ja" else self.en


def joined_view(segments: Iterable[Segment], side: Side) -> str:
    """The views of segments that stand together on one side, as the one text they are read as."""
    return JOINTS[side].join([segment.view for segment in segments])


def _clock(milliseconds: int) -> str:
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest / 1000:06.3f}"
