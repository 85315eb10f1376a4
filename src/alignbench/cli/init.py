"""`alignbench init`: a project to begin with."""

from pathlib import Path

import click

from alignbench.cli.output import talk
from alignbench.messages import t


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[DIR]")
@click.pass_obj
def init(root: Path, folder: Path | None) -> None:
    """Make a project.

    In DIR, or else in the project's folder, make data/ja, data/en and db. What is there stays.
    """
    from alignbench.project import Project

    root = root if folder is None else folder
    Project.create(root).close()
    talk(
        t(
            "The folder {name} is a project. Put Japanese files into data/ja and "
            "their English versions, under the same names, into data/en; "
            "then run `alignbench` there.",
            name=root.resolve().name,
        )
    )
