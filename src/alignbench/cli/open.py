"""Opening a project: the workbench in a terminal, its links as text anywhere else."""

import sys
from functools import partial
from pathlib import Path


def open_project(root: Path) -> None:
    """Open the workbench on the project in `root`, or print its links when there is no terminal.

    Raises:
        InputError: `root` holds no project.
    """
    if has_terminal():
        from alignbench.cli.report_page import write_page
        from alignbench.tui import run

        run(root, write_report=partial(write_page, root))
    else:
        from alignbench.cli.print_links import print_links

        print_links(root)


def has_terminal() -> bool:
    """Whether someone can see the screen and press keys."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
