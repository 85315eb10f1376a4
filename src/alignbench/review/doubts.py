"""What the checks say of a document under review, and how much each row deserves a look."""

from collections.abc import Callable, Sequence

from alignbench.checks.check import CheckedPair, Context
from alignbench.domain.progress import Progress, silent
from alignbench.review.board import Board
from alignbench.review.inspection import Inspector, RowFinding, risk
from alignbench.review.records import Row
from alignbench.store import History

Knowledge = Callable[[Sequence[CheckedPair], Progress], Context]
"""Makes the context of pairs, in order: what the project and a model know."""


class Doubts:
    """Findings by row. Nothing is known before `check` has run once; then edits keep pace."""

    def __init__(
        self, board: Board, history: History, inspector: Inspector, knowledge: Knowledge
    ) -> None:
        self._board = board
        self._history = history
        self._inspector = inspector
        self._knowledge = knowledge
        self._open: dict[int, tuple[Row, int]] = {}
        self.is_checked = False

    def check(self, progress: Progress = silent) -> None:
        """Run all checks over all rows: slow the first time, so done in a worker.

        What they find is kept in the database too, for lists of documents and other tools.
        """
        rows = self._board.rows
        pairs = [self._inspector.pair(row) for row in rows]
        context = self._knowledge(pairs, progress)
        self._inspector.inspect(rows, context, progress)
        self.is_checked = True
        self._open.clear()
        self._history.keep_findings(
            (row.link.id, each.finding, each.key, each.dismissed.reason if each.dismissed else "")
            for row in rows
            for each in self._found(row)
            if not each.finding.hint
        )

    def of(self, row: int) -> tuple[RowFinding, ...]:
        """The findings of a row, the dismissed ones too; none before `check` has run."""
        return self._found(self._board.row(row)) if self.is_checked else ()

    def open_count(self, row: int) -> int:
        """How many findings of a row are open, hints not counted."""
        there = self._board.row(row)
        if not self.is_checked:
            return 0
        known = self._open.get(there.link.id)
        if known is None or known[0] is not there:
            found = [each for each in self._found(there) if each.is_open and not each.finding.hint]
            known = self._open[there.link.id] = (there, len(found))
        return known[1]

    @property
    def open_total(self) -> int:
        """Open findings of the whole document, hints not counted."""
        return sum(map(self.open_count, range(len(self._board.rows)))) if self.is_checked else 0

    def risk(self, row: int) -> float:
        """How much a row deserves a look, 0 to 1."""
        return risk(self._board.row(row), self.of(row))

    def forget_dismissals(self) -> None:
        """Count open findings anew: a dismissal changes no row."""
        self._open.clear()

    def _found(self, row: Row) -> tuple[RowFinding, ...]:
        return self._inspector.of(row, self._board.dismissals)
