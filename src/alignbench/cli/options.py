"""Options that several commands share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

model_option = click.option(
    "--model",
    metavar="MODEL",
    show_default="the bundled model",
    help="A sentence-transformers model, by name or path.",
)

segmented_option = click.option(
    "--segmented",
    is_flag=True,
    help="The files have one segment a line and blank lines between paragraphs.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def encoding_options(command: Command) -> Command:
    """`--ja-encoding` and `--en-encoding`, for files whose encoding is guessed wrong."""
    for language, side in (("English", "en"), ("Japanese", "ja")):
        command = click.option(
            f"--{side}-encoding",
            metavar="CODEC",
            show_default="found out",
            help=f"Encoding of the {language} file, such as cp932 or utf-8.",
        )(command)
    return command
