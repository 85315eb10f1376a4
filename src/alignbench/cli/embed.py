"""`alignbench embed`: vectors out, for tools of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.options import model_option
from alignbench.cli.output import opened, place_for_output, talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Vectors


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--language", type=click.Choice(["ja", "en"]), required=True, help=t("Language of the file.")
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="OUT.npy",
    callback=place_for_output,
    help=t("Write to this file, whole or not at all; - is standard output."),
)
@click.option(
    "--encoding", metavar="CODEC", show_default=t("found out"), help=t("Encoding of the file.")
)
@model_option
def embed(
    file: Path, language: Side, output: Path, encoding: str | None, model: str | None
) -> None:
    """Write a vector for each line of FILE.

    The output is in NumPy's format: float32, shape (lines, dimension), rows of unit length. All
    lines without any known word, such as blank ones, have one and the same vector.
    """
    import numpy as np

    from alignbench import documents, embedding

    lines = documents.read_lines(file, language, encoding=encoding)
    if not lines:
        raise InputError(t("{file} is empty.", file=file), t("Give a file with text in it."))
    with progress_bar() as progress:
        encoder = embedding.load(model, progress)
        vectors = unit_rows(encoder.encode(lines, language, progress))
    with opened(output) as out:
        np.save(out, vectors, allow_pickle=False)
    talk(
        t(
            "{shape} vectors of {shape2} dimensions, by {name}.",
            shape=vectors.shape[0],
            shape2=vectors.shape[1],
            name=encoder.name,
        )
    )


def unit_rows(vectors: "Vectors") -> "Vectors":
    """Rows at unit length. What has no direction of its own gets the same one everywhere.

    That keeps the promise for every row, so that no tool that reads them divides by zero, and
    two lines of asterisks are as like as they look.
    """
    from alignbench.embedding.spans import normalised

    rows = normalised(vectors)
    rows[~rows.any(axis=1)] = vectors.shape[1] ** -0.5
    return rows
