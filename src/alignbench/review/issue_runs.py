"""Runs of rows without a counterpart, as one line of the list of issues. Pure.

A letterhead, a table of contents or an imprint that nobody translated is dozens of omissions in a
row, which hide the one in the middle of the text that matters.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from alignbench.messages import t
from alignbench.review.issues import Issue, IssueKind
from alignbench.review.views import Row

FEWEST = 3
"""Rows that make a run."""
ONE_SIDED = ("cov.omission", "cov.addition")


def folded(
    issues: Sequence[Issue], rows: Sequence[Row], unfolded: Collection[int] = ()
) -> tuple[Issue, ...]:
    """`issues` with each run of `FEWEST` rows and more as one, in the place of its first listed.

    A run is what one check says of neighbouring rows that are all empty on the same side. Those
    that hold a link of `unfolded` are left as they are.
    """
    there = {(each.check, each.row): each for each in issues if _may_fold(each, rows)}
    run_of: dict[tuple[str, int], tuple[Issue, ...]] = {}
    for check, row in sorted(there):
        if (check, row - 1) in there:
            continue
        run: list[Issue] = []
        while (check, row + len(run)) in there:
            run.append(there[check, row + len(run)])
        if len(run) >= FEWEST and not any(each.link_id in unfolded for each in run):
            run_of |= {(check, each.row): tuple(run) for each in run}
    listed: list[Issue] = []
    told: set[int] = set()
    for issue in issues:
        run_here = run_of.get((issue.check, issue.row)) if _may_fold(issue, rows) else None
        if run_here is None:
            listed.append(issue)
        elif run_here[0].link_id not in told:
            told.add(run_here[0].link_id)
            listed.append(_as_one(run_here, rows))
    return tuple(listed)


def _may_fold(issue: Issue, rows: Sequence[Row]) -> bool:
    is_open = issue.kind is IssueKind.FINDING and issue.check in ONE_SIDED
    return is_open and rows[issue.row].link.is_null


def _as_one(run: tuple[Issue, ...], rows: Sequence[Row]) -> Issue:
    first, last = run[0].row + 1, run[-1].row + 1
    message = (
        t("links {first} to {last} have no English", first=first, last=last)
        if rows[run[0].row].link.ja
        else t("links {first} to {last} have no Japanese", first=first, last=last)
    )
    worst = max(run, key=lambda issue: issue.risk)
    return replace(run[0], severity=worst.severity, message=message, risk=worst.risk, run=run)
