"""All commands of a screen. Where two share a key, the first that applies acts."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.binding import Binding

from alignbench.tui.commands.command import Command
from alignbench.tui.issues.commands import LISTING
from alignbench.tui.issues.filter_commands import SIFTING
from alignbench.tui.review.commands.decisions import DECIDING
from alignbench.tui.review.commands.findings import DOUBTING
from alignbench.tui.review.commands.glossary import TERMING
from alignbench.tui.review.commands.links import SHAPING
from alignbench.tui.review.commands.manual_linking import MARKING
from alignbench.tui.review.commands.navigation import MOVING
from alignbench.tui.review.commands.notes import NOTING
from alignbench.tui.review.commands.search_and_copy import LOOKING

GROUP_ORDER = (
    "Library", "Moving", "Deciding", "Changing links", "Linking by hand", "Findings",
    "Issues", "Finding and copying",
)  # fmt: skip
"""How help and docs/keys.md list them: what one needs first stands first."""
REVIEW_COMMANDS: tuple[Command[Any], ...] = (
    *MARKING, *LOOKING, *DECIDING, *MOVING, *SHAPING, *DOUBTING, *NOTING,
    *TERMING,
)  # fmt: skip
ISSUE_COMMANDS: tuple[Command[Any], ...] = (*SIFTING, *LISTING)
"""Of the list of findings and flags."""
FOOTER_ORDER = (
    "confirm-and-go-on", "next-doubtful", "findings-and-flags", "choose-candidate-1",
    "merge-with-next", "split", "reject", "flag-error", "undo", "search",
)  # fmt: skip
LIST_FOOTER_ORDER = (
    "go-to-pair", "flag-finding", "flag-finding-revised", "dismiss-finding",
    "dismiss-all-of-check", "reopen", "edit-flag", "remove-flag", "list-next-kind", "filter",
    "undo", "list-everything", "write-report", "back-to-pair",
)  # fmt: skip
"""The same in the list of findings and flags."""


def by_id(commands: Iterable[Command[Any]]) -> Mapping[str, Command[Any]]:
    """Commands by their keymap id."""
    return {command.id: command for command in commands}


def bindings(commands: Iterable[Command[Any]]) -> list[Binding]:
    """Their bindings, those of the footer in its order."""
    order = {name: at for at, name in enumerate(FOOTER_ORDER)}
    listed = list(commands)
    listed.sort(key=lambda command: order.get(command.id, -1))
    return [command.binding for command in listed if command.keys]


def in_order(commands: Iterable[Command[Any]]) -> list[Command[Any]]:
    """Commands as help and the palette list them."""
    return sorted(commands, key=lambda command: GROUP_ORDER.index(command.group))
