"""The palette: every command that applies now, by group, with its keys and what it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from rich.text import Text
from textual.app import App, SystemCommand
from textual.screen import Screen

from alignbench.messages import t
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.groups import in_order
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.widgets import glyphs
from alignbench.tui.wrapping import cells

GROUP = 20
TITLE = 36
LESS = 30
KEYS = 14
"""Cells of the columns."""
ELSEWHERE = {
    "import-files": "", "choose-model": "", "project-issues": "",
    "statistics": t("Statistics of all documents"),
}  # fmt: skip
"""Commands of the library that make sense from a document, and what they are called there where it
has another thing of that name."""
NARROW = 100
"""Below this many cells the group gives way."""
WIDE = 150
"""From this many cells on what a command does stands beside it; below the lines it always does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette."""

    group: str
    title: str
    keys: str
    help: str
    run: Callable[[], Any]

    def line(self, width: int) -> Text:
        """The entry on a screen `width` cells wide."""
        text = Text(no_wrap=True, overflow="ellipsis")
        if width >= NARROW:
            text.append(_filled(self.group, GROUP), "dim")
        text.append(_filled(self.title, TITLE if width >= NARROW else LESS), "bold")
        if width < WIDE:
            return text.append(self.keys)
        return text.append(_filled(self.keys, KEYS)).append(self.help, "dim")


def palette(entries: Iterable[Entry], width: int) -> Chooser:
    """The palette of these entries, in which one types at once."""
    entries = list(entries)
    return Chooser(
        t("Every command"), [each.line(width) for each in entries],
        t("type to find   arrows   enter does it   esc leaves"), typing=True,
        details=[each.help for each in entries],
    )  # fmt: skip


def entries_of(screen: CommandScreen[Any]) -> Iterable[Entry]:
    """The commands of `screen`, the one below the palette, with their keys and help."""
    for command in in_order(screen.commands.values()):
        if command.is_offered(screen.controls):
            yield Entry(
                command.group, command.title, glyphs.key_name(command.own_keys), command.help,
                partial(screen.action_command, command.id),
            )  # fmt: skip


def all_entries(
    app: App[Any], screen: Screen[Any], show_library: Callable[[], object]
) -> list[Entry]:
    """The commands of `screen`, if it has some, and what the library does once it is shown."""
    own = entries_of(screen) if isinstance(screen, CommandScreen) else ()
    return [*own, *library_entries(app, screen, show_library)]


def marks_title() -> str:
    """Both names of the marks, so that either is found."""
    if glyphs.is_ascii():
        return t("Marks as drawn (now in ASCII)")
    return t("Marks in ASCII (now as drawn)")


def library_entries(
    app: App[Any], screen: Screen[Any], show_library: Callable[[], object]
) -> Iterable[Entry]:
    """What only the library does, from any other screen: it goes there and does it."""
    from alignbench.tui.library.commands import LIBRARY_COMMANDS

    known = getattr(screen, "commands", {})
    if all(command.id in known for command in LIBRARY_COMMANDS):
        return
    for command in in_order(LIBRARY_COMMANDS):
        own = ELSEWHERE.get(command.id)
        if own or (own is not None and command.id not in known):
            yield Entry(
                command.group, own or command.title,
                "" if own else glyphs.key_name(command.own_keys),
                t("In the library: {help}", help=command.help),
                partial(_do, app, show_library, command.id),
            )  # fmt: skip


def _do(app: App[Any], show_library: Callable[[], object], command: str) -> None:
    show_library()
    library = app.screen
    assert isinstance(library, CommandScreen)
    library.call_after_refresh(library.action_command, command)


def palette_entries(screen: CommandScreen[Any]) -> Iterable[SystemCommand]:
    """The same as Textual's own palette has them."""
    for each in entries_of(screen):
        title = f"{each.title}  ({each.keys})" if each.keys else each.title
        yield SystemCommand(title, each.help, each.run)


def _filled(text: str, room: int) -> str:
    return text + " " * max(2, room - cells(text))
