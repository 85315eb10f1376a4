"""`alignbench align` and `alignbench export`: links out, as a file that other tools read."""

from contextlib import closing
from pathlib import Path

import click

from alignbench.cli.options import encoding_options, model_option, segmented_option
from alignbench.cli.output import talk
from alignbench.cli.progress import progress_bar
from alignbench.cli.target import Target, save, target_options
from alignbench.domain.links import Status
from alignbench.domain.text import Document

EXPORTED = {
    "confirmed": {Status.CONFIRMED},
    "suggested": {Status.SUGGESTED},
    "all": {Status.CONFIRMED, Status.SUGGESTED},
}


@click.command()
@click.argument("ja", type=click.Path(path_type=Path))
@click.argument("en", type=click.Path(path_type=Path))
@target_options
@encoding_options
@segmented_option
@model_option
def align(
    ja: Path,
    en: Path,
    target: Target,
    ja_encoding: str | None,
    en_encoding: str | None,
    segmented: bool,
    model: str | None,
) -> None:
    """Align two files, without a project.

    JA is a Japanese text, EN its English version; nothing is kept of them. Segments are numbered
    from 0 on each side. A null link has an empty side.
    """
    from alignbench import documents, embedding
    from alignbench.exchange.pair import pair_from_bead
    from alignbench.review.suggest import suggest

    ja_text = documents.read(ja, "ja", encoding=ja_encoding, segmented=segmented)
    en_text = documents.read(en, "en", encoding=en_encoding, segmented=segmented)
    documents.check_sides(ja_text, en_text)
    document = Document(ja.stem, ja_text, en_text)
    with progress_bar() as progress:
        found = suggest(document, embedding.load(model, progress), progress=progress)
    save([pair_from_bead(document, bead) for bead in found.beads], EXPORTED["all"], target)


@click.command()
@click.argument("name")
@target_options
@click.option(
    "--status",
    type=click.Choice(list(EXPORTED)),
    default="confirmed",
    show_default=True,
    help="Which links to write.",
)
@click.pass_obj
def export(root: Path, name: str, target: Target, status: str) -> None:
    """Write a document's links as a bitext.

    NAME is the document's name. What is left out is said on standard error: all that is not
    confirmed, unless --status says otherwise, and in tmx the links with an empty side.
    """
    from alignbench.exchange.pair import pair_from_link
    from alignbench.review import Project

    with closing(Project.open(root)) as project:
        session = project.review(name)
    pairs = [pair_from_link(session.document, row.link, len(row.flags)) for row in session.rows]
    save(pairs, EXPORTED[status], target)
    if any(pair.status not in EXPORTED[status] for pair in pairs):
        talk("Add --status all to write these links too.")
