"""`alignbench import`: two files, or all pairs of the project that are not yet in it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.options import encoding_options, model_option, segmented_option
from alignbench.cli.output import talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.errors import AlignbenchError, Cancelled, InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.domain.summary import DocumentSummary
    from alignbench.project import Project

NO_PAIRS = (
    "There are no pairs yet: put a Japanese file into data/ja and its English version, under the "
    "same name, into data/en."
)

NAMED = 5
"""Files without a counterpart that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read; None is an encoding to be found out."""

    ja_encoding: str | None = None
    en_encoding: str | None = None
    segmented: bool = False


AS_FOUND = Reading()


@click.command("import")
@click.argument("ja", type=click.Path(path_type=Path), required=False)
@click.argument("en", type=click.Path(path_type=Path), required=False)
@click.option(
    "--name", metavar="NAME", show_default="the name of JA", help=t("Name of the document.")
)
@encoding_options
@segmented_option
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
    model: str | None,
) -> None:
    """Take a text and its translation in.

    The Japanese file JA and its English version EN are read, cut into segments, aligned and
    stored, all or nothing. Without JA and EN: every pair in data/ja and data/en, files with the
    same name whatever its ending, that is not yet in the project. Where several files of a folder
    differ in the ending only, those with the same ending are a pair, called by it too.
    """
    from alignbench.project import Project

    if (ja is None) != (en is None):
        raise click.UsageError(t("Name the Japanese file and the English file, or neither."))
    if ja is None and name is not None:
        raise click.UsageError(t("--name is for a pair of files: name them too."))
    reading = Reading(ja_encoding, en_encoding, segmented)
    with Project.open(root) as project:
        if ja is None or en is None:
            import_all(project, model, reading)
        else:
            import_pair(project, ja, en, name, model, reading)


def import_pair(
    project: "Project", ja: Path, en: Path, name: str | None, model: str | None, reading: Reading
) -> None:
    """Import two files."""
    with progress_bar() as progress:
        summary = project.import_document(
            ja,
            en,
            name=name,
            encoder=project.models.encoder(model, progress),
            progress=progress,
            **asdict(reading),
        )
    talk(imported(summary))


def import_all(project: "Project", model: str | None, reading: Reading) -> None:
    """Import all pairs that are not in the project yet, or say that there are none.

    Raises:
        AlignbenchError: some could not be imported; the others were.
    """
    pairs = project.pairs()
    if all(pair.imported for pair in pairs):
        talk(t("All pairs of the project are imported.") if pairs else NO_PAIRS)
    if unpaired := project.unpaired():
        talk(without_counterpart(unpaired))
    failed = import_waiting(project, model, reading)
    if failed:
        raise AlignbenchError(
            t("{failed} of the project's pairs could not be imported.", failed=failed)
        )


def without_counterpart(files: Sequence[Path]) -> str:
    """What is said of files that no file on the other side is called like."""
    names = ", ".join(f"{path.parent.name}/{path.name}" for path in files[:NAMED])
    more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
    return (
        f"Without a counterpart of the same name: {names}{more}. Give it one, or name both files: "
        "`alignbench import JAPANESE ENGLISH`."
    )


def import_waiting(
    project: "Project", model: str | None = None, reading: Reading = AS_FOUND
) -> int:
    """Import the pairs in `data/` that are not yet in the project; returns how many failed.

    Raises:
        Cancelled: the user stopped it; says what had been imported before.
    """
    waiting = [pair for pair in project.pairs() if not pair.imported]
    if not waiting:
        return 0
    done = failed = 0
    try:
        with progress_bar() as progress:
            encoder = project.models.encoder(model, progress)
        for pair in waiting:
            try:
                with progress_bar() as progress:
                    summary = project.import_document(
                        pair.ja,
                        pair.en,
                        name=pair.name,
                        encoder=encoder,
                        progress=progress,
                        **asdict(reading),
                    )
            except Cancelled:
                raise
            except AlignbenchError as error:
                failed += 1
                talk(t("alignbench: {name}: {error}", name=pair.name, error=error))
            else:
                done += 1
                talk(imported(summary))
    except (Cancelled, KeyboardInterrupt) as error:
        if not done:
            raise
        raise Cancelled(
            t("Cancelled; {done} of {count} pairs were imported.", done=done, count=len(waiting))
        ) from error
    return failed


def imported(summary: "DocumentSummary") -> str:
    """One line about a document that has just come in."""
    links = summary.suggested + summary.confirmed
    return (
        f"Imported {summary.name}: {summary.ja_segments} Japanese and {summary.en_segments} "
        f"English segments in {links} links, {summary.doubtful} of them in doubt."
    )


def document_names(project: "Project") -> list[str]:
    """The documents of a project, by name. Raises InputError if it has none yet."""
    names = [summary.name for summary in project.documents()]
    if not names:
        raise InputError(t("There is no document yet."), t("`alignbench import` brings them in."))
    return names
