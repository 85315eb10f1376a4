"""All that is said of a document in one list: what comes first, and what a filter lets through."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.findings import Dismissal, Finding, Grade
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issue_changes import FLAGGED
from alignbench.review.issues import Issue, IssueFilter, IssueKind, issues_of
from alignbench.review.search import search_key
from alignbench.review.views import Row


def row(id_: int, confidence: float = 0.99, status: Status = Status.SUGGESTED) -> Row:
    link = Link(id_, (id_,), (id_,), status, Origin.ALIGNER, confidence)
    return Row(link, (), (), False, False, False)


def finding(
    severity: Severity = Severity.MAJOR, grade: Grade = Grade.D1, *, hint: bool = False,
    check: str = "num.value", message: str = "3 against 5",
) -> RowFinding:  # fmt: skip
    found = Finding(check, grade, "accuracy/mistranslation", severity, message, hint=hint)
    return RowFinding(found, f"{check} {message} {severity} {grade} {hint}")


def settled(found: RowFinding, reason: str, at: str = "2026-01-01") -> RowFinding:
    return replace(found, dismissed=Dismissal(found.key, found.finding.check, reason, "Mori", at))


def flag(severity: Severity = Severity.MINOR) -> Flag:
    return Flag(
        7, 1, "accuracy/omission", severity, "The fee is missing", None, None, "Mori", "2026"
    )


def listed(
    said: Sequence[tuple[Row, Sequence[RowFinding]]], chances: dict[int, float] | None = None
) -> tuple[Issue, ...]:
    by_link = chances or {}
    return issues_of(
        [row for row, _ in said],
        lambda at: said[at][1],
        lambda at: by_link.get(said[at][0].link.id, 0.0),
    )


def links(issues: Sequence[Issue]) -> list[int]:
    return [issue.link_id for issue in issues]


def test_the_graver_comes_first_then_the_surer_check_then_the_text() -> None:
    found = listed(
        [
            (row(1), [finding(Severity.MINOR)]),
            (row(2), [finding(Severity.CRITICAL)]),
            (row(3), [finding(Severity.MAJOR, Grade.D3)]),
            (row(4), [finding(Severity.MAJOR, Grade.D1)]),
            (row(5), [finding(Severity.MAJOR, Grade.D1)]),
        ]
    )
    assert links(found) == [2, 4, 5, 3, 1]


def test_of_equal_findings_the_one_in_a_doubtful_link_comes_first() -> None:
    found = listed([(row(1), [finding()]), (row(2, 0.5), [finding()])])
    assert links(found) == [2, 1]
    found = listed([(row(1), [finding()]), (row(2, 0.5, Status.CONFIRMED), [finding()])])
    assert links(found) == [1, 2]


def test_that_nothing_answers_a_sentence_is_not_counted_twice() -> None:
    null = Row(Link(2, (2,), (), Status.SUGGESTED, Origin.ALIGNER, 0.1), (), (), False, True, False)
    assert links(listed([(null, [finding()]), (row(1, 0.9), [finding()])])) == [1, 2]


def test_of_equal_findings_the_one_in_the_pair_that_the_models_doubt_comes_first() -> None:
    assert links(listed([(row(1), [finding()]), (row(2), [finding()])], {2: 0.2})) == [2, 1]


def test_flags_stand_among_findings_by_their_severity() -> None:
    flagged = replace(row(2), flags=(flag(Severity.MAJOR),))
    found = listed([(row(1), [finding(Severity.MINOR)]), (flagged, [])])
    assert [issue.kind for issue in found] == [IssueKind.FLAG, IssueKind.FINDING]


def test_what_was_dismissed_stands_last_the_latest_first() -> None:
    early, late = settled(finding(), "style", "2026-01-01"), settled(finding(), "no", "2026-02-01")
    found = listed([(row(1), [early]), (row(2), [late]), (row(3), [finding(Severity.NEUTRAL)])])
    assert links(found) == [3, 2, 1]
    assert [issue.reason for issue in found] == ["", "no", "style"]


def test_a_finding_that_became_a_flag_is_listed_once_as_long_as_the_flag_is_there() -> None:
    done = settled(finding(), FLAGGED)
    assert [each.kind for each in listed([(replace(row(1), flags=(flag(),)), [done])])] == [
        IssueKind.FLAG
    ]
    assert [each.kind for each in listed([(row(1), [done])])] == [IssueKind.DISMISSED]


ALL = listed(
    [
        (row(1), [finding(Severity.CRITICAL), finding(Severity.MINOR, Grade.D3, check="en.dup")]),
        (replace(row(2), flags=(flag(),)), [finding(Severity.NEUTRAL, Grade.D4, hint=True)]),
        (row(3), [settled(finding(), "a style choice")]),
    ]
)
TEXTS = {1: "図書館は三時まで", 2: "料金は無料です", 3: "コピー機"}


def sieved(**wanted: object) -> list[int]:
    filter = IssueFilter(**wanted)  # type: ignore[arg-type]
    return links(filter.passed(ALL, lambda issue: search_key(TEXTS[issue.link_id])))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [1, 1, 2]),
        ({"kind": IssueKind.FLAG}, [2]),
        ({"kind": IssueKind.DISMISSED}, [3]),
        ({"hints": True}, [1, 1, 2, 2]),
        ({"severity": Severity.CRITICAL}, [1]),
        ({"check": "en.dup"}, [1]),
        ({"check": "accuracy/omission"}, [2]),
        ({"grade": Grade.D3}, [1]),
        ({"words": "fee"}, [2]),
        ({"words": "ＣＲＩＴＩＣＡＬ 図書館"}, [1]),
        ({"words": "d3 図書館"}, [1]),
        ({"words": "料金 図書館"}, []),
        ({"words": "style こぴー", "kind": IssueKind.DISMISSED}, [3]),
    ],
)
def test_a_sieve_lets_through(wanted: dict[str, object], found: list[int]) -> None:
    assert sorted(sieved(**wanted)) == found


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(Severity), st.sampled_from(Grade))))
def test_risks_are_chances_in_falling_order(pairs: list[tuple[float, Severity, Grade]]) -> None:
    said = [(row(at, sure), [finding(bad, known)]) for at, (sure, bad, known) in enumerate(pairs)]
    risks = [issue.risk for issue in listed(said)]
    assert risks == sorted(risks, reverse=True)
    assert all(0 <= risk <= 1 for risk in risks)
