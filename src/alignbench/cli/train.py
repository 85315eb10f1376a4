"""`alignbench train`: a static model from any sentence pairs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alignbench.cli.output import talk
from alignbench.cli.progress import progress_bar
from alignbench.domain.errors import InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.domain.progress import Progress
    from alignbench.embedding.static.encoder import StaticEncoder
    from alignbench.embedding.training.corpus import Corpus
    from alignbench.embedding.training.trainer import Measurement

PATH = click.Path(path_type=Path)


@click.command()
@click.argument("pairs", nargs=-1, type=PATH)
@click.option(
    "--lines",
    nargs=2,
    multiple=True,
    type=PATH,
    metavar="JA EN",
    help=t("Two files that answer each other line by line; may be given again."),
)
@click.option(
    "-o", "--output", type=PATH, required=True, metavar="DIR", help=t("The model's folder.")
)
@click.option(
    "--from",
    "start",
    metavar="MODEL",
    help=t("Begin from this static model, or from `bundled`, instead of from nothing."),
)
@click.option(
    "--name", metavar="NAME", show_default=t("the folder's name"), help=t("The model's name.")
)
@click.option(
    "--dev",
    multiple=True,
    type=PATH,
    metavar="PAIRS",
    help=t("Measure by these pairs instead of held-out ones; may be given again."),
)
@click.option(
    "--weight",
    multiple=True,
    metavar="SOURCE=N",
    help=t("Draw a source's pairs N times as often; may be given again."),
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="OPTION=VALUE",
    help=t("Any other number of the recipe, such as dimension=128, batch=2048, dropout=0.3."),
)
@click.option("--steps", type=int, show_default="7000", help=t("Batches in all."))
@click.option("--seed", type=int, show_default="0", help=t("The same seed gives the same model."))
@click.option(
    "--cache",
    type=PATH,
    metavar="DIR",
    show_default=t("DIR-pairs, beside the output"),
    help=t("Keep the pairs, taken apart into words, in this folder: as private as the texts."),
)
def train(
    pairs: tuple[Path, ...],
    lines: tuple[tuple[Path, Path], ...],
    output: Path,
    start: str | None,
    name: str | None,
    dev: tuple[Path, ...],
    weight: tuple[str, ...],
    settings: tuple[str, ...],
    steps: int | None,
    seed: int | None,
    cache: Path | None,
) -> None:
    """Train a static bilingual model on PAIRS and write it into DIR.

    PAIRS are tables with tabs (Japanese and English, or source, Japanese and English) or JSON
    lines with `ja` and `en`, plain or packed by xz or gzip. Run the same command again to go on
    with a training that was interrupted. Use the model with --model DIR.
    """
    if not pairs and not lines:
        raise InputError(
            t("There is nothing to train on."), t("Name files of pairs, or --lines JA EN.")
        )
    from alignbench.embedding.training.options import TrainingOptions
    from alignbench.embedding.training.recipe import train_model

    given: dict[str, Any] = {}
    for setting in settings:
        key, value = _named(setting, "--set")
        if key not in TrainingOptions.names() or key == "weights":
            known = ", ".join(each for each in TrainingOptions.names() if each != "weights")
            raise InputError(
                t("There is no option {key} of the recipe.", key=repr(key)),
                t("There are {known}.", known=known),
            )
        given[key] = value if key in _FRACTIONS else _whole(value, setting)
    given |= {key: value for key, value in (("steps", steps), ("seed", seed)) if value is not None}
    weights = dict(_named(each, "--weight") for each in weight)
    options = TrainingOptions(**given, weights=weights)
    kept = cache or output.with_name(f"{output.resolve().name}-pairs")
    with progress_bar() as progress:
        corpora = list(_corpora(pairs, lines, kept, progress))
        development = {path.name.split(".")[0]: _corpus(path, kept, progress) for path in dev}
        train_model(
            corpora,
            output,
            name or output.resolve().name,
            options,
            start=_static(start) if start else None,
            development=development,
            listener=_tell,
            progress=progress,
        )
    talk(t("The model is in {output}. Use it with --model {output}.", output=output))


_FRACTIONS = ("rate", "dropout", "spans", "rounded", "scale", "margin")


def _static(name: str) -> "StaticEncoder":
    from alignbench import embedding
    from alignbench.embedding.static.encoder import StaticEncoder

    encoder = embedding.load(name)
    if not isinstance(encoder, StaticEncoder):
        raise InputError(
            t("{name} is not a static model.", name=name),
            t("Only such a model can be trained here."),
        )
    return encoder


def _corpora(
    pairs: tuple[Path, ...],
    lines: tuple[tuple[Path, Path], ...],
    kept: Path,
    progress: "Progress",
) -> "Iterator[Corpus]":
    from alignbench.embedding.training.corpus import kept_corpus
    from alignbench.embedding.training.pairs import file_key, read_line_pairs

    for path in pairs:
        yield _corpus(path, kept, progress)
    for ja, en in lines:
        yield kept_corpus(read_line_pairs(ja, en), file_key(ja, en), kept, progress)


def _corpus(path: Path, kept: Path, progress: "Progress") -> "Corpus":
    from alignbench.embedding.training.corpus import kept_corpus
    from alignbench.embedding.training.pairs import file_key, read_pairs

    return kept_corpus(read_pairs(path), file_key(path), kept, progress)


def _tell(measurement: "Measurement") -> None:
    scores = "  ".join(f"{name} {score:.4f}" for name, score in measurement.scores.items())
    talk(
        t(
            "step {step}: loss {loss:.3f}  {scores}",
            step=measurement.step,
            loss=measurement.loss,
            scores=scores,
        )
    )


def _named(setting: str, option: str) -> tuple[str, float]:
    """`name=number` taken apart."""
    name, equals, value = setting.partition("=")
    try:
        if not equals:
            raise ValueError
        return name.strip(), float(value)
    except ValueError as error:
        raise InputError(
            t(
                "{option} {setting} is not of the form name=number.",
                option=option,
                setting=repr(setting),
            )
        ) from error


def _whole(value: float, setting: str) -> int:
    if value != int(value):
        raise InputError(t("--set {setting} needs a whole number.", setting=repr(setting)))
    return int(value)
