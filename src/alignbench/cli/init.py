"""`alignbench init` and `alignbench demo`: projects to begin with."""

from pathlib import Path

import click

from alignbench.cli.open import open_project
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


@click.command()
def demo() -> None:
    """Open a copy of the sample project.

    It is thrown away at the end, with all that you did to it.
    """
    import tempfile

    from alignbench.cli.sample import copy_sample
    from alignbench.project import Project

    with tempfile.TemporaryDirectory(prefix="alignbench-demo-") as folder:
        root = Path(folder)
        copy_sample(root)
        Project.create(root).close()
        open_project(root)
