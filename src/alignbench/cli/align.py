"""`alignbench align`: two files to links, without a project."""

from pathlib import Path

import click

from alignbench.cli.bitext_options import Target, account, save, target_options
from alignbench.cli.options import encoding_options, model_option, segmented_option
from alignbench.cli.output import STDOUT
from alignbench.cli.progress import progress_bar
from alignbench.exchange.bitext_files import STATES
from alignbench.exchange.selection import Wanted
from alignbench.messages import t


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
    from alignbench.cli.align_many import align_all, exported, read_list
    from alignbench.pipeline.file_alignment import ReadOptions, align_files

    options = ReadOptions(ja_encoding, en_encoding, segmented)
    if listed is not None:
        if ja or en or target.path != STDOUT:
            raise click.UsageError(t("--pairs takes the place of JA, EN and --output."))
        jobs = read_list(listed, target, named=is_given(context, "format_name"))
        with progress_bar() as progress:
            align_all(jobs, options, embedding.load(model, progress), progress)
        return
    if ja is None or en is None:
        raise click.UsageError(t("Name a Japanese and an English file, or a list with --pairs."))
    with progress_bar() as progress:
        made = align_files(ja, en, lambda: embedding.load(model, progress), options, progress)
    pairs = exported(made)
    account(pairs, save(pairs, Wanted(STATES["all"], code=True), target))


def is_given(context: click.Context, option: str) -> bool:
    """Whether the person typed this option."""
    return context.get_parameter_source(option) is click.core.ParameterSource.COMMANDLINE
