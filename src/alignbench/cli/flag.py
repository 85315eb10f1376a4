"""`alignbench flag`: errors that people have flagged, for scripts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.flag_options import SEVERITIES, add, edit, standing
from alignbench.cli.output import (
    FOUND_SOMETHING,
    for_tsv_only,
    opened,
    output_option,
    spreadsheet_option,
    talk,
)
from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_STATES, FLAG_TYPES, Flag
from alignbench.messages import t, tn
from alignbench.system.identity import local_identity

if TYPE_CHECKING:
    from alignbench.exchange.flags import Flagged
    from alignbench.review.selected_rows import SelectedRows


@click.group()
def flag() -> None:
    """List, add, change, settle and remove flags.

    A flag says what is wrong with the translation of a pair: an error type of MQM, a severity,
    and the words concerned. It is open until somebody says that it is accepted (an error that
    stays for now), fixed, or rejected (no error); the last two cost nothing in the score.
    """


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which flags people asked for; an empty choice lets all through."""

    statuses: Collection[str] = ()
    severities: Collection[str] = ()
    types: Collection[str] = ()

    def has(self, each: Flag) -> bool:
        """Whether a flag is among them. A type without its second part is all of its kind."""
        return (
            (not self.statuses or each.state in self.statuses)
            and (not self.severities or each.severity in self.severities)
            and (not self.types or bool({each.type, each.type.partition("/")[0]} & {*self.types}))
        )


@flag.command("list")
@click.argument("names", nargs=-1, metavar="[NAME ...]")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(list(FLAG_STATES)),
    help=t("Only flags of this status; may be given again."),
)
@click.option(
    "--severity",
    "severities",
    multiple=True,
    type=click.Choice(SEVERITIES),
    help=t("Only of this severity; may be given again."),
)
@click.option(
    "--type",
    "types",
    multiple=True,
    metavar="TYPE",
    help=t("Only of this type, or kind (accuracy); may be given again."),
)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["text", "tsv", "jsonl"]),
    default="text",
    show_default=True,
    help=t("How to print flags."),
)
@spreadsheet_option
@output_option
@click.option("--exit-code", is_flag=True, help=t("Exit with 1 if there is any such flag."))
@click.pass_obj
def list_flags(
    root: Path,
    names: Sequence[str],
    statuses: Sequence[str],
    severities: Sequence[str],
    types: Sequence[str],
    format_name: str,
    spreadsheet: bool,
    output: Path,
    exit_code: bool,
) -> None:
    """Print the flags of documents, or write them to a file.

    Of documents NAME, or of all. Text counts links from 1, as the workbench does; jsonl and
    tsv count them from 0, as those of `check` do. In a pipeline,
    `flag list --status open --severity critical --exit-code` stops what has critical errors.
    """
    from alignbench.exchange.flags import WRITERS, write_tsv
    from alignbench.project import Project

    for_tsv_only(format_name, spreadsheet=spreadsheet)
    known = {*FLAG_TYPES, *(type_.partition("/")[0] for type_ in FLAG_TYPES)}
    if strange := [type_ for type_ in types if type_ not in known]:
        raise InputError(
            t("There is no flag type {strange}.", strange=repr(strange[0])),
            t("Use one of: {flag_types}.", flag_types=", ".join(FLAG_TYPES)),
        )
    chosen = Chosen(statuses, severities, types)
    with Project.open(root, local_identity()) as project:
        found = [
            each
            for name in names or project.flagged_documents()
            for each in flags_of(project.rows(name), chosen)
        ]
    with opened(output) as out:
        if spreadsheet:
            write_tsv(found, out, spreadsheet=True)
        else:
            WRITERS[format_name](found, out)
    talk(tn("{count} flag.", "{count:,} flags.", len(found)))
    if exit_code and found:
        click.get_current_context().exit(FOUND_SOMETHING)


def flags_of(flagged: "SelectedRows", chosen: Chosen) -> "Iterator[Flagged]":
    """The flags of a document that were asked for, in reading order."""
    from alignbench.exchange.flags import Flagged
    from alignbench.exchange.pair import pair_from_link
    from alignbench.review.row_text import flags_in_view

    for number, row in flagged.rows.items():
        pair = pair_from_link(flagged.document, row.link, flags_in_view(flagged.document, row))
        for each, there in zip(row.flags, pair.flag_list, strict=True):
            if chosen.has(each):
                yield Flagged(number, pair, each.id, there)


flag.add_command(add)
flag.add_command(edit)


@flag.command()
@click.argument("name")
@click.argument("ids", type=int, nargs=-1, required=True, metavar="ID...")
@click.option(
    "--as",
    "status",
    type=click.Choice(list(FLAG_STATES)),
    default="fixed",
    show_default=True,
    help=t("What became of it."),
)
@click.pass_obj
def resolve(root: Path, name: str, ids: Sequence[int], status: str) -> None:
    """Say what became of flags of document NAME, by their numbers in `flag list`.

    One that has this status already stays as it is.
    """
    from alignbench.project import Project

    with Project.open(root, local_identity()) as project:
        flagged = project.rows(name, to_change=True)
        for _, each in standing(flagged, name, dict.fromkeys(ids)):
            if each.state != status:
                flagged.settle(each.id, status)


@flag.command()
@click.argument("name")
@click.argument("number", type=int, metavar="ID")
@click.pass_obj
def remove(root: Path, name: str, number: int) -> None:
    """Remove a flag of document NAME, as if it had never been put there."""
    from alignbench.project import Project

    with Project.open(root, local_identity()) as project:
        project.rows(name, to_change=True).unflag(number)
