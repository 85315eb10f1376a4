"""`alignbench export`: a document's links as a bitext that other tools read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.bitext_options import EXPORTED, Target, save, target_options
from alignbench.cli.output import talk
from alignbench.cli.progress import progress_bar
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.exchange.pair import Pair
    from alignbench.review import ReviewSession


@click.command()
@click.argument("name")
@target_options
@click.option(
    "--status",
    type=click.Choice(list(EXPORTED)),
    default="confirmed",
    show_default=True,
    help=t("Which links to write."),
)
@click.option(
    "--findings", is_flag=True, help=t("Run the checks, and write what they find; jsonl only.")
)
@click.pass_obj
def export(root: Path, name: str, target: Target, status: str, findings: bool) -> None:
    """Write a document's links as a bitext.

    NAME is the document's name. What is left out is said on standard error: all that is not
    confirmed, unless --status says otherwise, and in tmx the links with an empty side.
    """
    from alignbench.project import Project

    if findings and target.format_name != "jsonl":
        raise click.UsageError(t("--findings has room in jsonl only; add -f jsonl."))
    with Project.open(root) as project, progress_bar() as progress:
        session = project.review(name)
        if findings:
            session.findings.check(progress)
        pairs = [exported(session, at) for at in range(len(session.rows))]
    save(pairs, EXPORTED[status], target)
    if any(pair.status not in EXPORTED[status] for pair in pairs):
        talk(t("Add --status all to write these links too."))


def exported(session: "ReviewSession", at: int) -> "Pair":
    """A row as it goes out, with what was flagged and, after the checks ran, found in it."""
    from alignbench.exchange.pair import pair_from_link
    from alignbench.review.row_text import flags_in_view

    row = session.rows[at]
    found = [
        each.finding for each in session.findings.of(at) if each.is_open and not each.finding.hint
    ]
    return pair_from_link(
        session.document,
        row.link,
        flags_in_view(session.document, row),
        found if session.findings.is_checked else None,
    )
