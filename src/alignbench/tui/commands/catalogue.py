"""All commands, by the screen that has them."""

from collections.abc import Mapping
from typing import Any

from alignbench.messages import t
from alignbench.tui.commands.command import Command, by_id
from alignbench.tui.issues.commands import ISSUE_COMMANDS
from alignbench.tui.library.commands import LIBRARY_COMMANDS
from alignbench.tui.review.commands.all_commands import REVIEW_COMMANDS

SCREENS: Mapping[str, tuple[Command[Any], ...]] = {
    t("In the library"): LIBRARY_COMMANDS,
    t("In a document"): REVIEW_COMMANDS,
    t("In the list of findings and flags"): ISSUE_COMMANDS,
}


def every_command() -> dict[str, Command[Any]]:
    """All commands by id; of those that several screens have, the first screen's."""
    known: dict[str, Command[Any]] = {}
    for commands in SCREENS.values():
        known = {**by_id(commands), **known}
    return known
