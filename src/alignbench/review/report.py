"""What a report holds, gathered from the review of each document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.checks.plain_names import plain_name
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.links import Status
from alignbench.domain.quality import Profile
from alignbench.system.safe_text import printable
from alignbench.version import __version__

if TYPE_CHECKING:
    from alignbench.domain.quality import Score
    from alignbench.exchange.report import ProjectReport, Report, ReportIssue, ReportRow
    from alignbench.exchange.report.content import State
    from alignbench.review import ReviewSession, Row


@dataclass(frozen=True, slots=True)
class Shown:
    """What a report shows beside flags and open findings, and what it measures by.

    `off` are the checks that did not run.
    """

    profile: Profile
    hints: bool = False
    dismissed: bool = False
    off: tuple[str, ...] = ()


def report_of(session: "ReviewSession", name: str, shown: Shown, anchor: str = "r") -> "Report":
    """The report of a document as it stands; `anchor` begins the names of its rows."""
    from alignbench.exchange.report import Report

    rows = tuple(_row(session, at, shown) for at in range(len(session.rows)))
    return Report(
        name,
        _today(),
        __version__,
        rows,
        _score([session], shown.profile),
        session.summary.settled,
        anchor,
        shown.profile,
        shown.off,
        _misfits(session),
    )


def _misfits(session: "ReviewSession") -> tuple[str, ...]:
    """What is to be said of checks that probably do not fit the document, and what to do."""
    return tuple(f"{each.said()} {each.advice()}" for each in session.findings.misfits())


def write_page(session: "ReviewSession", path: Path, shown: Shown) -> None:
    """Write the report of a document to `path`, whole or not at all. Raises OutputError."""
    from alignbench.exchange.report import write
    from alignbench.system.atomic_files import written_whole

    made = report_of(session, session.document.name, shown)
    with written_whole(path) as out:
        write(made, out)


def project_report(
    root: Path,
    reports: "Sequence[Report]",
    sessions: "Sequence[ReviewSession]",
    shown: Shown,
) -> "ProjectReport":
    """The reports of all documents in one, with the score of all their words together."""
    from alignbench.exchange.report import ProjectReport

    summaries = [session.summary for session in sessions]
    segments = sum(each.ja_segments + each.en_segments for each in summaries)
    still_open = sum(each.open_segments for each in summaries)
    return ProjectReport(
        printable(root.resolve().name),
        _today(),
        __version__,
        tuple(reports),
        _score(sessions, shown.profile),
        1 - still_open / segments if segments else 0.0,
        shown.profile,
        shown.off,
    )


def _score(sessions: "Sequence[ReviewSession]", profile: "Profile") -> "Score":
    from alignbench.review.score import count_characters, count_words, score

    rows = [row for session in sessions for row in session.rows]
    words = sum(count_words(segment.view) for row in rows for segment in row.en)
    characters = sum(count_characters(segment.view) for row in rows for segment in row.ja)
    return score([flag for row in rows for flag in row.flags], words, characters, profile)


def _today() -> str:
    moment = datetime.now().astimezone()
    return f"{moment.day} {moment:%B %Y}"


def _row(session: "ReviewSession", at: int, shown: Shown) -> "ReportRow":
    from alignbench.exchange.report import ReportRow
    from alignbench.review.row_text import side_text

    row = session.rows[at]
    said = row.link.proposal
    return ReportRow(
        at + 1,
        side_text(session.document, row, "ja").text,
        side_text(session.document, row, "en").text,
        _state(row),
        row.link.confidence,
        row.link.note,
        row.new_paragraph,
        (*_flags(session, row), *_findings(session, at, shown)),
        printable(said.text) if said else "",
        said.state if said else "",
    )


def _state(row: "Row") -> "State":
    if row.link.status is Status.CONFIRMED:
        return "confirmed" if row.ja and row.en else "omitted" if row.ja else "added"
    return "doubtful" if row.doubtful else "suggested"


def _flags(session: "ReviewSession", row: "Row") -> "Iterator[ReportIssue]":
    """What people said of a row; flags that are fixed or rejected mark no words."""
    from alignbench.exchange.report import ReportIssue
    from alignbench.review.row_text import flags_in_view

    for flag in flags_in_view(session.document, row):
        title = FLAG_TYPES.get(flag.type, flag.type)
        if flag.is_settled:
            yield ReportIssue(
                "settled", title, flag.comment, flag.severity, label=flag.author,
                reason=flag.state,
            )  # fmt: skip
        else:
            yield ReportIssue(
                "flag", title, flag.comment, flag.severity, flag.ja, flag.en, flag.author,
                "" if flag.state == "open" else flag.state,
            )  # fmt: skip


def _findings(session: "ReviewSession", at: int, shown: Shown) -> "Iterator[ReportIssue]":
    """What the checks say of a row: open findings, and dismissed ones if they are wanted."""
    from alignbench.exchange.report import ReportIssue
    from alignbench.review.issue_changes import FLAGGED

    for each in session.findings.of(at):
        found = each.finding
        title = FLAG_TYPES.get(found.type, found.type)
        if found.hint and not shown.hints:
            continue
        if each.is_open:
            yield ReportIssue(
                "finding",
                title,
                found.message,
                found.severity,
                found.ja,
                found.en,
                _check_name(found.check),
            )
        elif shown.dismissed and each.settled_by != FLAGGED:
            yield ReportIssue(
                "dismissed", title, found.message, found.severity,
                label=_check_name(found.check),
                reason=f"Dismissed: {each.settled_by}",
            )  # fmt: skip


def _check_name(check: str) -> str:
    """What a check looks at, in plain words, and the name that settings have for it."""
    plain = plain_name(check)
    return check if plain == check else f"{plain} ({check})"
