"""The Textual app."""

import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignbench.tui.screens.reporting import ReportWriter

__all__ = ["run"]


def run(
    root: Path, document: str | None = None, write_report: "ReportWriter | None" = None
) -> None:
    """Open the workbench on the project in `root`, on `document` if one is named.

    `write_report` writes the report of a document to a file: what knows the formats of files is
    above the workbench, and hands this down.

    Raises:
        InputError: `root` holds no project. StoreError: its database cannot be used.
    """
    from alignbench.review import Project

    project = Project.open(root)
    mind_input_methods(os.environ)
    # Only now: Textual reads the environment when it is imported.
    from alignbench.tui.app import Workbench

    try:
        Workbench(project, document, write_report).run()
    finally:
        project.close()


def mind_input_methods(environment: MutableMapping[str, str]) -> None:
    """Keep Textual from a keyboard protocol in which iTerm2 loses what an input method types.

    Outside tmux only, and never against the user's own setting of TEXTUAL_DISABLE_KITTY_KEY.
    """
    if environment.get("TERM_PROGRAM") == "iTerm.app" and "TMUX" not in environment:
        environment.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
