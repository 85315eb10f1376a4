"""The command: name, keys, footer label, help and action of one thing a person can do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from textual.binding import Binding
from textual.keys import format_key

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_SHORT = {
    "pagedown": "pgdn", "pageup": "pgup", "enter": "enter", "escape": "esc", "delete": "del",
    "shift+down": "shift+↓", "shift+up": "shift+↑",
}  # fmt: skip

ControlsT = TypeVar("ControlsT")


def always(_: Any) -> bool:
    """Whatever is the case."""
    return True


@dataclass(eq=False, slots=True, kw_only=True)
class Command(Generic[ControlsT]):
    """A thing to do with the controls of one screen."""

    id: str
    """The name for keymaps, which never changes."""
    title: str
    """The name for people."""
    help: str
    """One sentence on what it does: in the palette, the help, docs/keys.md and as a tooltip."""
    keys: tuple[str, ...]
    """Textual's names or single characters, the one to show first. A character works in its full
    width too, as a Japanese input method types it."""
    run: Callable[[ControlsT], object]
    group: str
    """Heading in the help: one of `groups.ORDER`."""
    footer: str = ""
    """Label in the footer; without one it is not shown there."""
    applies: Callable[[ControlsT], bool] = always
    """Whether its keys mean this now."""
    offered: Callable[[ControlsT], bool] | None = None
    """Whether the palette lists it now; None: where it applies."""
    modes: frozenset[Enum | None] = frozenset({None})
    """The modes of its screen in which it may apply."""
    on_row: bool = False
    """Whether it does something to what is chosen, which then must be in sight."""
    after: str = ""
    """The id of the command whose key must be pressed first."""
    shown_keys: str = ""
    """How help shows the keys of several commands that are explained as one."""
    explained: bool = True
    """Whether help lists it."""
    is_rebindable: bool = True
    """Whether a keymap may give it other keys."""

    @property
    def key_names(self) -> str:
        """The keys for people."""
        return self.shown_keys or self.own_keys

    @property
    def own_keys(self) -> str:
        """Its own keys for people, also where help explains it with others."""
        if self.after:
            return self.shown_keys
        return "  ".join(_SHORT.get(key, format_key(key)) for key in self.keys)

    @property
    def first_key(self) -> str:
        """The key to name where there is room for one."""
        return self.key_names.split("  ")[0]

    def rebind(self, keys: Iterable[str]) -> None:
        """Have other keys from now on; screens made before keep the old ones."""
        self.keys, self.shown_keys = tuple(keys), ""

    @property
    def binding(self) -> Binding:
        """All keys, bound to the screen's action for commands."""
        return Binding(
            ",".join(_with_wide(self.keys)),
            f"command('{self.id}')",
            self.footer or self.title,
            show=bool(self.footer),
            key_display=self.first_key.split()[-1] if self.after else self.first_key,
            tooltip=self.help,
            id=self.id,
        )

    def is_offered(self, controls: ControlsT) -> bool:
        """Whether the palette lists it now."""
        return (self.offered or self.applies)(controls)


def _with_wide(keys: Iterable[str]) -> Iterable[str]:
    for key in keys:
        yield key
        if key == "space":
            yield "ideographic_space"
        elif len(key) == 1:
            yield key.translate(_WIDE)


def bindings(commands: Iterable[Command[Any]], footer: Iterable[str] = ()) -> list[Binding]:
    """Their bindings, those of the footer in the order of ids `footer`."""
    order = {name: at for at, name in enumerate(footer)}
    listed = sorted(commands, key=lambda command: order.get(command.id, -1))
    return [command.binding for command in listed if command.keys]


def by_id(commands: Iterable[Command[Any]]) -> dict[str, Command[Any]]:
    """Commands by their keymap id."""
    return {command.id: command for command in commands}
