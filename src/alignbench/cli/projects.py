"""`alignbench init` and `alignbench demo`: projects to begin with."""

import tempfile
from pathlib import Path

import click

from alignbench.cli.opening import open_project
from alignbench.cli.output import talk


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
def init(folder: Path) -> None:
    """Make a project in DIR (this folder by default): data/ja, data/en and db."""
    from alignbench.review import Project

    project = Project.create(folder)
    talk(
        f"A project is in {project.root}. Put Japanese files into data/ja and their English "
        "versions, under the same names, into data/en; then run `alignbench` there."
    )


@click.command()
def demo() -> None:
    """Open a throw-away copy of the sample project; what you do to it is forgotten at the end."""
    from alignbench.cli.sample import copy_sample
    from alignbench.review import Project

    with tempfile.TemporaryDirectory(prefix="alignbench-demo-") as folder:
        root = Path(folder)
        copy_sample(root)
        Project.create(root).close()
        open_project(root)
