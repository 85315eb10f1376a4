"""`alignbench adapt`: the project's own model, learned from what has been confirmed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.output import talk
from alignbench.cli.progress import progress_bar
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.project.adapt import Adaptation


@click.command()
@click.option(
    "--undo", is_flag=True, help=t("Go back to the bundled model; delete the adapted one.")
)
@click.option("--seed", type=int, default=0, show_default=True, help=t("Seed of the training."))
@click.pass_obj
def adapt(root: Path, undo: bool, seed: int) -> None:
    """Fine-tune the bundled model on this project's confirmed links.

    The adapted model stays in the project, in models/adapted, and is used from then on, but only
    if it finds more translations among confirmed pairs it has not seen than the model in use
    does. Links that are there stay as they are.
    """
    from alignbench.project import Project
    from alignbench.project import adapt as work

    with Project.open(root) as project:
        if undo:
            work.forget(project)
            talk(t("This project uses the bundled model again."))
            return
        from alignbench.embedding.training.adaptation import AdaptingOptions

        with progress_bar() as progress:
            result = work.adapt(project, AdaptingOptions(seed=seed), progress)
    talk(_said(result))


def _said(result: "Adaptation") -> str:
    numbers = (
        f"Learned from {result.learned} confirmed pairs. Of {result.held_out} others, each "
        f"sentence's translation is found by the bundled model in {result.bundled:.1%}, "
        f"by the model in use in {result.in_use:.1%}, by the adapted one in {result.adapted:.1%}."
    )
    if result.switched:
        return f"{numbers}\nThis project uses the adapted model from now on (models/adapted)."
    return f"{numbers}\nNo gain: nothing was changed."
