"""The unit of every bitext format: a link with its texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from alignbench.domain.findings import Finding
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Bead, Link, Status
from alignbench.domain.quick_values import quick_maker
from alignbench.domain.segment_table import code_at, kind_at, views_at
from alignbench.domain.text import JOINTS, Document, Kind, Segment, Span

DECIMALS = 4
"""Of a confidence as it is exported: finer than any calibration."""


@dataclass(frozen=True, slots=True)
class PairFlag:
    """What a person says is wrong with a pair. Spans are offsets into its two texts."""

    type: str
    severity: Severity
    comment: str
    ja: Span | None
    en: Span | None
    author: str
    at: str
    """When, UTC, ISO 8601."""
    status: str = "open"
    """Open, accepted, fixed or rejected."""


def flag_record(flag: PairFlag) -> dict[str, Any]:
    """A flag as JSON holds it; spans are [start, end] in the pair's texts, or null."""
    return {
        "type": flag.type,
        "severity": flag.severity.value,
        "status": flag.status,
        "comment": flag.comment,
        "ja": span_record(flag.ja),
        "en": span_record(flag.en),
        "author": flag.author,
        "at": flag.at,
    }


def span_record(span: Span | None) -> list[int] | None:
    """A span as JSON holds it."""
    return None if span is None else [span.start, span.end]


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
    flag_list: tuple[PairFlag, ...] = ()
    """The flags themselves, where the format holds them."""
    findings: tuple[Finding, ...] | None = None
    """Open findings of the checks; None if none have been asked."""
    ja_positions: tuple[int, ...] = ()
    en_positions: tuple[int, ...] = ()
    proposal: str = ""
    """A better English that nobody has refused."""
    proposal_by: str = field(default="", compare=False)
    proposal_at: str = field(default="", compare=False)
    """Who proposed it and when (UTC, ISO 8601), for formats that say so."""
    proposal_state: str = field(default="", compare=False)
    """Open or accepted."""
    is_code: bool = False
    """Whether all its segments are code or the like: what nobody translates."""
    ja_code: tuple[Span, ...] = ()
    en_code: tuple[Span, ...] = ()
    """What the document marks as code in the two texts."""
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


def pair_from_link(
    document: Document,
    link: Link,
    flags: Iterable[Flag] = (),
    findings: Iterable[Finding] | None = None,
) -> Pair:
    """The pair of a stored link; spans of flags and findings are counted in its two texts."""
    flag_list = tuple(
        PairFlag(
            flag.type, flag.severity, flag.comment, flag.ja, flag.en, flag.author, flag.at,
            flag.state,
        )
        for flag in flags
    )  # fmt: skip
    found = None if findings is None else tuple(findings)
    pair = _pair(document, link, link.status)
    if not (link.note or link.proposal or flag_list or found is not None):
        return pair
    return replace(
        pair,
        note=link.note, flags=len(flag_list), flag_list=flag_list, findings=found,
        **_proposed(link),
    )  # fmt: skip


def _proposed(link: Link) -> dict[str, Any]:
    said = link.proposal
    if said is None or said.state == "refused":
        return {}
    return {
        "proposal": said.text, "proposal_by": said.author, "proposal_at": said.at,
        "proposal_state": said.state,
    }  # fmt: skip


def _pair(document: Document, link: Bead | Link, status: Status) -> Pair:
    ja, en = document.ja.segments, document.en.segments
    ja_views, en_views = views_at(ja, link.ja), views_at(en, link.en)
    if ja_views and ja_views[-1][-1:] == " ":  # which an English sentence brings for the next
        ja_views = [*ja_views[:-1], ja_views[-1][:-1]]
    return _quick(
        id=f"{document.name}:{_numbers(link.ja)}:{_numbers(link.en)}",
        document=document.name,
        ja_segments=tuple(ja_views),
        en_segments=tuple(en_views),
        status=status,
        confidence=None if link.confidence is None else round(link.confidence, DECIMALS),
        ja_positions=link.ja,
        en_positions=link.en,
        is_code=_are_code(ja, link.ja) and _are_code(en, link.en),
        ja_code=code_at(ja, link.ja, JOINTS["ja"]),
        en_code=code_at(en, link.en, JOINTS["en"]),
    )


_quick = quick_maker(Pair)


def _are_code(segments: Sequence[Segment], positions: tuple[int, ...]) -> bool:
    for at in positions:  # noqa: SIM110 (no generator: this is asked of 200,000 sides)
        if kind_at(segments, at) is not Kind.CODE:
            return False
    return True


def _numbers(positions: tuple[int, ...]) -> str:
    if len(positions) == 1:
        return str(positions[0])
    return ",".join(map(str, positions))
