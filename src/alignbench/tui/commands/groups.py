"""The headings under which help, palette and docs/keys.md list commands."""

from collections.abc import Iterable
from typing import Any

from alignbench.messages import t
from alignbench.tui.commands.command import Command

LIBRARY = t("Library")
MOVING = t("Moving")
DECIDING = t("Deciding")
LINKS = t("Changing links")
BY_HAND = t("Linking by hand")
FINDINGS = t("Findings")
WORDING = t("Better English")
ISSUES = t("Notes and flags")
SEARCH = t("Finding and copying")
DOCUMENT = t("The whole document")
PROJECT = t("The whole project")

ORDER = (
    LIBRARY, MOVING, DECIDING, LINKS, BY_HAND, FINDINGS, WORDING, ISSUES, SEARCH, DOCUMENT, PROJECT,
)  # fmt: skip
"""What one needs first stands first."""


def in_order(commands: Iterable[Command[Any]]) -> list[Command[Any]]:
    """Commands as help and the palette list them."""
    return sorted(commands, key=lambda command: ORDER.index(command.group))
