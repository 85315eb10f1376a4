"""The command palette: every command that applies now, listed before one types."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.app import SystemCommand

from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.groups import in_order
from alignbench.tui.widgets import glyphs


def palette_entries(screen: CommandScreen[Any]) -> Iterable[SystemCommand]:
    """The commands of `screen`, the one below the palette, with their keys and help."""
    for command in in_order(screen.commands.values()):
        if command.is_offered(screen.controls):
            keys = glyphs.key_name(command.own_keys)
            title = f"{command.title}  ({keys})" if keys else command.title
            yield SystemCommand(title, command.help, partial(screen.action_command, command.id))
