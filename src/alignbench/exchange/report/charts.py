"""The report's charts as numbers ready to be drawn: the template only places them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from alignbench.exchange.report.content import Report, ReportRow, State


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled value with its share of the whole or the greatest, and where it starts, in %."""

    label: str
    value: int
    share: float
    css: str = ""
    start: float = 0.0


MOST_BARS = 16
LEDGER: tuple[State, ...] = ("confirmed", "omitted", "added", "suggested", "doubtful")


def ledger(report: Report) -> list[Bar]:
    """How many rows are in each state, as shares of all rows."""
    total = max(len(report.rows), 1)
    counts = Counter(row.state for row in report.rows)
    shares = [100 * counts[state] / total for state in LEDGER]
    starts = accumulate(shares, initial=0.0)
    return [
        Bar(state, counts[state], share, state, start)
        for state, share, start in zip(LEDGER, shares, starts, strict=False)
        if counts[state]
    ]


def by_label(report: Report, kind: str) -> list[Bar]:
    """How often each check found something, or each type was flagged; the most frequent first.

    The rare ones of a long list are put together.
    """
    labels = Counter(
        issue.title if kind == "flag" else issue.label
        for row in report.rows
        for issue in row.issues
        if issue.kind == kind
    )
    ranked = sorted(labels.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > MOST_BARS:
        rare = ranked[MOST_BARS - 1 :]
        ranked = [*ranked[: MOST_BARS - 1], (f"{len(rare)} others", sum(many for _, many in rare))]
    most = max((many for _, many in ranked), default=1)
    return [Bar(label, many, 100 * many / most) for label, many in ranked]


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of rows on the strip that shows the whole document.

    `base` is how it mostly stands, `css` the worst of its rows, `strength` (0 to 1) how many of
    its rows are so bad.
    """

    first: int
    base: str
    css: str
    strength: float


def strip(report: Report, most: int = 240) -> list[Tick]:
    """The document from first to last row in at most `most` ticks, each as bad as its worst row."""
    step = max(1, -(-len(report.rows) // most))
    return [_tick(report.rows[at : at + step]) for at in range(0, len(report.rows), step)]


_WORST_FIRST: tuple[State, ...] = ("doubtful", "suggested", "omitted", "added", "confirmed")
_PALEST = 0.3
"""So much of its colour has a tick with a single bad row: enough to be seen."""


def _tick(rows: Sequence[ReportRow]) -> Tick:
    base = Counter(row.state for row in rows).most_common(1)[0][0]
    worst, css = min(map(_rank, rows))
    share = sum(_rank(row)[0] == worst for row in rows) / len(rows)
    return Tick(rows[0].number, base, css, _PALEST + (1 - _PALEST) * share)


def _rank(row: ReportRow) -> tuple[int, str]:
    kinds = {issue.kind for issue in row.issues}
    if "flag" in kinds:
        return 0, "flag"
    if "finding" in kinds:
        return 1, "finding"
    return 2 + _WORST_FIRST.index(row.state), row.state
