"""The report's charts as numbers ready to be drawn: the template only places them."""

from collections import Counter
from dataclasses import dataclass

from alignbench.exchange.report.content import Report, ReportRow, State


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled value, with its share of the greatest (0 to 100)."""

    label: str
    value: int
    share: float
    css: str = ""


LEDGER: tuple[State, ...] = ("confirmed", "omitted", "added", "suggested", "doubtful")


def ledger(report: Report) -> list[Bar]:
    """How many rows are in each state, as shares of all rows."""
    total = max(len(report.rows), 1)
    counts = Counter(row.state for row in report.rows)
    return [
        Bar(state, counts[state], 100 * counts[state] / total, state)
        for state in LEDGER
        if counts[state]
    ]


def by_label(report: Report, kind: str) -> list[Bar]:
    """How often each check found something, or each type was flagged; the most frequent first."""
    labels = Counter(
        remark.title if kind == "flag" else remark.label
        for row in report.rows
        for remark in row.remarks
        if remark.kind == kind
    )
    most = max(labels.values(), default=1)
    return [
        Bar(label, count, 100 * count / most)
        for label, count in sorted(labels.items(), key=lambda item: (-item[1], item[0]))
    ]


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of rows on the strip that shows the whole document."""

    first: int
    css: str


def strip(report: Report, most: int = 240) -> list[Tick]:
    """The document from first to last row in at most `most` ticks, each as bad as its worst row."""
    rows = report.rows
    step = max(1, -(-len(rows) // most))
    return [
        Tick(rows[at].number, min(_rank(row) for row in rows[at : at + step])[1])
        for at in range(0, len(rows), step)
    ]


def _rank(row: ReportRow) -> tuple[int, str]:
    kinds = {remark.kind for remark in row.remarks}
    if "flag" in kinds:
        return 0, "flag"
    if "finding" in kinds:
        return 1, "finding"
    if row.state == "doubtful":
        return 2, "doubtful"
    return (3, "suggested") if row.state == "suggested" else (4, "confirmed")
