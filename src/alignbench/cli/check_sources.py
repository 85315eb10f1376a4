"""What `alignbench check` looks at: the pairs of a file, or the documents of a project."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.import_ import document_names
from alignbench.cli.output import talk
from alignbench.domain.errors import InputError
from alignbench.domain.progress import Progress
from alignbench.messages import t
from alignbench.system.identity import local_identity
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.checks.check import Check
    from alignbench.checks.context import Context
    from alignbench.domain.findings import Finding
    from alignbench.exchange.findings import Found
    from alignbench.exchange.pair import Pair
    from alignbench.project.check_context import CheckContextBuilder
    from alignbench.project.settings import CheckSettings
    from alignbench.review import ReviewSession


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which checks people asked for, and whether they want hints too."""

    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    hints: bool = False
    meaning: float | None = None
    """How many of 100 good pairs the reader of meaning may hint at; None: it is not asked."""

    def checks(self, settings: "CheckSettings") -> "tuple[Check, ...]":
        """The checks to run: a check that is asked for runs although the settings switch it off.

        Raises:
            InputError: an id that no check has.
        """
        from alignbench.checks.registry import chosen

        checks = chosen(self.only, self.skip)
        if self.only:
            return tuple(settings.adjusted(check) for check in checks)
        return settings.applied(checks)

    def shows(self, finding: "Finding") -> bool:
        """Whether a finding is printed: a hint only where hints or its check are asked for."""
        asked_for = self.meaning is not None and finding.check == "sem.meaning"
        return self.shows_hints or not finding.hint or asked_for

    @property
    def shows_hints(self) -> bool:
        """Whether hints are printed: all, or those of the checks that are asked for."""
        return self.hints or bool(self.only)

    def needs_model(self, checks: "Sequence[Check]") -> bool:
        """Whether any of the checks whose findings are printed asks the model."""
        from alignbench.checks.context import Need

        return any(
            Need.MODEL in check.needs and (self.shows_hints or not check.hint) for check in checks
        )


def file_context(
    root: Path, glossaries: Sequence[Path], rules: Path | None, *, semantic: bool
) -> "CheckContextBuilder":
    """What is known of a file's pairs: the given files or, in their place, those of the project."""
    from alignbench.project.check_context import CheckContextBuilder
    from alignbench.project.user_files import GLOSSARIES, RULES, is_project

    if not is_project(root):
        return CheckContextBuilder(glossaries, rules, semantic=semantic)
    return CheckContextBuilder(
        glossaries or [root / name for name in GLOSSARIES],
        rules or root / RULES,
        root=root,
        semantic=semantic,
    )


class FilePairs:
    """The pairs of a TSV, JSONL or TMX file."""

    def __init__(self, path: Path) -> None:
        """Read them. Raises InputError for a file that is not one of these, or not there."""
        from alignbench.checks import CheckedPair
        from alignbench.exchange import formats

        if not path.suffix and not path.exists():
            raise InputError(
                t("There is no file {path}.", path=path),
                t("Documents of a project are named with --document."),
            )
        bitext = formats.read(path)
        for left in bitext.left_out:
            talk(str(left))
        self._pairs = bitext.pairs
        self.checked = [
            CheckedPair(
                pair.ja,
                pair.en,
                _declared(pair),
                _confidence(pair),
                ja_code=pair.ja_code,
                en_code=pair.en_code,
                is_code=pair.is_code,
            )
            for pair in bitext.pairs
        ]

    def context(self, builder: "CheckContextBuilder", progress: Progress) -> "Context":
        """What is known of the pairs: all with two sides teach how the file writes its names."""
        taught = [replace(pair, declared=bool(pair.ja and pair.en)) for pair in self.checked]
        return builder(taught, progress)

    def read_for_meaning(
        self, context: "Context", per_hundred: float, progress: Progress
    ) -> "Context":
        """`context` with what the reader of meaning says of each pair."""
        from alignbench.pipeline.meaning_evidence import MeaningEvidence
        from alignbench.pipeline.pair_risk import hint_risks

        evidence = MeaningEvidence(per_hundred=per_hundred)
        judgements = evidence.read([(pair.ja, pair.en) for pair in self.checked], progress)
        return replace(
            context,
            judgements=judgements,
            meaning_risks=hint_risks(self.checked, judgements),
            meaning_threshold=evidence.threshold,
        )

    def found(
        self,
        checks: "Sequence[Check]",
        context: "Context",
        progress: Progress,
        jobs: int | None = None,
    ) -> "Iterator[Found]":
        """What checks say of the pairs, in their order, as it comes; with more `jobs`, at once."""
        from alignbench.checks.worker_processes import run_checks_in
        from alignbench.domain.doubt import doubt
        from alignbench.exchange.findings import Found

        for at, finding in run_checks_in(jobs, self.checked, checks, context, progress):
            pair = self._pairs[at]
            unsure = doubt(pair.status, pair.confidence) if pair.confidence is not None else 0.0
            yield Found(at, finding, pair.ja, pair.en, pair.line, doubt=unsure)


def _confidence(pair: "Pair") -> float | None:
    """How sure a link is; None for one that a person has confirmed, or that no file tells of."""
    from alignbench.domain.links import Status

    return None if pair.status is Status.CONFIRMED else pair.confidence


def _declared(pair: "Pair") -> bool:
    """Whether an empty side is known to be a person's decision: only our own exports say so."""
    from alignbench.domain.links import Status

    known = bool(pair.ja_positions or pair.en_positions)
    return known and pair.status is Status.CONFIRMED


def project_findings(
    root: Path,
    names: Sequence[str],
    wanted: Wanted,
    progress: Progress,
    totals: dict[str, int],
    *,
    dismissed: bool,
    jobs: int | None = None,
) -> "Iterator[Found]":
    """What the checks say of a project's documents (all, if none is named), in reading order.

    With `dismissed`, the findings that people have dismissed, and no others. `totals` learns how
    many pairs each document has.

    Raises:
        InputError: there is no such document, or none at all; an id that no check has.
    """
    from alignbench.project import Project
    from alignbench.project.settings import settings_of

    settings = settings_of(root)
    ids = {check.id for check in wanted.checks(settings)}
    off = sorted(check.id for check in wanted.checks(settings) if not settings.runs(check))
    if off:
        talk(t("Switched off in this project: {off}.", off=", ".join(off)))
    with Project.open(root, local_identity()) as project:
        for name in names or document_names(project):
            session = project.review(name)
            session.findings.check(
                _named(progress, session.document.name), jobs, hints=wanted.shows_hints
            )
            totals[session.document.name] = len(session.rows)
            yield from (
                found
                for found in _of_session(session, dismissed=dismissed)
                if found.finding.check in ids and wanted.shows(found.finding)
            )


def _of_session(session: "ReviewSession", *, dismissed: bool) -> "Iterator[Found]":
    from alignbench.domain.doubt import doubt
    from alignbench.exchange.findings import Found
    from alignbench.review.issue_changes import FLAGGED
    from alignbench.review.row_text import side_text

    for at, row in enumerate(session.rows):
        for each in session.findings.of(at):
            settled = each.dismissed
            if each.answered and settled is None:
                continue
            if (settled is not None) is not dismissed or (settled and settled.reason == FLAGGED):
                continue
            ja, en = (side_text(session.document, row, side).text for side in ("ja", "en"))
            yield Found(
                at, each.finding, ja, en, document=session.document.name, dismissed=settled,
                doubt=doubt(row.link.status, row.link.confidence),
            )  # fmt: skip


def _named(progress: Progress, name: str) -> Progress:
    return lambda stage, done, total: progress(f"{printable(name)}: {stage}", done, total)
