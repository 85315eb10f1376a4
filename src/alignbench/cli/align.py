"""`alignbench align` and `alignbench export`: links out, as a file that other tools read."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.bitext_options import Target, save, target_options
from alignbench.cli.options import encoding_options, model_option, segmented_option
from alignbench.cli.output import STDOUT, talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.links import Status
from alignbench.domain.progress import Progress
from alignbench.domain.text import Document
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder
    from alignbench.exchange.pair import Pair
    from alignbench.review import ReviewSession

EXPORTED = {
    "confirmed": {Status.CONFIRMED},
    "suggested": {Status.SUGGESTED},
    "all": {Status.CONFIRMED, Status.SUGGESTED},
}


@click.command()
@click.argument("ja", type=click.Path(path_type=Path), required=False)
@click.argument("en", type=click.Path(path_type=Path), required=False)
@click.option(
    "--pairs",
    "listed",
    type=click.Path(path_type=Path),
    metavar="LIST",
    help=t(
        "Align many pairs: LIST has JA, EN and the file to write on each line, with tabs between."
    ),
)
@target_options
@encoding_options
@segmented_option
@model_option
@click.pass_context
def align(
    context: click.Context,
    ja: Path | None,
    en: Path | None,
    listed: Path | None,
    target: Target,
    ja_encoding: str | None,
    en_encoding: str | None,
    segmented: bool,
    model: str | None,
) -> None:
    """Align two files, without a project.

    JA is a Japanese text, EN its English version; nothing is kept of them. Segments are numbered
    from 0 on each side. A null link has an empty side.

    With --pairs, paths are taken from LIST's folder on. A pair that fails is reported and does not
    stop the rest; the exit code is then 1.
    """
    from alignbench import embedding
    from alignbench.cli.align_many import align_all, read_list

    reading = Reading(ja_encoding, en_encoding, segmented)
    if listed is not None:
        if ja or en or target.path != STDOUT:
            raise click.UsageError(t("--pairs takes the place of JA, EN and --output."))
        jobs = read_list(listed, target, named=is_given(context, "format_name"))
        with progress_bar() as progress:
            align_all(jobs, reading, embedding.load(model, progress), progress)
        return
    if ja is None or en is None:
        raise click.UsageError(t("Name a Japanese and an English file, or a list with --pairs."))
    with progress_bar() as progress:
        document = reading.document(ja, en)
        pairs = aligned(document, embedding.load(model, progress), progress)
    save(pairs, EXPORTED["all"], target)


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read."""

    ja_encoding: str | None
    en_encoding: str | None
    segmented: bool

    def document(self, ja: Path, en: Path) -> Document:
        """Both sides of a document.

        Raises:
            InputError: they cannot be read, or each is the other's language.
        """
        from alignbench import documents

        ja_text = documents.read(ja, "ja", encoding=self.ja_encoding, segmented=self.segmented)
        en_text = documents.read(en, "en", encoding=self.en_encoding, segmented=self.segmented)
        documents.check_sides(ja_text, en_text)
        return Document(ja.stem, ja_text, en_text)


def aligned(document: Document, encoder: "Encoder", progress: Progress) -> list["Pair"]:
    """The links of a document as they go out."""
    from alignbench.exchange.pair import pair_from_bead
    from alignbench.pipeline.document_alignment import suggest

    found = suggest(document, encoder, progress=progress)
    return [pair_from_bead(document, bead) for bead in found.beads]


def is_given(context: click.Context, option: str) -> bool:
    """Whether the person typed this option."""
    return context.get_parameter_source(option) is click.core.ParameterSource.COMMANDLINE


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
