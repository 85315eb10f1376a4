"""`alignbench embed` and `alignbench models`: vectors out, and the models that make them."""

from pathlib import Path

import click

from alignbench.cli.options import model_option
from alignbench.cli.output import opened, talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.text import Side


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--language", type=click.Choice(["ja", "en"]), required=True, help="Language of the file."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="OUT.npy",
    help="Write to this file, whole or not at all; - is standard output.",
)
@click.option("--encoding", metavar="CODEC", show_default="found out", help="Encoding of the file.")
@model_option
def embed(
    file: Path, language: Side, output: Path, encoding: str | None, model: str | None
) -> None:
    """Write a vector for each line of FILE.

    The file is in NumPy's format: float32, shape (lines, dimension), rows of unit length. A line
    without any known word, such as an empty one, has zeros.
    """
    import numpy as np

    from alignbench import documents, embedding
    from alignbench.embedding.spans import normalised

    lines = documents.read_lines(file, language, encoding=encoding)
    with progress_bar() as progress:
        encoder = embedding.load(model, progress)
        vectors = normalised(encoder.encode(lines, language, progress))
    with opened(output) as out:
        np.save(out, vectors, allow_pickle=False)
    talk(f"{vectors.shape[0]} vectors of {vectors.shape[1]} dimensions, by {encoder.name}.")
