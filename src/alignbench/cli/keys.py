"""`alignbench keys`: every command of the workbench and the keys it has now."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from alignbench.cli.output import show
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.tui.commands.command import Command

WIDEST = 20


@click.command()
@click.option("--toml", is_flag=True, help=t("Print them as a keymap file, to be edited."))
def keys(*, toml: bool) -> None:
    """List the workbench's commands and their keys.

    Your own keys stand in a file, keys.toml, that `alignbench locate keys` names: a line
    `id = "key"` or `id = ["key", "other key"]` for each command that is to have others.
    """
    from alignbench.tui.commands.catalogue import SCREENS
    from alignbench.tui.commands.groups import in_order
    from alignbench.tui.commands.keymap import apply
    from alignbench.tui.commands.keymap_file import keymap_file, read_keymap

    apply(read_keymap(keymap_file()))
    written: set[str] = set()
    for title, commands in SCREENS.items():
        show(f"# {title}" if toml else title)
        for command in in_order(commands):
            if not toml:
                show(f"  {command.key_names:{WIDEST}}  {command.id:{WIDEST + 4}}  {command.help}")
            elif command.is_rebindable and command.id not in written:
                written.add(command.id)
                show("\n".join(_entry(command)))
        show("")


def _entry(command: "Command[Any]") -> Iterator[str]:
    """A command in a keymap file, with what it does."""
    yield f"# {command.help}"
    yield f"{command.id} = {json.dumps(list(command.keys), ensure_ascii=False)}"
