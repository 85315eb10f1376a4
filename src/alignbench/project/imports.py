"""Taking pairs of files into a project: the one way in, for the workbench and the command line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignbench.domain.errors import AlignbenchError, Cancelled, ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.domain.summary import DocumentSummary
from alignbench.messages import t
from alignbench.pipeline.file_alignment import ReadOptions
from alignbench.project.file_pairs import FilePair

if TYPE_CHECKING:
    from alignbench.project.project import Project

_PARTS = 100
"""Steps of progress that one pair counts for."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a pair: the numbers of its document, or why it could not be imported."""

    pair: FilePair
    summary: DocumentSummary | None = None
    error: AlignbenchError | None = None


Told = Callable[[Imported], object]


def _nobody(_: Imported) -> None:
    """Tell nobody."""


def import_pairs(
    project: "Project",
    pairs: Sequence[FilePair],
    progress: Progress = silent,
    *,
    model: str | None = None,
    options: ReadOptions | None = None,
    told: Told = _nobody,
) -> list[Imported]:
    """Import `pairs` one after another with `model`, or with the one the project has chosen.

    A pair that fails does not stop the others; `told` hears of each as it is done. The model is
    loaded when the first pair has been read.

    Raises:
        ModelError: the model cannot be used, for any pair. Cancelled: `progress` said so; the
            pairs that were in by then stay.
    """
    outcomes: list[Imported] = []
    for at, pair in enumerate(pairs):
        try:
            summary = project.import_document(
                pair.ja,
                pair.en,
                name=pair.name,
                model=model,
                options=options,
                progress=_share(progress, pair.name, at, len(pairs)),
            )
            outcome = Imported(pair, summary)
        except (Cancelled, KeyboardInterrupt) as error:
            if done := sum(each.summary is not None for each in outcomes):
                raise Cancelled(
                    t("Stopped; {done} of {count} pairs are imported.", done=done, count=len(pairs))
                ) from error
            raise
        except ModelError:
            raise
        except AlignbenchError as error:
            outcome = Imported(pair, error=error)
        outcomes.append(outcome)
        told(outcome)
    return outcomes


def _share(progress: Progress, name: str, at: int, pairs: int) -> Progress:
    """Progress of one pair as its share of all."""
    if pairs == 1:
        return progress

    def report(stage: str, done: int, total: int) -> None:
        share = done / total if total else 0.0
        progress(f"{name}: {stage}", round(_PARTS * (at + share)), _PARTS * pairs)

    return report
