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
    numbers = t(
        "Learned from {learned} confirmed pairs. Of {held_out} others, each sentence's "
        "translation is found by the bundled model in {bundled:.1%}, by the model in use "
        "in {in_use:.1%}, by the adapted one in {adapted:.1%}.",
        learned=result.learned,
        held_out=result.held_out,
        bundled=result.bundled,
        in_use=result.in_use,
        adapted=result.adapted,
    )
    if result.switched:
        return t(
            "{numbers}\nThis project uses the adapted model from now on (models/adapted).",
            numbers=numbers,
        )
    return t("{numbers}\nNo gain: nothing was changed.", numbers=numbers)
