"""What the checks say of a document under review, and how much each row deserves a look."""

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock

from alignbench.checks.misfit import Misfit, misfits
from alignbench.domain.errors import AlignbenchError
from alignbench.domain.progress import Progress, silent
from alignbench.pipeline.meaning_evidence import MeaningEvidence
from alignbench.review.check_memory import CheckMemory
from alignbench.review.check_runner import CheckRunner
from alignbench.review.document_state import DocumentState
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issues import Issue, issues_of
from alignbench.review.meaning import Meaning
from alignbench.review.proposed_findings import ContextSource
from alignbench.review.row_risk import RowRisk, chance_unlike, row_risk
from alignbench.review.views import Row
from alignbench.store import History

Looked = tuple[Row, tuple[RowFinding, ...] | None]
"""A row, and what is said of it whether dismissed or not; None where it is not looked at yet."""
Kept = dict[int, Looked]
"""What is said of each row, by link."""


class Findings:
    """Findings by row. Nothing is known before `check` has run once.

    An edit runs no check. A row whose texts are new is not looked at until `check` runs again.
    """

    def __init__(
        self,
        state: DocumentState,
        history: History,
        runner: CheckRunner,
        context_of: ContextSource,
        evidence: MeaningEvidence | None = None,
        memory: CheckMemory | None = None,
    ) -> None:
        self._state = state
        self._memory = memory
        self._history = history
        self._runner = runner
        self._context_of = context_of
        self.meaning = Meaning(state, runner.pair, evidence)
        """What the reader of meaning says; a hint above the threshold that people set."""
        self._kept: Kept = {}
        self._counted: set[int] = set()
        """Links of which something is said that is not a hint."""
        self._keeping = Lock()
        self.is_checked = False

    def check(
        self, progress: Progress = silent, jobs: int | None = 1, *, hints: bool = True
    ) -> None:
        """Run the checks over all rows that are new to them: slow at first, so done in a worker.

        With more `jobs`, in so many processes, with None in as many as pay: for commands, which
        have no other threads. Without `hints`, the model that only hints and risks ask is not
        asked.

        What they find is kept in the database too, for lists of documents and other tools.
        """
        rows, context = self._state.rows, None
        hints = hints or self._runner.needs_model
        if self._memory is None or not self._runner.recall(rows, self._memory, hints=hints):
            pairs = [self._runner.pair(row) for row in rows]
            context = self._context_of(pairs, progress, hints)
            self._runner.inspect(rows, context, progress, jobs)
            if self._memory is not None:
                self._runner.remember(rows, self._memory, hints=hints)
        self._runner.inspect_proposed(rows, context, self._context_of, progress, hints=hints)
        self._keep(rows)
        self.write_down()

    def take_failures(self) -> list[AlignbenchError]:
        """What to tell of checks and rules that have failed since this was last asked."""
        return self._runner.failed.take()

    def write_down(self) -> None:
        """Keep what the checks say in the database, as after a dismissal, which changes no text."""
        self._history.keep_findings(
            (row.link.id, each.finding, each.key, each.settled_by)
            for row in self._state.rows
            for each in self._found(row)
            if not each.finding.hint
        )

    def _keep(self, rows: Sequence[Row]) -> None:
        """Know what is said of each row; of those edited meanwhile, what is known already."""
        kept: Kept = {}
        while True:
            kept = {row.link.id: self._looked(row, kept.get(row.link.id)) for row in rows}
            counted = {id_ for id_, (_, found) in kept.items() if _say_something(found or ())}
            with self._keeping:
                now = self._state.rows
                if now is rows:
                    self._kept, self._counted, self.is_checked = kept, counted, True
                    return
            rows = now

    def follow(self, before: Sequence[Row], first: int = 0, last: int | None = None) -> None:
        """Rows `first` to `last` are new, the others as they were `before`. Runs no check."""
        rows = self._state.rows
        if rows is before or not self.is_checked:
            return
        below = 0 if last is None else len(rows) - 1 - last
        gone, come = before[first : len(before) - below], rows[first : len(rows) - below]
        with self._keeping:
            known = {row.link.id: self._kept.pop(row.link.id, None) for row in gone}
            self._counted.difference_update(known)
            for row in come:
                looked = self._looked(row, known.get(row.link.id))
                self._kept[row.link.id] = looked
                if _say_something(looked[1] or ()):
                    self._counted.add(row.link.id)

    def of(self, row: int) -> tuple[RowFinding, ...]:
        """The findings of a row, the dismissed ones too; none where it is not looked at yet."""
        if not self.is_checked:
            return ()
        there = self._state.row(row)
        return (*self._found(there), *self._hinted(there, row))

    def is_looked_at(self, row: int) -> bool:
        """Whether the checks have seen a row's texts as they are now."""
        there = self._state.row(row)
        return self.is_checked and self._looked(there, self._kept.get(there.link.id))[1] is not None

    def open_count(self, row: int) -> int:
        """How many findings of a row are open, hints not counted."""
        there = self._state.row(row)
        with self._keeping:
            known = self._kept.get(there.link.id)
        return self._open(known[1]) if known else 0

    @property
    def open_links(self) -> set[int]:
        """The links of which a finding is open, hints not counted."""
        with self._keeping:
            return {id_ for id_ in self._counted if self._open(self._kept[id_][1])}

    @property
    def open_total(self) -> int:
        """Open findings of the whole document, hints not counted."""
        with self._keeping:
            return sum(self._open(self._kept[id_][1]) for id_ in self._counted)

    def risk(self, row: int) -> RowRisk:
        """How much a row deserves a look: for its link, its findings and both models."""
        there = self._state.row(row)
        said = [each.finding for each in self._found(there) if each.is_open]
        was_wrong = any(not each.is_open for each in self._hinted(there, row))
        evidence = self._runner.evidence(there)
        read = None if was_wrong else self.meaning.reading(row)
        return row_risk(there.link, self._runner.pair(there), said, evidence, read)

    def by_risk(self) -> list[int]:
        """All rows, the one that deserves a look most first; of equals, in the text's order.

        Takes some 200 µs a row, so a long document's is asked for in a worker.
        """
        rows = range(len(self._state.rows))
        chances = [self.risk(at).chance for at in rows]
        return sorted(rows, key=lambda at: -chances[at])

    def misfits(self) -> tuple[Misfit, ...]:
        """The checks whose open findings stand in too many rows, the worst first."""
        rows = self._state.rows
        doubted = (
            (at, each.finding.check)
            for at in range(len(rows))
            for each in self.of(at)
            if not each.finding.hint and each.dismissed is None
        )
        return misfits(doubted, len(rows))

    def issues(self) -> tuple[Issue, ...]:
        """Everything that checks and people say of the document, the riskiest first."""
        return issues_of(self._state.rows, self.of, self._said_by_models)

    def _said_by_models(self, row: int) -> float:
        """The chance that a row's texts differ, whatever the checks find."""
        if self.meaning.of(row) is not None:
            return self.meaning.chance(row)
        return chance_unlike(self._runner.evidence(self._state.row(row)))

    def _found(self, row: Row) -> tuple[RowFinding, ...]:
        _, found = self._looked(row, self._kept.get(row.link.id))
        dismissals = self._state.dismissals
        return tuple(replace(each, dismissed=dismissals.get(each.key)) for each in found or ())

    def _hinted(self, row: Row, at: int) -> tuple[RowFinding, ...]:
        hint = self.meaning.hint(at)
        if hint is None:
            return ()
        pair = self._runner.pair(row)
        key = hint.key(pair.ja, pair.en)
        return (RowFinding(hint, key, self._state.dismissals.get(key)),)

    def _looked(self, row: Row, known: Looked | None) -> Looked:
        return known if known and known[0] is row else (row, self._runner.of(row))

    def _open(self, found: Sequence[RowFinding] | None) -> int:
        dismissals = self._state.dismissals
        return sum(
            not each.finding.hint and not each.answered and each.key not in dismissals
            for each in found or ()
        )


def _say_something(found: Sequence[RowFinding]) -> bool:
    return any(not each.finding.hint for each in found)
