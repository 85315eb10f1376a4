"""`alignbench report`: one document's review as a page for the client."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench import __version__
from alignbench.cli.output import opened, output_option, talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.links import Status

if TYPE_CHECKING:
    from alignbench.domain.quality import Profile
    from alignbench.exchange.report import Remark, Report, ReportRow
    from alignbench.exchange.report.content import State
    from alignbench.review import ReviewSession, Row


@click.command()
@click.argument("name")
@output_option
@click.option("--hints", is_flag=True, help="Show hints too: doubts that are often unfounded.")
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
    root: Path, name: str, output: Path, hints: bool, passing: float, penalty: float
) -> None:
    """Write a document's review as a page.

    One HTML page about document NAME: its pairs, findings, flags, score and coverage. It needs no
    network and no other file; it can be read on a phone and printed.
    """
    from alignbench.domain.quality import Profile
    from alignbench.exchange.report import write
    from alignbench.review import Project

    if penalty <= 0 or passing >= 100:
        raise click.UsageError("--penalty must be above 0 and --passing below 100.")
    with closing(Project.open(root)) as project, progress_bar() as progress:
        session = project.review(name)
        session.doubts.check(progress)
        made = report_of(session, name, Profile(passing, penalty), hints)
    with opened(output) as out:
        write(made, out)
    talk(
        f"{len(made.rows)} pairs, {made.remarks('flag')} flags, {made.remarks('finding')} findings."
    )


def report_of(
    session: "ReviewSession", name: str, profile: "Profile", hints: bool = False
) -> "Report":
    """The report of a document as it stands."""
    from alignbench.exchange.report import Report
    from alignbench.review.score import english_words, japanese_characters, score

    rows = tuple(_row(session, at, hints) for at in range(len(session.rows)))
    words = sum(english_words(segment.view) for row in session.rows for segment in row.en)
    characters = sum(
        japanese_characters(segment.view) for row in session.rows for segment in row.ja
    )
    flags = [flag for row in session.rows for flag in row.flags]
    moment = datetime.now().astimezone()
    return Report(
        name,
        f"{moment.day} {moment:%B %Y}",
        __version__,
        rows,
        score(flags, words, characters, profile),
        session.summary.settled,
    )


def _row(session: "ReviewSession", at: int, hints: bool) -> "ReportRow":
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
        (*_flags(session, row), *_findings(session, at, hints)),
    )


def _state(row: "Row") -> "State":
    if row.link.status is Status.CONFIRMED:
        return "confirmed" if row.ja and row.en else "omitted" if row.ja else "added"
    return "doubtful" if row.doubtful else "suggested"


def _flags(session: "ReviewSession", row: "Row") -> "list[Remark]":
    from alignbench.exchange.report import Remark
    from alignbench.review.texts import side_text

    ja, en = side_text(session.document, row, "ja"), side_text(session.document, row, "en")
    return [
        Remark(
            "flag", FLAG_TYPES.get(flag.type, flag.type), flag.comment, flag.severity,
            flag.ja and ja.in_view(flag.ja), flag.en and en.in_view(flag.en), flag.author,
        )
        for flag in row.flags
    ]  # fmt: skip


def _findings(session: "ReviewSession", at: int, hints: bool) -> "list[Remark]":
    from alignbench.exchange.report import Remark

    return [
        Remark(
            "finding", FLAG_TYPES.get(each.finding.type, each.finding.type), each.finding.message,
            each.finding.severity, each.finding.ja, each.finding.en, each.finding.check,
        )
        for each in session.doubts.of(at)
        if each.is_open and (hints or not each.finding.hint)
    ]  # fmt: skip
