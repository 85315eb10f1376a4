"""docs/cli.md from the commands themselves: `python -m alignbench.cli.reference docs/cli.md`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from alignbench.cli.main import cli

HEAD = """\
# The command line

<!-- Made by `make docs` from the help of the commands. Change that, not this page. -->

`alignbench` alone opens the workbench on the project in this folder; the commands below do the \
rest. Each says the same of itself with `--help`.

**Data and talk.** Results go to standard output, everything else to standard error: what was \
left out, errors, and a progress bar where a terminal is attached and the work takes more than a \
second. A file named with `-o` is put in place when it is whole; if anything goes wrong, what \
stood there stays.

**Exit codes**

| code | |
|---|---|
| 0 | done |
| 1 | it could not be done; standard error says in a sentence what failed and what to do |
| 2 | the command line was not understood |
| 130 | cancelled with <kbd>ctrl+c</kbd>; nothing was written |
| 141 | whoever read the output went away, as in <code>alignbench search … &#124; head</code> |

**Environment**

| variable | |
|---|---|
| `ALIGNBENCH_DEBUG=1` | show the traceback of an error |
| `ALIGNBENCH_CONFIG` | the folder in which `keys.toml`, your own keys, is looked for |
| `ALIGNBENCH_STATE` | the folder in which the theme and what is known of models are kept |
| `HF_HUB_CACHE`, `HF_HOME` | where the Hugging Face hub's models are on this machine |
| `HF_HUB_OFFLINE=1` | let not even `alignbench models download` use the network |
"""


def page(group: click.Group) -> str:
    """The whole page, in Markdown."""
    sections = ("".join(section(*each)) for each in commands("alignbench", group))
    return "\n".join([HEAD, *sections])


def commands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command by its whole name, then those it holds, theirs and so on."""
    yield name, command
    if isinstance(command, click.Group):
        for word, held in command.commands.items():
            yield from commands(f"{name} {word}", held)


def section(name: str, command: click.Command) -> Iterator[str]:
    """A heading, how the command is written, what it does, and its options."""
    options = [param for param in command.params if isinstance(param, click.Option)]
    yield f"## {name}\n\n```\n{' '.join(_usage(name, command))}\n```\n"
    for paragraph in (command.help or "").split("\n\n"):
        yield f"\n{marked(_unwrapped(paragraph))}\n"
    if options:
        yield "\n| option | |\n|---|---|\n"
        for option in options:
            yield f"| {written(option)} | {explained(option)} |\n"


def _usage(name: str, command: click.Command) -> Iterator[str]:
    """The words of a command line: what must be given, and where the rest goes."""
    yield name
    if any(isinstance(param, click.Option) and not param.required for param in command.params):
        yield "[OPTIONS]"
    for param in command.params:
        if isinstance(param, click.Argument):
            word = (param.metavar or (param.name or "").upper()).strip("[]")
            yield word if param.required else f"[{word}]"
        elif param.required:
            yield f"{param.opts[-1]} {_value(param)}"
    if isinstance(command, click.Group):
        yield "[COMMAND …]"


def written(option: click.Option) -> str:
    """How an option is written, as a cell of the table."""
    value = "" if option.is_flag else f" {_value(option)}"
    *short, last = option.opts
    return _cell(", ".join([*(f"`{name}`" for name in short), f"`{last}{value}`"]))


def explained(option: click.Option) -> str:
    """What an option does and what holds without it, as a cell of the table."""
    default = option.show_default
    if default is True:
        default = f"`{option.default}`"
    does = marked(_unwrapped(option.help or ""))
    return _cell(f"{does} Default: {default}." if default else does)


def _value(option: click.Parameter) -> str:
    """What follows an option: its choices, or a word for what it takes."""
    if isinstance(option.type, click.Choice):
        return "|".join(map(str, option.type.choices))
    return option.metavar or ("N" if isinstance(option.type, click.IntRange) else "TEXT")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _unwrapped(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text.strip())


def marked(text: str) -> str:
    """Options named in a help text, set as code unless they stand in code already."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        part if part.startswith("`") else re.sub(r"(?<![\w-])(--?[a-z][\w-]*)", r"`\1`", part)
        for part in parts
    )


def main() -> None:
    """Write the page to the file named on the command line."""
    Path(sys.argv[1]).write_text(page(cli), encoding="utf-8")


if __name__ == "__main__":
    main()
