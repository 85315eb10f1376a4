"""The command palette: every command that applies now, listed before one types."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand

from alignbench.tui.commands.command import Command


def palette_entries(app: App[Any], commands: Iterable[Command[Any]]) -> Iterable[SystemCommand]:
    """The screen's commands with their keys and help."""
    screen = app.screen
    for command in commands:
        if command.is_offered(screen):
            title = f"{command.title}  ({command.key_names})"
            yield SystemCommand(title, command.help, partial(command.run, screen))
