"""The keys of a screen's commands, for what is said to people."""

from typing import Any

from textual.screen import Screen


def key_of(screen: Screen[Any], command: str) -> str:
    """The key to name for a command (by its id) that `screen` has now; empty if it has none."""
    actives = screen.active_bindings.values()
    return next((a.binding.key_display or "" for a in actives if a.binding.id == command), "")
