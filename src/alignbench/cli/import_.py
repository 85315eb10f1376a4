"""`alignbench import`: two files, or all pairs of the project that are not yet in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.import_preview import show_preview
from alignbench.cli.options import (
    encoding_options,
    json_option,
    model_option,
    segmented_option,
)
from alignbench.cli.output import talk
from alignbench.cli.progress import progress_bar, wipe
from alignbench.domain.errors import AlignbenchError, InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.domain.summary import DocumentSummary
    from alignbench.pipeline.file_alignment import ReadOptions
    from alignbench.project import Project
    from alignbench.project.file_pairs import FilePair
    from alignbench.project.imports import Imported

NO_PAIRS = t(
    "There are no pairs yet: put a Japanese file into data/ja and its English version, under the "
    "same name, into data/en."
)

NAMED = 5
"""Files without a counterpart that are named; the others are counted."""


@click.command("import")
@click.argument("ja", type=click.Path(path_type=Path), required=False)
@click.argument("en", type=click.Path(path_type=Path), required=False)
@click.option(
    "--name", metavar="NAME", show_default=t("the name of JA"), help=t("Name of the document.")
)
@encoding_options
@segmented_option
@click.option(
    "--dry-run",
    is_flag=True,
    help=t("Show what is read of JA, or of JA and EN, and what is left out; import nothing."),
)
@json_option
@model_option
@click.pass_obj
def import_command(
    root: Path,
    ja: Path | None,
    en: Path | None,
    name: str | None,
    ja_encoding: str | None,
    en_encoding: str | None,
    segmented: bool,
    dry_run: bool,
    as_json: bool,
    model: str | None,
) -> None:
    """Take a text and its translation in.

    The Japanese file JA and its English version EN are read, cut into segments, aligned and
    stored, all or nothing. A file that holds both languages, as XLIFF, TMX or PO does, is named
    alone: its pairs become links, with their states and notes. Two folders, or one, give every
    pair in them: files called alike, as ch04.ja.txt and ch04.en.txt are.

    Without JA and EN: every pair in data/ja and data/en, files with the same name whatever its
    ending, that is not yet in the project. Where several files of a folder differ in the ending
    only, those with the same ending are a pair, called by it too.
    """
    from alignbench.pipeline.file_alignment import ReadOptions
    from alignbench.project import Project

    if as_json and not dry_run:
        raise click.UsageError(t("--json is for --dry-run."))
    if dry_run:
        for path, encoding in ((ja, ja_encoding), (en, en_encoding)):
            if path is not None:
                show_preview(path, encoding=encoding, segmented=segmented, as_json=as_json)
        if ja is None:
            raise click.UsageError(t("Name the file that --dry-run is to read."))
        return
    if ja is None and name is not None:
        raise click.UsageError(t("--name is for a pair of files: name them too."))
    options = ReadOptions(ja_encoding, en_encoding, segmented)
    with Project.open(root) as project:
        if ja is None:
            import_all(project, model, options)
        elif ja.is_dir():
            import_folders(project, ja, en, model, options)
        elif en is None:
            summary = project.import_bilingual(ja, name=name, encoding=ja_encoding)
            talk(imported(summary))
        else:
            import_pair(project, ja, en, name, model, options)


def import_pair(
    project: "Project",
    ja: Path,
    en: Path,
    name: str | None,
    model: str | None,
    options: "ReadOptions",
) -> None:
    """Import two files."""
    with progress_bar() as progress:
        summary = project.import_document(
            ja, en, name=name, model=model, options=options, progress=progress
        )
    talk(imported(summary))


def import_folders(
    project: "Project", ja: Path, en: Path | None, model: str | None, options: "ReadOptions"
) -> None:
    """Import every pair of files in two folders, or in one, and say what is passed over and why.

    Raises:
        InputError: there is no pair. AlignbenchError: some could not be imported.
    """
    from alignbench.project.import_plan import import_plan

    plan = import_plan(ja, en, {summary.name for summary in project.documents()})
    for each in plan.passed_over:
        name = f"{each.path.parent.name}/{each.path.name}"
        talk(t("Passed over: {name} ({why}).", name=name, why=each.why))
    if not plan.pairs:
        raise InputError(t("There is no pair of files to import."), t("Name the files."))
    if failed := import_waiting(project, plan.pairs, model, options):
        raise AlignbenchError(t("{failed} of the pairs could not be imported.", failed=failed))


def import_all(project: "Project", model: str | None, options: "ReadOptions") -> None:
    """Import all pairs that are not in the project yet, or say that there are none.

    Raises:
        AlignbenchError: some could not be imported; the others were.
    """
    pairs = project.pairs()
    if all(pair.imported for pair in pairs):
        talk(t("All pairs of the project are imported.") if pairs else NO_PAIRS)
    if unpaired := project.unpaired():
        talk(without_counterpart(unpaired))
    waiting = [pair for pair in pairs if not pair.imported]
    failed = import_waiting(project, waiting, model, options)
    if failed:
        raise AlignbenchError(
            t("{failed} of the project's pairs could not be imported.", failed=failed)
        )


def without_counterpart(files: Sequence[Path]) -> str:
    """What is said of files that no file on the other side is called like."""
    names = ", ".join(f"{path.parent.name}/{path.name}" for path in files[:NAMED])
    more = t(" and {count} more", count=len(files) - NAMED) if len(files) > NAMED else ""
    return t(
        "Without a counterpart of the same name: {names}{more}. Give it one, or name "
        "both files: `alignbench import JAPANESE ENGLISH`.",
        names=names,
        more=more,
    )


def import_waiting(
    project: "Project", waiting: "Sequence[FilePair]", model: str | None = None,
    options: "ReadOptions | None" = None,
) -> int:  # fmt: skip
    """Import pairs that are not yet in the project; returns how many failed.

    Raises:
        Cancelled: the user stopped it; says what had been imported before.
    """
    from alignbench.project.imports import import_pairs

    with progress_bar() as progress:
        outcomes = import_pairs(
            project, waiting, progress, model=model, options=options, told=_tell
        )
    return sum(each.error is not None for each in outcomes)


def _tell(outcome: "Imported") -> None:
    wipe()
    if outcome.summary is not None:
        talk(imported(outcome.summary))
    else:
        talk(t("alignbench: {name}: {error}", name=outcome.pair.name, error=outcome.error))


def imported(summary: "DocumentSummary") -> str:
    """One line about a document that has just come in."""
    links = summary.suggested + summary.confirmed
    return t(
        "Imported {name}: {ja_segments} Japanese and {en_segments} English segments in "
        "{links} links, {doubtful} of them in doubt.",
        name=summary.name,
        ja_segments=summary.ja_segments,
        en_segments=summary.en_segments,
        links=links,
        doubtful=summary.doubtful,
    )


def document_names(project: "Project") -> list[str]:
    """The documents of a project, by name. Raises InputError if it has none yet."""
    names = [summary.name for summary in project.documents()]
    if not names:
        raise InputError(t("There is no document yet."), t("`alignbench import` brings them in."))
    return names
