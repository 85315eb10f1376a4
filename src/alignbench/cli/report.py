"""`alignbench report`: the review of a document or of all as a page for the client."""

from math import inf
from pathlib import Path

import click

from alignbench.cli.import_ import document_names
from alignbench.cli.options import jobs_option
from alignbench.cli.output import opened, output_option, talk
from alignbench.cli.progress import progress_bar
from alignbench.messages import t, tn


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--all", "everything", is_flag=True, help=t("Report on all documents in one page."))
@output_option
@click.option("--hints", is_flag=True, help=t("Show hints too: doubts that are often unfounded."))
@click.option("--dismissed", is_flag=True, help=t("List dismissed findings too, with the reasons."))
@click.option(
    "--passing",
    default=90.0,
    show_default=True,
    metavar="SCORE",
    help=t("Calibrated score that is good enough."),
)
@click.option(
    "--penalty",
    default=10.0,
    show_default=True,
    metavar="POINTS",
    help=t("Penalty points for a thousand words that give just that score."),
)
@jobs_option
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
    jobs: int | None,
) -> None:
    """Write a review as a page.

    One HTML page about document NAME: its pairs, findings, flags, score and coverage. With --all
    it begins with a table of all documents. It needs no network and no other file; it can be read
    on a phone and printed.
    """
    from alignbench.domain.quality import Profile
    from alignbench.exchange.report import write, write_project
    from alignbench.project import Project
    from alignbench.project.settings import switched_off
    from alignbench.review.report import Shown, project_report, report_of

    if not (0 < penalty < inf and -inf < passing < 100):  # nan is neither
        raise click.UsageError(t("--penalty must be above 0 and --passing below 100."))
    if everything is (name is not None):
        raise click.UsageError(t("Name a document, or add --all for all of them."))
    with Project.open(root) as project, progress_bar() as progress:
        shown = Shown(Profile(passing, penalty), hints, dismissed, switched_off(root))
        names = [name] if name else document_names(project)
        sessions = [project.review(each) for each in names]
        for session in sessions:
            session.findings.check(progress, jobs, hints=hints)
    made = [
        report_of(session, each, shown, "r" if name else f"d{at}r")
        for at, (each, session) in enumerate(zip(names, sessions, strict=True), 1)
    ]
    with opened(output) as out:
        if name:
            write(made[0], out)
        else:
            write_project(project_report(root, made, sessions, shown), out)
    pairs, flags, found = (
        sum(len(each.rows) for each in made),
        sum(each.issues("flag") for each in made),
        sum(each.issues("finding") for each in made),
    )
    talk(
        t(
            "{pairs}, {flags}, {found}.",
            pairs=tn("{count} pair", "{count:,} pairs", pairs),
            flags=tn("{count} flag", "{count:,} flags", flags),
            found=tn("{count} finding", "{count:,} findings", found),
        )
    )
