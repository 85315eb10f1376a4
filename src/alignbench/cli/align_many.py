"""`alignbench align --pairs`: many pairs of files, one after another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.bitext_options import Target, account, format_of, save
from alignbench.cli.output import talk
from alignbench.domain.errors import AlignbenchError, Cancelled, InputError
from alignbench.domain.progress import Progress
from alignbench.exchange.bitext_files import STATES
from alignbench.exchange.selection import Wanted
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder
    from alignbench.exchange.pair import Pair
    from alignbench.pipeline.file_alignment import AlignedDocument, ReadOptions

_HINT = t(
    "One pair a line: the Japanese file, the English file and the file to write, tabs between."
)


@dataclass(frozen=True, slots=True)
class Job:
    """One pair of files, and where its links go."""

    ja: Path
    en: Path
    target: Target


def read_list(path: Path, target: Target, *, named: bool) -> list[Job]:
    """The pairs that a list names; its paths are taken from its own folder on.

    Each file is written as `target` says, in the format that its suffix names unless the format
    was `named`. Empty lines and lines that start with # are left out.

    Raises:
        InputError: the list cannot be read, has a line that is no pair, or a file to write twice.
    """
    from alignbench import documents

    try:
        lines = documents.read_bytes(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(
            t("{path} is not a list of pairs: it is not UTF-8.", path=path), _HINT
        ) from error
    jobs: list[Job] = []
    taken: set[Path] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 3 or not all(cells):
            raise InputError(
                t("{path}: line {number} does not name three files.", path=path, number=number),
                _HINT,
            )
        ja, en, out = (path.parent / cell for cell in cells)
        if out.resolve() in taken:
            raise InputError(
                t(
                    "{path}: line {number} writes {out} a second time.",
                    path=path,
                    number=number,
                    out=out,
                ),
                _HINT,
            )
        taken.add(out.resolve())
        name = target.format_name if named else format_of(out)
        jobs.append(Job(ja, en, replace(target, path=out, format_name=name)))
    if not jobs:
        raise InputError(t("{path} is empty.", path=path), _HINT)
    return jobs


def align_all(
    jobs: Sequence[Job], options: "ReadOptions", encoder: "Encoder", progress: Progress
) -> None:
    """Align all pairs; those that fail are named on standard error.

    Raises:
        AlignbenchError: some failed; the others are written.
    """
    failed = 0
    for done, job in enumerate(jobs):
        try:
            _align_one(job, options, encoder, _counted(progress, done, len(jobs)))
        except Cancelled:
            raise
        except (AlignbenchError, OSError) as error:
            failed += 1
            talk(f"{job.ja}, {job.en}: {error}")
    if failed:
        raise AlignbenchError(
            t("{failed} of {count} pairs could not be aligned.", failed=failed, count=len(jobs)),
            t("The others were written."),
        )


def _align_one(job: Job, options: "ReadOptions", encoder: "Encoder", progress: Progress) -> None:
    from alignbench.pipeline.file_alignment import align_files

    made = align_files(job.ja, job.en, lambda: encoder, options, progress)
    pairs = exported(made)
    account(pairs, save(pairs, Wanted(STATES["all"], code=True), job.target))


def exported(made: "AlignedDocument") -> list["Pair"]:
    """The links of a document as they go out."""
    from alignbench.exchange.pair import pair_from_bead

    return [pair_from_bead(made.document, bead) for bead in made.beads]


def _counted(progress: Progress, before: int, pairs: int) -> Progress:
    """Reports of one pair as its share of all."""

    def report(stage: str, done: int, total: int) -> None:
        within = min(round(1000 * done / total), 1000) if total > 0 else 0
        progress(
            t("{stage} {before} of {pairs}", stage=stage, before=before + 1, pairs=pairs),
            1000 * before + within,
            1000 * pairs,
        )

    return report
