"""The command palette: every command that applies now, listed before one types."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from alignbench.tui.commands.command import Command
from alignbench.tui.widgets import glyphs


def palette_entries(
    screen: Screen[Any], commands: Iterable[Command[Any]]
) -> Iterable[SystemCommand]:
    """The commands of `screen`, the one below the palette, with their keys and help."""
    for command in commands:
        if command.is_offered(screen):
            keys = glyphs.key_name(command.palette_keys)
            title = f"{command.title}  ({keys})" if keys else command.title
            yield SystemCommand(title, command.help, partial(command.run, screen))
