"""Help: every key of the screen one came from, by group, made from the commands themselves."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from alignbench.tui.commands.command import Command
from alignbench.tui.wrapping import cells


class Help(ModalScreen[None]):
    """Keys and what they do."""

    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help VerticalScroll {
        width: 100; max-width: 96%; height: 90%;
        padding: 1 2; background: $panel; border: round $primary;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ,f1,question_mark,？", "dismiss", "close", id="help-close")
    ]

    def __init__(self, commands: Iterable[Command[Any]]) -> None:
        super().__init__()
        self._commands = list(commands)

    def compose(self) -> ComposeResult:
        """One long text that scrolls."""
        with VerticalScroll():
            yield Static(help_text(self._commands))


def help_text(commands: Iterable[Command[Any]]) -> Text:
    """The help of `commands`, by group in the order in which groups first come."""
    text = Text("Keys", "bold")
    text.append("   letters work in full width too; the mouse works everywhere\n", "dim")
    for group, members in grouped(commands):
        text.append(f"\n{group}\n", "bold underline")
        for command in members:
            pad = max(1, 16 - cells(command.key_names))
            text.append(f"  {command.key_names}{' ' * pad}", "bold")
            text.append(f"{command.title}: ", "")
            text.append(f"{command.help}\n", "dim")
    text.append("\nAnywhere\n", "bold underline")
    for key, what in ANYWHERE:
        text.append(f"  {key:16}", "bold")
        text.append(f"{what}\n", "dim")
    return text


ANYWHERE = (
    ("ctrl+p", "Every command by name; themes too"),
    ("?  f1", "This help"),
    ("ctrl+q", "Leave at once; everything is kept"),
)


def grouped(commands: Iterable[Command[Any]]) -> list[tuple[str, list[Command[Any]]]]:
    """Commands that help explains, by group."""
    explained = [command for command in commands if command.explained]
    order = list(dict.fromkeys(command.group for command in explained))
    explained.sort(key=lambda command: order.index(command.group))
    return [(group, list(members)) for group, members in groupby(explained, lambda c: c.group)]
