"""Importing pairs of files one after another, in a thread."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from alignbench.domain.errors import AlignbenchError, Cancelled
from alignbench.domain.progress import Progress
from alignbench.messages import t
from alignbench.project import Project
from alignbench.project.file_pairs import FilePair
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain


def import_pairs(
    app: App[Any], project: Project, pairs: Sequence[FilePair], then: Callable[[int], None]
) -> None:
    """Import `pairs` behind a dialog, then call `then` with how many have come in.

    A pair that fails is told and does not stop the others. Escape stops it; the pairs that are in
    by then stay.
    """
    troubles: list[AlignbenchError] = []
    imported: list[FilePair] = []

    def job(progress: Progress) -> None:
        from alignbench import embedding

        encoder = embedding.load(None, progress)
        for at, pair in enumerate(pairs):
            report = _shared(progress, pair.name, at, len(pairs))
            try:
                project.import_document(
                    pair.ja, pair.en, name=pair.name, encoder=encoder, progress=report
                )
            except Cancelled:
                raise
            except AlignbenchError as error:
                troubles.append(error)
            else:
                imported.append(pair)

    def finished(_: None) -> None:
        then(len(imported))
        for trouble in troubles:
            complain(app, trouble)

    def failed(error: AlignbenchError) -> None:
        finished(None)
        if isinstance(error, Cancelled) and imported:
            error = Cancelled(
                t(
                    "Stopped; {done} of {count} pairs are imported.",
                    done=len(imported),
                    count=len(pairs),
                )
            )
        complain(app, error)

    title = f"Importing {pairs[0].name}" if len(pairs) == 1 else f"Importing {len(pairs)} pairs"
    run_job(app, title, job, finished, failed)


def _shared(progress: Progress, name: str, at: int, pairs: int) -> Progress:
    """Progress of one pair as its share of all."""

    def report(stage: str, done: int, total: int) -> None:
        share = done / total if total else 0.0
        progress(f"{name}: {stage}", round(100 * (at + share)), 100 * pairs)

    return report
