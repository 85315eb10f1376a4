"""What the pages say is there: their links, and the commands they tell people to type."""

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from alignbench.cli.main import cli

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TAUGHT = [ROOT / "README.md", ROOT / "docs" / "quickstart.md", ROOT / "docs" / "guide.md"]

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def page_id(page: Path) -> str:
    return str(page.relative_to(ROOT))


def prose(page: Path) -> str:
    return CODE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Anchors of the page's headings, made as code hosts make them."""
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(page: Path) -> Iterator[list[str]]:
    """Words of each `alignbench …` command line in the page's code, without the first."""
    for code in CODE.findall(page.read_text(encoding="utf-8")):
        for line in code.strip("`").splitlines():
            words = re.match(r"\s*(?:\$ )?(?:\.venv/bin/)?alignbench( .*|$)", line)
            if words and "…" not in line:
                yield shlex.split(words[1], comments=True)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_relative_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(prose(page)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        goal = (page.parent / name).resolve() if name else page
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            broken.append(target)
    assert not broken


def doors() -> list[str]:
    """Names in the first column of the table of doors in docs/design.md."""
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    table = page.partition("| door | gives |")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return re.findall(r"`([a-z_A-Z.]+)`", " ".join(cells))


@pytest.mark.parametrize("door", doors())
def test_the_doors_of_the_house_are_there(door: str) -> None:
    module, _, name = f"alignbench.{door}".rpartition(".")
    assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize("page", TAUGHT, ids=page_id)
def test_every_command_and_option_that_is_taught_exists(page: Path) -> None:
    taught = list(commands(page))
    assert taught
    for words in taught:
        check(cli, words)


def check(command: click.Command, words: list[str]) -> None:
    """Fail unless `command` has each option in `words`, and each subcommand its own."""
    options = {name: option for option in command.params for name in option.opts}
    options |= dict.fromkeys(("-h", "--help"), click.Option(["--help"], is_flag=True))
    rest = iter(words)
    for word in rest:
        if word in {"|", ">", "<", "&&"}:
            return
        if word.startswith("-"):
            name = word.partition("=")[0]
            assert name in options, f"alignbench {' '.join(words)}: no option {name}"
            option = options[name]
            if isinstance(option, click.Option) and not option.is_flag and "=" not in word:
                next(rest, None)
        elif isinstance(command, click.Group):
            assert word in command.commands, f"there is no `alignbench {word}`"
            check(command.commands[word], list(rest))
            return
