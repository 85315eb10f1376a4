"""docs/keys.md says what the commands say."""

from pathlib import Path

from alignbench.tui.dialogs.help import grouped
from alignbench.tui.library.commands import LIBRARY_COMMANDS
from alignbench.tui.reference import page
from alignbench.tui.review.commands.all_commands import REVIEW_COMMANDS

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == page(), "run `make docs`"


def test_every_command_that_help_explains_is_on_it() -> None:
    text = page()
    for commands in (REVIEW_COMMANDS, LIBRARY_COMMANDS):
        for _, members in grouped(commands):
            for command in members:
                assert f"`{command.id}`" in text
                assert command.help.rstrip(".").replace("|", "\\|") in text
