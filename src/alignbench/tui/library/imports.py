"""Importing pairs of files one after another, in a thread."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.progress import Progress
from alignbench.messages import tn
from alignbench.project import Project, imports
from alignbench.project.file_pairs import FilePair
from alignbench.project.imports import Imported
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain


def import_pairs(
    app: App[Any], project: Project, pairs: Sequence[FilePair], then: Callable[[int], None]
) -> None:
    """Import `pairs` behind a dialog, then call `then` with how many have come in.

    A pair that fails is told and does not stop the others. Escape stops it; the pairs that are in
    by then stay.
    """
    outcomes: list[Imported] = []

    def job(progress: Progress) -> None:
        imports.import_pairs(project, pairs, progress, told=outcomes.append)

    def finished(_: None) -> None:
        then(sum(each.summary is not None for each in outcomes))
        for each in outcomes:
            if each.error is not None:
                complain(app, each.error)

    def failed(error: AlignbenchError) -> None:
        finished(None)
        complain(app, error)

    title = tn("Importing {name}", "Importing {count:,} pairs", len(pairs), name=pairs[0].name)
    run_job(app, title, job, finished, failed)
