"""Where results go: standard output is data, standard error is talk."""

import contextlib
import io
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

from alignbench.domain.errors import OutputError
from alignbench.messages import t
from alignbench.system.safe_text import printable

STDOUT = Path("-")
FOUND_SOMETHING = 1
"""The exit code of a command with --exit-code that has something to report."""
READER_LEFT = 128 + signal.SIGPIPE if hasattr(signal, "SIGPIPE") else 1
"""What a shell reports of a program whose reader has gone, as in `alignbench … | head`."""


def place_for_output(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """`path`, if a file can stand there: known before the work begins, not after it.

    Raises:
        OutputError: there is no such folder, or a folder stands there.
    """
    if path != STDOUT:
        if path.is_dir():
            raise OutputError(
                t("Could not write {path}: it is a folder.", path=path), t("Name a file in it.")
            )
        if not path.parent.is_dir():
            raise OutputError(
                t(
                    "Could not write {path}: there is no folder {parent}.",
                    path=path,
                    parent=path.parent,
                ),
                t("Make it first, or choose another place."),
            )
    return path


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=STDOUT,
    show_default=t("standard output"),
    metavar="FILE",
    callback=place_for_output,
    help=t("Write to FILE, whole or not at all."),
)


spreadsheet_option = click.option(
    "--spreadsheet",
    is_flag=True,
    help=t("tsv for Excel: with a byte order mark, and no cell taken for a formula."),
)


def for_tsv_only(format_name: str, *, spreadsheet: bool) -> None:
    """Refuse --spreadsheet for another format. Raises UsageError."""
    if spreadsheet and format_name != "tsv":
        raise click.UsageError(t("--spreadsheet is for -f tsv."))


def show(text: str) -> None:
    """Print a result. On a terminal, controls that came out of files are made visible signs."""
    click.echo(printable(text, keep="\t\n") if on_terminal() else text)


def on_terminal() -> bool:
    """Whether results go to a screen, and not to a file or another program."""
    return sys.stdout.isatty()


def talk(message: str) -> None:
    """Say something to the person, beside the data."""
    click.echo(printable(message, keep="\n"), err=True)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A place to write data: the file, put in place when it is whole, or standard output for `-`.

    Raises:
        OutputError: it cannot be written.
    """
    if path != STDOUT:
        from alignbench.system.atomic_files import written_whole

        with written_whole(path) as out:
            yield out
        return
    held = io.BytesIO()
    yield held
    _print(held.getvalue())


@contextlib.contextmanager
def streamed(path: Path) -> Iterator[BinaryIO]:
    """As `opened`, but what another program reads goes to it as it comes, in blocks.

    What ends early has then written what it had by then. On a terminal, where a progress bar
    would run into it, all comes at the end.
    """
    if path != STDOUT or on_terminal():
        with opened(path) as out:
            yield out
        return
    with _told():
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()


def _print(data: bytes) -> None:
    if on_terminal():
        data = printable(data.decode(errors="replace"), keep="\t\n").encode()
    with _told():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turn what the operating system says of standard output into a sentence for people."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            t("Could not write to standard output: {value}.", value=error.strerror or error),
            t("Free some space, or name a file elsewhere with -o."),
        ) from error


def silence_stdout() -> None:
    """Let what is still buffered go nowhere, or Python complains about it once more at exit."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
