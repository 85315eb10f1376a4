"""`alignbench report`: the review of a document or of all as a page for the client."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench import __version__
from alignbench.cli.output import opened, output_option, talk
from alignbench.cli.progress import progress_bar
from alignbench.cli.text import printable
from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.links import Status

if TYPE_CHECKING:
    from alignbench.domain.quality import Profile, Score
    from alignbench.exchange.report import ProjectReport, Remark, Report, ReportRow
    from alignbench.exchange.report.content import State
    from alignbench.review import ReviewSession, Row


@dataclass(frozen=True, slots=True)
class Shown:
    """What the person wants to see in a report, beside flags and open findings."""

    hints: bool = False
    dismissed: bool = False


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--all", "everything", is_flag=True, help="Report on all documents in one page.")
@output_option
@click.option("--hints", is_flag=True, help="Show hints too: doubts that are often unfounded.")
@click.option("--dismissed", is_flag=True, help="List dismissed findings too, with the reasons.")
@click.option(
    "--passing",
    default=90.0,
    show_default=True,
    metavar="SCORE",
    help="Calibrated score that is good enough.",
)
@click.option(
    "--penalty",
    default=10.0,
    show_default=True,
    metavar="POINTS",
    help="Penalty points for a thousand words that give just that score.",
)
@click.pass_obj
def report(
    root: Path,
    name: str | None,
    everything: bool,
    output: Path,
    hints: bool,
    dismissed: bool,
    passing: float,
    penalty: float,
) -> None:
    """Write a review as a page.

    One HTML page about document NAME: its pairs, findings, flags, score and coverage. With --all
    it begins with a table of all documents. It needs no network and no other file; it can be read
    on a phone and printed.
    """
    from alignbench.domain.quality import Profile
    from alignbench.exchange.report import write, write_project
    from alignbench.review import Project

    if penalty <= 0 or passing >= 100:
        raise click.UsageError("--penalty must be above 0 and --passing below 100.")
    if everything is (name is not None):
        raise click.UsageError("Name a document, or add --all for all of them.")
    profile, shown = Profile(passing, penalty), Shown(hints, dismissed)
    with closing(Project.open(root)) as project, progress_bar() as progress:
        names = [name] if name else [summary.name for summary in project.documents()]
        if not names:
            raise InputError("There is no document yet.", "`alignbench import` brings them in.")
        sessions = [project.review(each) for each in names]
        for session in sessions:
            session.doubts.check(progress)
    made = [
        report_of(session, each, profile, shown, "r" if name else f"d{at}r")
        for at, (each, session) in enumerate(zip(names, sessions, strict=True), 1)
    ]
    with opened(output) as out:
        if name:
            write(made[0], out)
        else:
            write_project(project_report(root, made, sessions, profile), out)
    pairs, flags, found = (
        sum(len(each.rows) for each in made),
        sum(each.remarks("flag") for each in made),
        sum(each.remarks("finding") for each in made),
    )
    talk(f"{pairs} pairs, {flags} flags, {found} findings.")


def report_of(
    session: "ReviewSession",
    name: str,
    profile: "Profile",
    shown: Shown,
    anchor: str,
) -> "Report":
    """The report of a document as it stands; `anchor` begins the names of its rows."""
    from alignbench.exchange.report import Report

    rows = tuple(_row(session, at, shown) for at in range(len(session.rows)))
    return Report(
        name,
        _today(),
        __version__,
        rows,
        _score([session], profile),
        session.summary.settled,
        anchor,
    )


def project_report(
    root: Path,
    reports: "Sequence[Report]",
    sessions: "Sequence[ReviewSession]",
    profile: "Profile",
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
        _score(sessions, profile),
        1 - still_open / segments if segments else 0.0,
    )


def _score(sessions: "Sequence[ReviewSession]", profile: "Profile") -> "Score":
    from alignbench.review.score import english_words, japanese_characters, score

    rows = [row for session in sessions for row in session.rows]
    words = sum(english_words(segment.view) for row in rows for segment in row.en)
    characters = sum(japanese_characters(segment.view) for row in rows for segment in row.ja)
    return score([flag for row in rows for flag in row.flags], words, characters, profile)


def _today() -> str:
    moment = datetime.now().astimezone()
    return f"{moment.day} {moment:%B %Y}"


def _row(session: "ReviewSession", at: int, shown: Shown) -> "ReportRow":
    from alignbench.exchange.report import ReportRow
    from alignbench.review.texts import side_text

    row = session.rows[at]
    return ReportRow(
        at + 1,
        side_text(session.document, row, "ja").text,
        side_text(session.document, row, "en").text,
        _state(row),
        row.link.confidence,
        row.link.note,
        row.new_paragraph,
        (*_flags(session, row), *_findings(session, at, shown)),
    )


def _state(row: "Row") -> "State":
    if row.link.status is Status.CONFIRMED:
        return "confirmed" if row.ja and row.en else "omitted" if row.ja else "added"
    return "doubtful" if row.doubtful else "suggested"


def _flags(session: "ReviewSession", row: "Row") -> "list[Remark]":
    from alignbench.exchange.report import Remark
    from alignbench.review.texts import flags_in_view

    return [
        Remark(
            "flag", FLAG_TYPES.get(flag.type, flag.type), flag.comment, flag.severity,
            flag.ja, flag.en, flag.author,
        )
        for flag in flags_in_view(session.document, row)
    ]  # fmt: skip


def _findings(session: "ReviewSession", at: int, shown: Shown) -> "Iterator[Remark]":
    """What the checks say of a row: open findings, and dismissed ones if they are wanted."""
    from alignbench.exchange.report import Remark
    from alignbench.review.remarks import FLAGGED

    for each in session.doubts.of(at):
        found = each.finding
        title = FLAG_TYPES.get(found.type, found.type)
        if found.hint and not shown.hints:
            continue
        if each.dismissed is None:
            yield Remark(
                "finding", title, found.message, found.severity, found.ja, found.en, found.check
            )
        elif shown.dismissed and each.dismissed.reason != FLAGGED:
            yield Remark(
                "dismissed", title, found.message, found.severity, label=found.check,
                reason=each.dismissed.reason,
            )  # fmt: skip
