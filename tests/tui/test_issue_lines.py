"""Lines of the list, of the detail and of the score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.quality import ENOUGH_READ
from alignbench.domain.text import Kind, Segment
from alignbench.review import Row
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issues import Issue, IssueFilter, IssueKind
from alignbench.review.score import score
from alignbench.tui.issues.lines import (
    check_room,
    detail_lines,
    filter_line,
    issue_line,
    score_line,
)
from alignbench.tui.wrapping import cells

ROW = Row(
    Link(1, (0,), (0,), Status.SUGGESTED, Origin.ALIGNER, 0.5), (), (), False, True, False
)  # fmt: skip
FOUND = Finding(
    "num.value", Grade.D1, "accuracy/mistranslation", Severity.MAJOR,
    "The Japanese says 10, the English 12.", ja_value="10", en_value="12",
)  # fmt: skip


def issue(message: str = FOUND.message) -> Issue:
    return Issue(
        IssueKind.FINDING, 11, 1, Severity.MAJOR, FOUND.type, message, 0.5, RowFinding(FOUND, "k")
    )


def flags(*severities: Severity) -> list[Flag]:
    return [
        Flag(at, 1, "accuracy/omission", severity, "", None, None, "Mori", "2026")
        for at, severity in enumerate(severities)
    ]


@given(st.text("ab 漢字、。\x1b", max_size=90), st.integers(34, 170))
def test_a_line_of_the_list_is_as_wide_as_the_list_and_obeys_nobody(text: str, width: int) -> None:
    room = check_room([issue(text)], width)
    line = issue_line(issue(text), ROW, (width, room, 3), {}, chosen=True).plain
    assert cells(line) == width
    assert "\x1b" not in line
    assert line.endswith("?  12 ")


def test_a_line_says_severity_grade_check_words_and_place() -> None:
    line = issue_line(issue(), ROW, (100, 9, 2), {}, chosen=False).plain
    assert line.split() == [
        "⚠", "major", "exact", "number", *FOUND.message.split(), "?", "12",
    ]  # fmt: skip


@given(st.integers(20, 170), st.integers(1, 12))
def test_a_detail_fits_its_box(width: int, height: int) -> None:
    lines = detail_lines(issue(), ROW, "Numbers are compared. " * 9, 40, (width, height), {})
    assert len(lines) <= height
    assert all(cells(line.plain) <= width for line in lines[1:])


def test_a_detail_has_both_values_and_how_the_check_knows() -> None:
    text = "\n".join(
        line.plain for line in detail_lines(issue(), ROW, "Compares.", 40, (99, 9), {})
    )
    for part in (
        "number  exact  num.value D1",
        "Japanese  10",
        "English  12",
        "link 12/40",
        "Compares.",
    ):
        assert part in text


def test_under_500_words_there_are_counts_and_no_score() -> None:
    line = score_line(score(flags(Severity.MAJOR, Severity.MINOR, Severity.MINOR), 499, 1), 100)
    assert line == "MQM: no score under 500 words (here 499)  1 major, 2 minor"


def test_the_score_names_its_formulas_where_there_is_room() -> None:
    marked = score(flags(*[Severity.MINOR] * 10), 1_000, 1)
    assert score_line(marked, 160) == (
        "MQM linear model  raw 99.0 = 100 x (1 - 10 points / 1,000 words)  "
        "calibrated 90.0 = 100 - 10.0 points a thousand words  passed  10 minor"
    )
    assert "calibrated 90.0" in score_line(marked, 79)
    assert "would pass so far" in score_line(marked, 79, 0.5)


def test_before_a_quarter_is_settled_neither_list_nor_report_tells_a_score() -> None:
    line = score_line(score(flags(Severity.MAJOR), 1_000, 1), 100, ENOUGH_READ - 0.01)
    assert line == "MQM score: none before 25% is settled (here 24%)  1 major"
    assert "calibrated" in score_line(score(flags(), 1_000, 1), 100, ENOUGH_READ)


@given(st.integers(30, 200), st.integers(500, 90_000))
def test_the_score_fits_any_width(width: int, words: int) -> None:
    assert cells(score_line(score(flags(Severity.CRITICAL), words, 1), width)) <= width


@pytest.mark.parametrize("kind", [None, *IssueKind])
def test_what_is_listed_stands_in_brackets(kind: IssueKind | None) -> None:
    counts: dict[IssueKind | None, int] = {
        None: 9, IssueKind.FINDING: 7, IssueKind.FLAG: 2, IssueKind.DISMISSED: 3,
        IssueKind.DECLARED: 4,
    }  # fmt: skip
    line = filter_line(IssueFilter(kind, Severity.MAJOR, words="fee"), counts, 99, {}).plain
    assert line.count("[") == 1
    assert f" {counts[kind]}]" in line
    assert line.endswith('severity major  words "fee"')


def test_the_check_keeps_its_place_on_eighty_columns_and_how_it_knows_gives_way() -> None:
    room = check_room([issue()], 80)
    line = issue_line(issue(), ROW, (80, room, 2), {}, chosen=False).plain
    assert line.split()[1:3] == ["major", "number"]
    assert check_room([issue()], 60) == 0


def test_what_stands_alone_is_told_by_its_own_words() -> None:
    alone = Row(
        Link(1, (0,), (), Status.SUGGESTED, Origin.ALIGNER, 0.5),
        (Segment(0, 10, Kind.SENTENCE, 0, "休館日は月曜日です。"),), (), False, True, False,
    )  # fmt: skip
    line = issue_line(issue("No English."), alone, (90, 9, 2), {}, chosen=False).plain
    assert "No English.  休館日は月曜日です。" in line
