"""The `alignbench` command: its options, and the commands in the order people meet them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from alignbench.cli.command_table import CommandTable
from alignbench.cli.open import open_command, open_project
from alignbench.cli.output import READER_LEFT, silence_stdout
from alignbench.messages import t
from alignbench.version import __version__

PROJECT_OPTIONS = ("-C", "--project")
COMMANDS = CommandTable(
    {
        "demo": "demo:demo",
        "init": "init:init",
        "import": "import_:import_command",
        "open": "open:open_command",
        "status": "status:status",
        "search": "search:search",
        "export": "export:export",
        "align": "align:align",
        "check": "check:check",
        "report": "report:report",
        "flag": "flag:flag",
        "revise": "revise:revise",
        "term": "term:term",
        "settings": "settings:settings",
        "models": "models:models",
        "embed": "embed:embed",
        "train": "train:train",
        "adapt": "adapt:adapt",
        "evaluate": "evaluate:evaluate",
        "keys": "keys:keys",
        "locate": "locate:locate",
        "restore": "restore:restore",
        "doctor": "doctor:doctor",
    }
)


def project_first(args: Sequence[str]) -> list[str]:
    """Arguments with `-C DIR` at their beginning, wherever before a `--` it stands."""
    end = list(args).index("--") if "--" in args else len(args)
    front: list[str] = []
    rest: list[str] = []
    at = 0
    while at < end:
        if args[at] in PROJECT_OPTIONS and at + 1 < end:
            front += args[at : at + 2]
            at += 2
        else:
            rest.append(args[at])
            at += 1
    return [*front, *rest, *args[end:]]


def document_names(root: Path) -> list[str]:
    """The documents of the project in a folder; none where there is no project."""
    if not (root / "db" / "alignbench.db").is_file():
        return []
    from alignbench.domain.errors import AlignbenchError
    from alignbench.project import Project

    try:
        with Project.open(root) as project:
            return [summary.name for summary in project.documents()]
    except AlignbenchError:
        return []


class Ordered(click.Group):
    """A group whose help lists commands in the order they were added, not by the alphabet."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `-C DIR` after a command's name as before it."""
        return super().parse_args(ctx, project_first(args))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Names of the commands, most needed first."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called; a document's name alone opens it."""
        root = Path(ctx.params.get("project") or ".")
        alone = len(args) == 1 and self.get_command(ctx, args[0]) is None
        if alone and args[0] in document_names(root):
            return "open", open_command, args
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away early is no error, and ends it quietly."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            silence_stdout()
            ctx.exit(READER_LEFT)


@click.group(
    cls=Ordered,
    commands=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default=t("this folder"),
    metavar="DIR",
    help=t("The project's folder."),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, project: Path) -> None:
    """Align a Japanese text with its English version, and review the links.

    Without a command: open the workbench on the project in this folder. With no terminal
    attached, print the project's links as text instead. A document's name alone opens it.
    """
    context.obj = project
    if context.invoked_subcommand is None:
        open_project(project)
