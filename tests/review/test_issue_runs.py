"""Front matter that nobody translated is one line of the list, and stays one thing to decide."""

from dataclasses import replace

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.review import Row
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issue_runs import folded
from alignbench.review.issues import Issue, IssueKind


def row(at: int, *, null: bool) -> Row:
    link = Link(at + 1, (at,), () if null else (at,), Status.SUGGESTED, Origin.ALIGNER, 0.9)
    return Row(link, (), (), False, False, False)


def omission(at: int, check: str = "cov.omission") -> Issue:
    found = Finding(check, Grade.D1, "accuracy/omission", Severity.MAJOR, "nothing in the English")
    known = RowFinding(found, f"{check} {at}")
    return Issue(IssueKind.FINDING, at, at + 1, found.severity, found.type, "", 0.5, known)


ROWS = [row(at, null=at in (0, 1, 2, 3, 6, 8, 9)) for at in range(10)]
EVERY = tuple(omission(at) for at in (6, 2, 0, 1, 3, 8, 9))
"""The riskiest first."""


def test_a_run_stands_where_its_riskiest_row_stood_and_others_stay() -> None:
    listed = folded(EVERY, ROWS)
    assert [issue.row for issue in listed] == [6, 0, 8, 9], "two in a row are no run"
    assert [each.row for each in listed[1].run] == [0, 1, 2, 3]
    assert listed[1].message == "links 1 to 4 have no English"


def test_an_unfolded_run_is_listed_row_by_row() -> None:
    assert folded(EVERY, ROWS, {3}) == EVERY


def test_what_is_dismissed_or_flagged_is_never_folded() -> None:
    settled = tuple(replace(each, kind=IssueKind.DISMISSED) for each in EVERY)
    assert folded(settled, ROWS) == settled


def test_other_findings_of_the_same_rows_stand_alone() -> None:
    other = tuple(omission(at, "num.value") for at in (0, 1, 2))
    assert folded(other, ROWS) == other
