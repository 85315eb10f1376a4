"""The command: name, keys, footer label, help and deed of one thing a person can do, in one place.

The class name is what people read ("ConfirmAndGoOn" is "Confirm and go on") and, in kebab case, the
id by which a keymap may give it other keys. The docstring is its help in the palette, the footer's
tooltip, the help screen and docs/keys.md.
"""

import re
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding
from textual.keys import format_key
from textual.screen import Screen

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
NAMES = frozenset({"English", "Japanese"})
_SHORT = {
    "pagedown": "pgdn", "pageup": "pgup", "enter": "enter", "escape": "esc", "delete": "del",
    "shift+down": "shift+↓", "shift+up": "shift+↑",
}  # fmt: skip

ScreenT = TypeVar("ScreenT", bound=Screen[Any])


class Command(Generic[ScreenT]):
    """A thing to do on screens of one type."""

    keys: tuple[str, ...]
    """Textual's names or single characters, the one to show first. A character works in its full
    width too, as a Japanese input method types it."""
    group: ClassVar[str]
    """Heading in the help."""
    footer: str = ""
    """Label in the footer; without one it is not shown there."""
    shown_keys: str = ""
    """How help shows the keys of several commands that are explained as one."""
    explained: bool = True
    """Whether help lists it."""
    is_rebindable: bool = True
    """Whether a keymap may give it other keys."""

    @property
    def title(self) -> str:
        """The name for people."""
        words = re.findall(r"[A-Z][a-z]*", type(self).__name__)
        return " ".join(
            [words[0], *(word if word in NAMES else word.lower() for word in words[1:])]
        )

    @property
    def id(self) -> str:
        """The name for keymaps."""
        return self.title.lower().replace(" ", "-")

    @property
    def help(self) -> str:
        """One line on what it does."""
        return " ".join((type(self).__doc__ or "").split("\n\n")[0].split())

    @property
    def key_names(self) -> str:
        """The keys for people."""
        return self.shown_keys or "  ".join(_SHORT.get(key, format_key(key)) for key in self.keys)

    @property
    def first_key(self) -> str:
        """The key to name where there is room for one."""
        return self.key_names.split("  ")[0]

    def rebind(self, keys: Iterable[str]) -> None:
        """Have other keys from now on; screens made before keep the old ones."""
        self.keys, self.shown_keys = tuple(keys), ""

    @property
    def palette_keys(self) -> str:
        """The keys as the palette shows them."""
        return self.key_names

    @property
    def binding(self) -> Binding:
        """All keys, bound to the screen's action for commands."""
        return Binding(
            ",".join(_with_wide(self.keys)),
            f"command('{self.id}')",
            self.footer or self.title,
            show=bool(self.footer),
            key_display=self.first_key,
            tooltip=self.help,
            id=self.id,
        )

    def applies(self, screen: ScreenT) -> bool:
        """Whether its keys mean this now."""
        raise NotImplementedError

    def is_offered(self, screen: ScreenT) -> bool:
        """Whether the palette lists it now."""
        return self.applies(screen)

    def run(self, screen: ScreenT) -> None:
        """Do it."""
        raise NotImplementedError


def _with_wide(keys: Iterable[str]) -> Iterable[str]:
    for key in keys:
        yield key
        if key == "space":
            yield "ideographic_space"
        elif len(key) == 1:
            yield key.translate(_WIDE)
