"""`alignbench locate`: where things are on this machine."""

from pathlib import Path

import click

from alignbench.cli.output import show
from alignbench.messages import t
from alignbench.system.user_folders import state_folder


@click.command()
@click.argument("what", required=False, metavar="[WHAT]")
@click.pass_obj
def locate(root: Path, what: str | None) -> None:
    """Print where things are.

    These are the project, its database, the bundled model, the sample's texts, and the folder of
    the workbench's state and the file of your own keys. With WHAT (project, database, model,
    sample, state, keys) only that path.
    """
    places = locations(root)
    if what is None:
        width = max(map(len, places))
        for name, path in places.items():
            show(f"{name:{width}}  {path}")
    elif what in places:
        show(str(places[what]))
    else:
        raise click.UsageError(
            t("There is no {what}; known are {places}.", what=repr(what), places=", ".join(places))
        )


def locations(root: Path) -> dict[str, Path]:
    """Every place by its name."""
    from alignbench.cli.sample import sample_data
    from alignbench.embedding.loader import BUNDLED
    from alignbench.tui.commands.keymap_file import keymap_file

    return {
        "project": root.resolve(),
        "database": root.resolve() / "db" / "alignbench.db",
        "model": BUNDLED,
        "sample": sample_data(),
        "state": state_folder(),
        "keys": keymap_file(),
    }
