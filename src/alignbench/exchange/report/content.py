"""What a report holds, before it is a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from alignbench.domain.flags import Severity
from alignbench.domain.quality import Profile, Score, is_enough_read
from alignbench.domain.text import Span
from alignbench.domain.word_changes import Piece, compare
from alignbench.system.safe_text import xml_text

State = Literal["confirmed", "omitted", "added", "suggested", "doubtful"]


@dataclass(frozen=True, slots=True)
class ReportIssue:
    """A flag or a finding on a row. Spans are offsets into the row's two texts.

    A flag that is fixed or rejected is `settled`, a finding that a person dismissed `dismissed`:
    they have a `reason` and mark no words.
    """

    kind: Literal["flag", "finding", "settled", "dismissed"]
    title: str
    message: str
    severity: Severity
    ja: Span | None = None
    en: Span | None = None
    label: str = ""
    """The check's id, or who flagged it."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A pair with everything said about it."""

    number: int
    ja: str
    en: str
    state: State
    confidence: float | None
    note: str = ""
    new_paragraph: bool = False
    issues: tuple[ReportIssue, ...] = ()
    proposal: str = ""
    """What the English should read, if somebody proposes that."""
    proposal_state: str = ""
    """Open, accepted or refused, and by whom."""

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to be said of it: no issue, no note, both sides, no doubt."""
        said = self.issues or self.note or self.proposal
        return self.state in ("confirmed", "suggested") and not said

    @property
    def change(self) -> list[Piece]:
        """What the proposal strikes and inserts."""
        return compare(xml_text(self.en), xml_text(self.proposal)) if self.proposal else []


@dataclass(frozen=True, slots=True)
class Report:
    """One document's report. `made` is a date as people write it."""

    title: str
    made: str
    version: str
    rows: tuple[ReportRow, ...]
    score: Score
    settled: float
    """Share of segments that are confirmed or declared, 0 to 1."""
    anchor: str = "r"
    """What the names of its rows begin with; unique on a page."""
    profile: Profile = field(default_factory=Profile)
    off: tuple[str, ...] = ()
    """Checks that the project has switched off."""
    misfits: tuple[str, ...] = ()
    """What is said of checks that doubt so much that they probably do not fit the text."""

    @property
    def is_read(self) -> bool:
        """Whether so much of it has been settled that a score is told."""
        return is_enough_read(self.settled)

    @property
    def open(self) -> int:
        """Rows that nobody has confirmed or declared."""
        return self.count("suggested") + self.count("doubtful")

    def count(self, state: State) -> int:
        """Rows in a state."""
        return sum(row.state == state for row in self.rows)

    @property
    def proposals(self) -> int:
        """How many rows have a better English that nobody has refused."""
        return sum(bool(row.proposal) and row.proposal_state != "refused" for row in self.rows)

    def issues(self, kind: str) -> int:
        """How many issues of a kind there are."""
        return sum(issue.kind == kind for row in self.rows for issue in row.issues)


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """The reports of a project's documents, with one score over all of them."""

    title: str
    made: str
    version: str
    documents: tuple[Report, ...]
    score: Score
    settled: float
    profile: Profile = field(default_factory=Profile)
    off: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether so much of it has been settled that a score is told."""
        return is_enough_read(self.settled)


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of a text that is drawn alike: `severities` of the issues that cover it."""

    text: str
    kind: str = ""
    severity: str = ""


_WORST = [Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL]


def marked(text: str, issues: Sequence[ReportIssue], side: Literal["ja", "en"]) -> list[Mark]:
    """`text` cut where highlights begin and end; a flag hides a finding, the worse the lesser."""
    spans = [(span, issue) for issue in issues if (span := getattr(issue, side)) is not None]
    edges = {0, len(text)}
    edges |= {min(edge, len(text)) for span, _ in spans for edge in (span.start, span.end)}
    cuts = sorted(edges)
    runs: list[Mark] = []
    for start, end in pairwise(cuts):
        over = [issue for span, issue in spans if span.start < end and span.end > start]
        looks = _looks(over)
        if runs and (runs[-1].kind, runs[-1].severity) == looks:
            runs[-1] = Mark(runs[-1].text + text[start:end], *looks)
        else:
            runs.append(Mark(text[start:end], *looks))
    return runs


def _looks(over: Sequence[ReportIssue]) -> tuple[str, str]:
    if not over:
        return "", ""
    top = min(over, key=lambda each: (each.kind != "flag", _WORST.index(each.severity)))
    return top.kind, top.severity.value
