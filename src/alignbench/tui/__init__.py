"""The Textual app."""

import gc
import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignbench.project import Project
    from alignbench.tui.app import Workbench

__all__ = ["run"]


def run(root: Path, document: str | None = None) -> None:
    """Open the workbench on the project in `root`, on `document` if one is named.

    Raises:
        InputError: `root` holds no project, or the user's keymap is wrong. StoreError: the
            database cannot be used. Whatever else ends the workbench before its time is raised too.
    """
    spare_the_collector()
    from alignbench.meaning import shipped_reader
    from alignbench.project import Project
    from alignbench.system.identity import local_identity
    from alignbench.system.log import start_log

    start_log()
    with Project.open(root, local_identity(), reader=shipped_reader()) as project:
        workbench = _workbench(project, document)
        workbench.run()
        if workbench.failure is not None:
            raise workbench.failure
        if workbench.return_code:
            raise SystemExit(workbench.return_code)


def _workbench(project: "Project", document: str | None) -> "Workbench":
    """The app, with the user's keys."""
    mind_input_methods(os.environ)
    # Only now: Textual reads the environment when it is imported, and the screens take the keys
    # of their commands when they are.
    from alignbench.tui.commands.keymap_file import keymap_file, read_keymap

    told: list[str] = []
    if keymap := read_keymap(keymap_file()):
        from alignbench.tui.commands.keymap import apply  # and with it every screen's commands

        told = apply(keymap)
    from alignbench.tui.app import Workbench

    gc.freeze()  # modules stay: no look for unreachable objects goes through them again
    return Workbench(project, document, told)


def spare_the_collector() -> None:
    """Let Python look for unreachable objects less often.

    Modules and a long document are a million objects that stay, and each look goes through them:
    at the usual pace that is a third of the time that opening takes.
    """
    gc.set_threshold(50_000, 50, 100)


def mind_input_methods(environment: MutableMapping[str, str]) -> None:
    """Keep Textual from a keyboard protocol in which iTerm2 loses what an input method types.

    Outside tmux only, and never against the user's own setting of TEXTUAL_DISABLE_KITTY_KEY.
    """
    if environment.get("TERM_PROGRAM") == "iTerm.app" and "TMUX" not in environment:
        environment.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
