"""Importing files one after another, in a thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from alignbench.domain.errors import AlignbenchError, InputError
from alignbench.domain.progress import Progress
from alignbench.messages import t, tn
from alignbench.project import Project, imports
from alignbench.project.file_pairs import FilePair
from alignbench.project.imports import Imported
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain


def import_pairs(
    app: App[Any], project: Project, pairs: Sequence[FilePair], then: Callable[[int], None],
    bilingual: Sequence[Path] = (),
) -> None:  # fmt: skip
    """Import `pairs` and `bilingual` files behind a dialog; `then` hears how many have come in.

    A pair that fails is told and does not stop the others. Escape stops it; the pairs that are in
    by then stay.
    """
    outcomes: list[Imported] = []
    alone: list[str] = []
    failures: list[AlignbenchError] = []

    def job(progress: Progress) -> None:
        imports.import_pairs(project, pairs, progress, told=outcomes.append)
        for path in bilingual:
            progress(t("reading"), 0, 0)
            try:
                alone.append(project.import_bilingual(path).name)
            except InputError as error:
                failures.append(error)

    def finished(_: None) -> None:
        then(sum(each.summary is not None for each in outcomes) + len(alone))
        for told in failures:
            complain(app, told)
        for each in outcomes:
            if each.error is not None:
                complain(app, each.error)

    def failed(error: AlignbenchError) -> None:
        finished(None)
        complain(app, error)

    names = [*(pair.name for pair in pairs), *(path.name for path in bilingual)]
    title = tn("Importing {name}", "Importing {count:,} documents", len(names), name=names[0])
    run_job(app, title, job, finished, failed)
