"""The table of a project's documents, and what a document leaves unlinked or open. Pure."""

from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from alignbench.domain.flags import Severity
from alignbench.domain.quality import Score
from alignbench.exchange.report.content import ProjectReport, Report, ReportRow, State
from alignbench.messages import t
from alignbench.system.safe_text import xml_text


@dataclass(frozen=True, slots=True)
class Line:
    """A document, or all of them, in the table. `anchor` is where it stands on the page."""

    title: str
    score: Score
    settled: float
    findings: int
    anchor: str = ""
    is_read: bool = True
    """Whether enough has been read for a score."""

    def flags(self, severity: str) -> int:
        """How many flags of a severity count."""
        return sum(each.counts.get(Severity(severity), 0) for each in self.score.types)


def lines(project: ProjectReport) -> list[Line]:
    """A line for each document, and one for all."""
    each = [
        Line(one.title, one.score, one.settled, one.issues("finding"), one.anchor, one.is_read)
        for one in project.documents
    ]
    total = sum(line.findings for line in each)
    whole = Line(t("all documents"), project.score, project.settled, total, is_read=project.is_read)
    return [*each, whole]


HEADINGS: tuple[tuple[str, str, tuple[State, ...]], ...] = (
    (t("Left out of the English"), "omitted", ("omitted",)),
    (t("Added in the English"), "added", ("added",)),
    (t("Still open"), "suggested", ("suggested", "doubtful")),
)
LONGEST_LIST = 300
"""Open rows that are named one by one; what was left out or added is named whole."""
LONGEST_TEXT = 120
"""Characters of a side in such a list: enough to know it by."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger's list: its number, and the sides that say something, by language."""

    number: int
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What the ledger names one by one under a heading; `total` counts what is not shown too."""

    heading: str
    css: str
    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Place:
    """A finding: the row it is about, what it says, and the check that says it."""

    number: int
    message: str
    label: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """The open findings of one severity; `total` counts those that are not shown too."""

    heading: str
    css: str
    places: tuple[Place, ...]
    total: int


def doubts(report: Report) -> list[Doubts]:
    """The open findings by severity, the worst first, each with its place."""
    found = []
    for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL):
        places = [
            Place(row.number, xml_text(issue.message), issue.label)
            for row in report.rows
            for issue in row.issues
            if issue.kind == "finding" and issue.severity is severity
        ]
        if places:
            heading = t("Open findings: {value}", value=severity.value)
            shown = tuple(places[:LONGEST_LIST])
            found.append(Doubts(heading, severity.value, shown, len(places)))
    return found


@dataclass(frozen=True, slots=True)
class Matter:
    """Rows before the first pair, or after the last one, that one language alone has."""

    first: int
    said: str


SHORTEST_MATTER = 5
"""Rows in one language alone, at an edge of a document, that are matter of their own."""


def matter(report: Report) -> list[Matter]:
    """What stands before or after the translation in one language: a preface, an imprint."""
    found = []
    for rows, where in (
        (report.rows, t("before the first pair")),
        (report.rows[::-1], t("after the last")),
    ):
        for side, language in (("ja", "Japanese"), ("en", "English")):
            alone = list(takewhile(partial(_only, side), rows))
            if len(alone) >= SHORTEST_MATTER and len(alone) < len(report.rows):
                numbers = sorted((alone[0].number, alone[-1].number))
                found.append(
                    Matter(
                        numbers[0],
                        t(
                            "{alone} rows {where} are in {language} only "
                            "({first}–{last}): matter of its own?",
                            alone=len(alone),
                            where=where,
                            language=language,
                            first=numbers[0],
                            last=numbers[1],
                        ),
                    )
                )
    return found


def _only(side: str, row: ReportRow) -> bool:
    """Whether a row has text on this side alone."""
    return bool(row.ja) is (side == "ja") and bool(row.en) is (side == "en")


def unlinked(report: Report) -> list[Listing]:
    """What was left out and added, and what is open: doubtful rows first if not all are shown."""
    found = []
    for heading, css, states in HEADINGS:
        rows = [row for row in report.rows if row.state in states]
        shown = rows
        if css == "suggested" and len(rows) > LONGEST_LIST:
            ranked = sorted(rows, key=lambda row: row.state != "doubtful")[:LONGEST_LIST]
            shown = sorted(ranked, key=lambda row: row.number)
        if rows:
            entries = tuple(Entry(row.number, texts(row)) for row in shown)
            found.append(Listing(heading, css, entries, len(rows)))
    return found


def texts(row: ReportRow) -> tuple[tuple[str, str], ...]:
    """The sides of a row that say something, cut short, each with its language."""
    return tuple(
        (side, xml_text(text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"))
        for side, text in (("ja", row.ja), ("en", row.en))
        if text
    )
