"""The `alignbench` command: its options, and the commands in the order people meet them."""

from pathlib import Path
from typing import Any

import click

from alignbench.cli.adapt import adapt
from alignbench.cli.align import align
from alignbench.cli.check import check
from alignbench.cli.demo import demo
from alignbench.cli.doctor import doctor
from alignbench.cli.embed import embed
from alignbench.cli.evaluate import evaluate
from alignbench.cli.export import export
from alignbench.cli.flag import flag
from alignbench.cli.import_ import import_command
from alignbench.cli.init import init
from alignbench.cli.keys import keys
from alignbench.cli.locate import locate
from alignbench.cli.models import models
from alignbench.cli.open import open_command, open_project
from alignbench.cli.output import READER_LEFT, silence_stdout
from alignbench.cli.report import report
from alignbench.cli.restore import restore
from alignbench.cli.revise import revise
from alignbench.cli.search import search
from alignbench.cli.settings import settings
from alignbench.cli.status import status
from alignbench.cli.term import term
from alignbench.cli.train import train
from alignbench.messages import t
from alignbench.version import __version__


class Ordered(click.Group):
    """A group whose help lists commands in the order they were added, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Names of the commands, most needed first."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away early is no error, and ends it quietly."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            silence_stdout()
            ctx.exit(READER_LEFT)


@click.group(
    cls=Ordered,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    metavar="DIR",
    help=t("The project's folder."),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, project: Path) -> None:
    """Align a Japanese text with its English version, and review the links.

    Without a command: open the workbench on the project in this folder. With no terminal
    attached, print the project's links as text instead.
    """
    context.obj = project
    if context.invoked_subcommand is None:
        open_project(project)


for command in (
    demo, init, import_command, open_command, status, search, export, align, check, report, flag,
    revise, term, settings, models, embed, train, adapt, evaluate, keys, locate, restore, doctor,
):  # fmt: skip
    cli.add_command(command)
