"""Choosing the model that new documents are aligned with."""

from typing import Any

from rich.text import Text
from textual.app import App

from alignbench.embedding.available_models import UsableModel, usable_models
from alignbench.messages import t
from alignbench.project import Project
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain

_MEGABYTE = 1_000_000


async def ask_model(app: App[Any], project: Project) -> None:
    """Ask for a model, load it, and use it for documents imported from now on."""
    found = list(usable_models(project.root))
    names = [each.name for each in found]
    now = project.models.chosen or "bundled"
    at = names.index(now) if now in names else 0
    answer = await app.push_screen_wait(
        Chooser(
            t("The model that new documents are aligned with"),
            [_line(each, each.name == names[at]) for each in found],
            t("enter chooses   esc leaves"), at=at,
            note=t(
                "A model turns sentences into numbers that say how close they are in meaning. "
                "`alignbench models download ORG/NAME` fetches others."
            ),
        )
    )  # fmt: skip
    if answer is None or answer[1] == at:
        return
    name = found[answer[1]].name
    chosen = "" if name == "bundled" else name
    run_job(
        app, t("Loading {name}", name=name),
        lambda progress: project.models.choose(chosen, progress),
        lambda encoder: app.notify(
            t("New documents are aligned with {name}.", name=encoder.name), markup=False
        ),
        lambda error: complain(app, error),
    )  # fmt: skip


def _line(model: UsableModel, chosen: bool) -> Text:
    line = Text("> " if chosen else "  ", no_wrap=True, overflow="ellipsis")
    line.append(printable(model.name), "bold" if chosen else "")
    size = t("{size:,.0f} MB", size=model.size / _MEGABYTE)
    speed = (
        t("{texts:,.0f} texts a second", texts=model.speed.texts)
        if model.speed
        else t("speed not measured")
    )
    return line.append(f"  {model.kind}  {size}  {speed}", "dim")
