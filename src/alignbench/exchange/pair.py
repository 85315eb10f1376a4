"""The unit of every bitext format: a link with its texts."""

from dataclasses import dataclass, field

from alignbench.domain.links import Bead, Link, Status
from alignbench.domain.text import Document, Side

DECIMALS = 4
"""Of a confidence as it is exported: finer than any calibration."""

JOINTS: dict[Side, str] = {"ja": "", "en": " "}
"""What stands between the segments of one side when they are joined to one text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Japanese segments and the English segments that say the same, with what people decided.

    Segments are views: one line each, not empty. A null link has no segments on one side.
    `id` is built from the document's name and the segments' positions, so that the same link
    has the same id in every export. Positions count from 0; a pair read from a file that does
    not tell them has none.
    """

    id: str
    document: str
    ja_segments: tuple[str, ...]
    en_segments: tuple[str, ...]
    status: Status
    confidence: float | None = None
    note: str = ""
    flags: int = 0
    ja_positions: tuple[int, ...] = ()
    en_positions: tuple[int, ...] = ()
    line: int | None = field(default=None, compare=False)
    """Where it stood in the file it was read from, counted from 1."""

    @property
    def ja(self) -> str:
        """The Japanese text, empty where the English was added."""
        return JOINTS["ja"].join(self.ja_segments)

    @property
    def en(self) -> str:
        """The English text, empty where the Japanese was omitted."""
        return JOINTS["en"].join(self.en_segments)

    @property
    def is_null(self) -> bool:
        """Whether one side is empty."""
        return not self.ja_segments or not self.en_segments

    @property
    def shape(self) -> str:
        """How many segments on each side, such as `2-1`."""
        return f"{len(self.ja_segments)}-{len(self.en_segments)}"


def pair_from_bead(document: Document, bead: Bead) -> Pair:
    """The pair of a link that the aligner suggests."""
    return _pair(document, bead, Status.SUGGESTED)


def pair_from_link(document: Document, link: Link, flags: int = 0) -> Pair:
    """The pair of a stored link with `flags` flags on it."""
    return _pair(document, link, link.status, link.note, flags)


def _pair(
    document: Document, link: Bead | Link, status: Status, note: str = "", flags: int = 0
) -> Pair:
    return Pair(
        id=f"{document.name}:{_numbers(link.ja)}:{_numbers(link.en)}",
        document=document.name,
        ja_segments=tuple(document.ja.segments[at].view for at in link.ja),
        en_segments=tuple(document.en.segments[at].view for at in link.en),
        status=status,
        confidence=None if link.confidence is None else round(link.confidence, DECIMALS),
        note=note,
        flags=flags,
        ja_positions=link.ja,
        en_positions=link.en,
    )


def _numbers(positions: tuple[int, ...]) -> str:
    return ",".join(map(str, positions))
