"""All that is said of a document, by checks and by people, in one list. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alignbench.checks.plain_names import GRADE_WORDS, plain_name
from alignbench.domain.findings import Grade
from alignbench.domain.flags import FLAG_TYPES, Flag, Severity
from alignbench.domain.links import Link, Status
from alignbench.messages import t
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issue_changes import FLAGGED
from alignbench.review.row_risk import HINT_WEIGHT, WEIGHT
from alignbench.review.search import search_key
from alignbench.review.views import Row

TRUST = {Grade.D1: 1.0, Grade.D2: 0.9, Grade.D3: 0.6, Grade.D4: 0.4}
"""What is left of a finding's weight, by how its check knows."""
DOUBT = 0.5
"""How much of a link's doubt counts: a wrong link makes checks speak, but is no wrong English."""


class IssueKind(StrEnum):
    """What an issue is."""

    FINDING = "finding"
    """A check says it, and nobody has settled it."""
    FLAG = "flag"
    """A person says it."""
    DISMISSED = "dismissed"
    """A finding that a person calls no error, or a flag that is fixed or rejected."""
    DECLARED = "declared"
    """A person says that a text is left out or was added, which is not yet to say an error."""


OPEN = frozenset({IssueKind.FINDING, IssueKind.FLAG})
"""What is still to be settled."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing said of one row. `risk` is how much it deserves a look, 0 to 1."""

    kind: IssueKind
    row: int
    link_id: int
    severity: Severity
    type: str
    message: str
    risk: float
    found: RowFinding | None = None
    """Of findings, dismissed or not."""
    flag: Flag | None = None
    run: tuple["Issue", ...] = ()
    """The issues of neighbouring rows that it stands for, itself among them; see `issue_runs`."""

    @property
    def key(self) -> tuple[int, str]:
        """Names the issue in this list and in the next one: its link, and what it is there."""
        flag = f"flag {self.flag.id}" if self.flag else self.kind.value
        return self.link_id, self.found.key if self.found else flag

    @property
    def check(self) -> str:
        """The check that says it; empty for a flag."""
        return self.found.finding.check if self.found else ""

    @property
    def label(self) -> str:
        """What its check looks at, in plain words; of a flag, which kind of error it is."""
        return plain_name(self.check) if self.check else self.type_name

    @property
    def grade(self) -> Grade | None:
        """How the check knows; None for a flag."""
        return self.found.finding.grade if self.found else None

    @property
    def hint(self) -> bool:
        """Whether it is one that reviewers may want to hide."""
        return self.found is not None and self.found.finding.hint

    @property
    def type_name(self) -> str:
        """The MQM type for people."""
        return FLAG_TYPES.get(self.type, self.type)

    @property
    def reason(self) -> str:
        """Why it was dismissed; what became of a flag."""
        if self.flag:
            return self.flag.state if self.flag.is_settled else ""
        return self.found.settled_by if self.found else ""

    @property
    def settled_at(self) -> str:
        """When, UTC, ISO 8601; of a flag, when it was made."""
        if self.flag:
            return self.flag.at
        return self.found.dismissed.at if self.found and self.found.dismissed else ""


def issues_of(
    rows: Sequence[Row],
    findings: Callable[[int], Sequence[RowFinding]],
    said_by_models: Callable[[int], float],
) -> tuple[Issue, ...]:
    """Everything said of `rows`, the riskiest first; then dismissed findings, the latest first.

    At last stand the rows that a person declared left out or added, in their order.

    `said_by_models`: the chance that a row's texts differ, the findings left aside. A finding that
    became a flag is not listed beside it.
    """
    there: list[Issue] = []
    settled: list[Issue] = []
    declared: list[Issue] = []
    for at, row in enumerate(rows):
        if row.link.is_null and row.link.status is Status.CONFIRMED:
            declared.append(_of_declaration(at, row))
        found = findings(at)
        if not found and not row.flags:
            continue
        around = (1.0 - DOUBT * link_doubt(row.link)) * (1.0 - said_by_models(at))
        said = [_of_flag(flag, at, row, around) for flag in row.flags]
        said += [_of_finding(each, at, row, around) for each in found]
        for issue in said:
            if issue.kind in OPEN:
                there.append(issue)
            elif issue.reason != FLAGGED or not row.flags:
                settled.append(issue)
    there.sort(key=lambda issue: (-issue.risk, issue.row))
    settled.sort(key=lambda issue: issue.settled_at, reverse=True)
    return (*there, *settled, *declared)


def link_doubt(link: Link) -> float:
    """The chance that a link is not the right one; none once a person has confirmed it.

    None for a null link either: that nothing answers it is what the finding says already.
    """
    if link.is_null or link.status is not Status.SUGGESTED:
        return 0.0
    return 1.0 - (link.confidence or 0.0)


def _of_flag(flag: Flag, at: int, row: Row, around: float) -> Issue:
    risk = 1.0 - around * (1.0 - WEIGHT[flag.severity])
    kind = IssueKind.DISMISSED if flag.is_settled else IssueKind.FLAG
    return Issue(
        kind,
        at,
        row.link.id,
        flag.severity,
        flag.type,
        flag.comment,
        risk,
        flag=flag,
    )


def _of_finding(each: RowFinding, at: int, row: Row, around: float) -> Issue:
    found = each.finding
    chance = WEIGHT[found.severity] * TRUST[found.grade] * (HINT_WEIGHT if found.hint else 1.0)
    kind = IssueKind.FINDING if each.is_open else IssueKind.DISMISSED
    return Issue(
        kind, at, row.link.id, found.severity, found.type, found.message,
        1.0 - around * (1.0 - chance), found=each,
    )  # fmt: skip


def _of_declaration(at: int, row: Row) -> Issue:
    type_ = "accuracy/omission" if row.link.ja else "accuracy/addition"
    said = t("declared left out") if row.link.ja else t("declared added")
    if row.flags:
        said = t("{declared}, and flagged", declared=said)
    return Issue(IssueKind.DECLARED, at, row.link.id, Severity.NEUTRAL, type_, said, 0.0)


@dataclass(frozen=True, slots=True)
class IssueFilter:
    """Which issues one wants to see. Without `kind`, whatever is open."""

    kind: IssueKind | None = None
    severity: Severity | None = None
    check: str = ""
    """A check's id; for a flag, its type."""
    grade: Grade | None = None
    hints: bool = False
    words: str = ""
    """Each must stand somewhere in what is said or in either text, as a search finds words."""

    def passed(self, issues: Sequence[Issue], text: Callable[[Issue], str]) -> tuple[Issue, ...]:
        """Those of `issues` that are wanted; `text` gives an issue's two texts, folded."""
        wanted = search_key(self.words).split()
        return tuple(
            issue
            for issue in issues
            if self._lets(issue) and (not wanted or _has(issue, wanted, text))
        )

    def _lets(self, issue: Issue) -> bool:
        kind = issue.kind in OPEN if self.kind is None else issue.kind is self.kind
        return (
            kind
            and (self.hints or not issue.hint)
            and self.severity in (None, issue.severity)
            and self.check in ("", issue.check or issue.type)
            and self.grade in (None, issue.grade)
        )


def _has(issue: Issue, wanted: Sequence[str], text: Callable[[Issue], str]) -> bool:
    said = " ".join(
        (
            issue.message, issue.check, issue.label, issue.type_name, issue.severity,
            issue.grade or "", GRADE_WORDS[issue.grade] if issue.grade else "", issue.reason,
            issue.flag.author if issue.flag else "",
        )
    )  # fmt: skip
    within = f"{search_key(said)}\n{text(issue)}"
    return all(word in within for word in wanted)
