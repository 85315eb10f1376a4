"""Opening a project: the workbench where someone sees it, its links as text anywhere else."""

import os
import sys
from pathlib import Path

import click

from alignbench.domain.errors import InputError
from alignbench.messages import t


@click.command("open")
@click.argument("document", required=False)
@click.pass_obj
def open_command(root: Path, document: str | None) -> None:
    """Open the workbench, on DOCUMENT if one is named.

    As `alignbench` without a command does, but never printing the links instead.
    """
    if not has_terminal():
        raise InputError(
            t("The workbench needs a terminal."),
            t("`alignbench` alone prints the links where there is none."),
        )
    open_workbench(root, document)


def open_project(root: Path) -> None:
    """Open the workbench on the project in `root`, or print its links when there is no terminal.

    Raises:
        InputError: `root` holds no project.
    """
    if has_terminal():
        open_workbench(root)
    else:
        from alignbench.cli.print_links import print_links

        print_links(root)


def open_workbench(root: Path, document: str | None = None) -> None:
    """Open the workbench. Raises InputError if there is no such project or document."""
    from alignbench.tui import run

    run(root, document)


def has_terminal() -> bool:
    """Whether someone can see the screen and press keys.

    In a terminal; or where TEXTUAL_DRIVER names what draws elsewhere, as `textual serve` sets it
    for the commands that it runs behind pipes.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
