"""What the review hands out: frozen values for screens, commands and files."""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.domain.flags import Flag
from alignbench.domain.links import Link
from alignbench.domain.text import Segment, Side


@dataclass(frozen=True, slots=True)
class Row:
    """A link as a reviewer meets it, with its segments."""

    link: Link
    ja: Sequence[Segment]
    en: Sequence[Segment]
    new_paragraph: bool
    doubtful: bool
    crossing: bool
    """Whether its English stands before that of an earlier row."""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: a line for people and the rows to draw again (both included)."""

    label: str
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Where a text was found: `start..end` of the segment's view."""

    document: str
    side: Side
    segment: int
    link_id: int
    start: int
    end: int
    view: str
