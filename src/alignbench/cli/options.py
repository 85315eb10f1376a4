"""Options that several commands share."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from alignbench.messages import t

Command = TypeVar("Command", bound=Callable[..., Any])

_HOW_TO_RUN = {
    "device": ("DEVICE", t("Where the model runs: auto, cpu, cuda or mps.")),
    "dtype": ("TYPE", t("What it computes in: auto, float32, float16 or bfloat16.")),
    "backend": ("BACKEND", t("What runs it: torch, onnx or openvino.")),
}


def model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--model` and how to run it, handed to the command spelled out in one string: `model`."""

    @functools.wraps(command)
    def with_model(*args: object, model: str | None, **others: Any) -> Any:
        chosen = {key: value for key in _HOW_TO_RUN if (value := others.pop(key)) is not None}
        if chosen and not model:
            raise click.UsageError(
                t("--{next} says how to run a --model; name one.", next=next(iter(chosen)))
            )
        spelled = "".join(f",{key}={value}" for key, value in chosen.items())
        return command(*args, model=model and f"{model}{spelled}", **others)

    for key, (metavar, text) in reversed(_HOW_TO_RUN.items()):
        click.option(f"--{key}", metavar=metavar, help=text)(with_model)
    return click.option(
        "--model",
        metavar="MODEL",
        show_default=t("the bundled model, or the project's"),
        help=t("A sentence-transformers model, by name or path; see `alignbench models`."),
    )(with_model)


segmented_option = click.option(
    "--segmented",
    is_flag=True,
    help=t("The files have one segment a line and blank lines between paragraphs."),
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    show_default=t("1; from 2,000 pairs on one of each core, up to 4"),
    metavar="N",
    help=t("Let so many processes check at a time."),
)

json_option = click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))


def encoding_options(command: Command) -> Command:
    """`--ja-encoding` and `--en-encoding`, for files whose encoding is guessed wrong."""
    for language, side in (("English", "en"), ("Japanese", "ja")):
        command = click.option(
            f"--{side}-encoding",
            metavar="CODEC",
            show_default=t("found out"),
            help=t("Encoding of the {language} file, such as cp932 or utf-8.", language=language),
        )(command)
    return command
