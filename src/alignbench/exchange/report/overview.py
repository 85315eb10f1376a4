"""The table of a project's documents, and what a document leaves unlinked or open. Pure."""

from dataclasses import dataclass

from alignbench.domain.flags import Severity
from alignbench.domain.quality import Score
from alignbench.exchange.characters import xml_text
from alignbench.exchange.report.content import ProjectReport, Report, ReportRow, State


@dataclass(frozen=True, slots=True)
class Line:
    """A document, or all of them, in the table. `anchor` is where it stands on the page."""

    title: str
    score: Score
    settled: float
    findings: int
    anchor: str = ""

    def flags(self, severity: str) -> int:
        """How many flags of a severity count."""
        return sum(each.counts.get(Severity(severity), 0) for each in self.score.types)


def lines(project: ProjectReport) -> list[Line]:
    """A line for each document, and one for all."""
    each = [
        Line(one.title, one.score, one.settled, one.remarks("finding"), one.anchor)
        for one in project.documents
    ]
    total = sum(line.findings for line in each)
    return [*each, Line("all documents", project.score, project.settled, total)]


HEADINGS: tuple[tuple[str, str, tuple[State, ...]], ...] = (
    ("Left out of the English", "omitted", ("omitted",)),
    ("Added in the English", "added", ("added",)),
    ("Still open", "suggested", ("suggested", "doubtful")),
)

Entry = tuple[ReportRow, list[tuple[str, str]]]


def unlinked(report: Report) -> list[tuple[str, str, list[Entry]]]:
    """What the ledger names one by one: heading, style, and rows with the texts they have."""
    found = []
    for heading, style, states in HEADINGS:
        entries = [(row, texts(row)) for row in report.rows if row.state in states]
        if entries:
            found.append((heading, style, entries))
    return found


def texts(row: ReportRow) -> list[tuple[str, str]]:
    """The sides of a row that say something, each with its language."""
    return [(side, xml_text(text)) for side, text in (("ja", row.ja), ("en", row.en)) if text]
