"""The line at the bottom: the keys one is likely to need now, as many as fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from alignbench.tui.widgets import glyphs
from alignbench.tui.wrapping import cells

BETWEEN = 2
"""DocumentBand between two keys."""
ALWAYS = 2
"""How many hints at the end are never left out: the palette and the help."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as shown: Textual's name for it, the name people read, what it does, and at length."""

    key: str
    shown: str
    label: str
    tooltip: str = ""

    @property
    def width(self) -> int:
        """DocumentBand it takes."""
        return cells(self.shown) + 1 + cells(self.label)


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The first hints that fit in `width` cells; the last, which lead to all others, always."""
    others, last = hints[:-ALWAYS], hints[-ALWAYS:]
    left = width - sum(hint.width for hint in last) - BETWEEN * (len(last) - 1)
    kept = []
    for hint in others:
        left -= hint.width + BETWEEN
        if left < 0:
            break
        kept.append(hint)
    return [*kept, *last]


class KeyLine(Widget):
    """Keys and what they do, each of which can be clicked.

    Textual's own footer mounts a widget for each key whenever another row is chosen, and lets what
    does not fit run out of sight.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    def __init__(self, order: Sequence[str] = (), id: str | None = None) -> None:
        """`order`: ids of bindings as they should stand; those not named come after them."""
        super().__init__(id=id)
        self._order = {name: at for at, name in enumerate(order)}
        self._hints: tuple[Hint, ...] = ()

    def on_mount(self) -> None:
        """Keep up with what applies."""
        self.screen.bindings_updated_signal.subscribe(self, self._look)

    def _look(self, screen: Screen[object]) -> None:
        hints: dict[str, Hint] = {}
        for active in sorted(screen.active_bindings.values(), key=self._rank):
            binding = active.binding
            if binding.show and active.enabled and binding.action not in hints:
                shown = glyphs.key_name(self.app.get_key_display(binding))
                if shown == "?" and isinstance(screen.focused, Input):
                    shown = "f1"  # ? is a letter there
                hints[binding.action] = Hint(
                    binding.key, shown, binding.description, active.tooltip
                )
        if (now := tuple(hints.values())) != self._hints:
            self._hints = now
            self.refresh()

    def _rank(self, active: ActiveBinding) -> int:
        return self._order.get(active.binding.id or "", len(self._order))

    def render(self) -> Text:
        """As many as fit."""
        text = Text(no_wrap=True)
        key = f"bold {self.app.theme_variables.get('primary', '')}"
        for hint in fitting(self._hints, self.size.width):
            text.append(" " * BETWEEN if text else "")
            part = Text(style=Style(meta={"key": hint.key}))
            part.append(hint.shown, key).append(f" {hint.label}")
            text.append_text(part)
        return text

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the key under the mouse."""
        key = event.style.meta.get("key")
        self.tooltip = next((hint.tooltip for hint in self._hints if hint.key == key), None)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)
