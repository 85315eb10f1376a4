"""`alignbench demo`: a throw-away copy of the sample project, opened."""

from pathlib import Path

import click

from alignbench.cli.open import open_project


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
