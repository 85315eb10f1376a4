"""docs/cli.md is what the commands say of themselves."""

from pathlib import Path

import click
import pytest

from alignbench.cli.main import cli
from alignbench.cli.reference import commands, explained, marked, page, written
from tests.cli.examples import Call

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
COMMANDS = list(commands("alignbench", cli))


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(cli), "run `make docs`"


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_has_help(name: str, command: click.Command) -> None:
    assert command.help
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert all(option.help and option.help.endswith(".") for option in options)


def test_the_list_of_commands_cuts_no_sentence_short(call: Call) -> None:
    done = call("--help")
    assert done.code == 0
    listed = done.out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(cli.commands)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize(("name", "command"), COMMANDS[1:])
def test_every_command_answers_for_itself(call: Call, name: str, command: click.Command) -> None:
    for option in ("-h", "--help"):
        done = call(*name.split()[1:], option)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"Usage: {name}")


def test_an_option_in_the_table() -> None:
    option = click.Option(
        ["-s", "--side"], type=click.Choice(["ja", "en"]), default="ja", show_default=True,
        help="Which side; see --limit.",
    )  # fmt: skip
    assert written(option) == r"`-s`, `--side ja\|en`"
    assert explained(option) == "Which side; see `--limit`. Default: `ja`."


def test_what_is_code_already_stays() -> None:
    assert marked("Use `align -f beads` or --json.") == "Use `align -f beads` or `--json`."
