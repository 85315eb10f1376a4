"""`alignbench export`: a document's links as a bitext that other tools read."""

from pathlib import Path

import click

from alignbench.cli.bitext_options import (
    FLAGGED,
    Target,
    account,
    save,
    target_options,
)
from alignbench.cli.output import show, talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.errors import InputError
from alignbench.exchange.bitext_files import KINDS, STATES
from alignbench.exchange.proposals import ENGLISH, as_proposed, wordings_told
from alignbench.exchange.selection import Wanted, select
from alignbench.messages import t


@click.command()
@click.argument("name")
@target_options
@click.option(
    "--status",
    type=click.Choice(list(STATES)),
    default="confirmed",
    show_default=True,
    help=t("Which links to write."),
)
@click.option(
    "--flagged", type=click.Choice(list(FLAGGED)), help=t("Only links with flags, or without.")
)
@click.option(
    "--found",
    type=click.Choice(list(FLAGGED)),
    help=t("Only links with findings, or without; runs the checks."),
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    metavar="P",
    help=t("Only links of this confidence or more."),
)
@click.option(
    "--most",
    type=click.FloatRange(0, 1),
    metavar="P",
    help=t("Only links of this confidence or less."),
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help=t("Only links of this kind; may be given again."),
)
@click.option(
    "--english",
    type=click.Choice(ENGLISH),
    default="file",
    show_default=True,
    help=t("The English of the file, or as proposed: the better English in its place."),
)
@click.option("--code", is_flag=True, help=t("Write code too, which nobody translates."))
@click.option(
    "--findings",
    is_flag=True,
    help=t("Run the checks, and write what they find; jsonl and xlsx only."),
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=t("Write FILE, the bilingual file that NAME came from, with what changed in it."),
)
@click.option("--dry-run", is_flag=True, help=t("Write nothing; say what would be written."))
@click.pass_obj
def export(
    root: Path,
    name: str,
    target: Target,
    status: str,
    flagged: str | None,
    found: str | None,
    least: float | None,
    most: float | None,
    kinds: tuple[str, ...],
    english: str,
    code: bool,
    findings: bool,
    into: Path | None,
    dry_run: bool,
) -> None:
    """Write a document's links as a bitext.

    NAME is the document's name. What is left out is said on standard error, with how much of the
    texts is written: all that is not confirmed, unless --status says otherwise, code, and in tmx
    and moses the links with an empty side. A better English goes out beside that of the file where
    the format has room for it; with --english proposed it is written in its place. If nothing is
    left, nothing is written and the exit code is 1.

    With --into, the file that NAME was imported from goes out again, in its own format, with all
    links: states, accepted proposals, and notes and flags as comments are put where they changed,
    and every other byte stays. That is for XLIFF, SDLXLIFF, MQXLIFF, TMX and PO.
    """
    from alignbench.project import Project

    if findings and target.format_name not in ("jsonl", "xlsx"):
        raise click.UsageError(t("--findings has room in jsonl and xlsx only."))
    if into is not None:
        from alignbench.cli.file_update import write_into
        from alignbench.system.identity import local_identity

        with Project.open(root) as project:
            write_into(project.review(name), local_identity(), into, target.path)
        return
    wanted = Wanted(
        STATES[status],
        flagged=FLAGGED.get(flagged or ""),
        found=FLAGGED.get(found or ""),
        lowest=least,
        highest=most,
        kinds=frozenset(kinds) or None,
        code=code,
    )
    with Project.open(root) as project, progress_bar() as progress:
        if findings or found:
            from alignbench.review.export import pairs_of

            session = project.review(name)
            session.findings.check(progress, hints=False)
            pairs = pairs_of(session)
        else:
            pairs = project.linked_pairs(name)
    if dry_run:
        chosen = select(pairs, wanted)
        first = chosen.pairs[:10]
        shown = as_proposed(first) if english == "proposed" else first
        show("\n".join(f"{pair.id}\t{pair.ja}\t{pair.en}" for pair in shown))
    elif pairs and not any(pair.status in wanted.statuses for pair in pairs):
        raise InputError(
            t(
                "There is nothing to write: no link of {name} is {status}.",
                name=name,
                status=status,
            ),
            t("Add --status all to write every link, or settle some first."),
        )
    else:
        chosen = save(pairs, wanted, target, english)
    account(pairs, chosen)
    if told := wordings_told(chosen.pairs, target.format_name, english):
        talk(told)
    if any(pair.status not in wanted.statuses for pair in pairs):
        talk(t("Add --status all to write these links too."))
