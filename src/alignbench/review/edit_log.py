"""Edits on their way into the database, and what came of them on their way back."""

from collections.abc import Callable
from typing import TypeVar

from alignbench.domain.errors import ConflictError
from alignbench.domain.identity import Identity
from alignbench.messages import t
from alignbench.review.changesets import changeset
from alignbench.review.document_state import DocumentState
from alignbench.review.edits import Edit
from alignbench.review.findings import Findings
from alignbench.review.views import Change
from alignbench.store import History, Maker, Written
from alignbench.system.clock import Clock

T = TypeVar("T")


class EditLog:
    """Writes each edit in one transaction with its event, then shows it.

    Whatever may fail is done before the transaction ends: once an edit is written, nothing that
    shows it reads a file, runs a check or asks a model.
    """

    def __init__(
        self,
        state: DocumentState,
        history: History,
        findings: Findings,
        who: Identity,
        clock: Clock,
    ) -> None:
        self._state = state
        self._history = history
        self._findings = findings
        self.clock = clock
        self.who = who

    def commit(self, edit: Edit) -> Change:
        """Write an edit of links."""
        return self.do(self.maker(edit))

    def maker(self, edit: Edit) -> Maker:
        """What makes an edit of links a change, decided by whoever reviews here, now."""
        flags = self._state.flags
        who, at = self.who.id, self.clock()
        return lambda next_link, _, number: changeset(edit, flags, next_link, number, who, at)

    def do(self, make: Maker) -> Change:
        """Write any change.

        Raises:
            ConflictError: another window was quicker; the rows are as they stand now.
            StoreError: it could not be written.
        """
        seen = self._state.number
        return self._show(self._guarded(lambda: self._history.do(make, self.who.id, seen)))

    def undo(self) -> Change | None:
        """Take back the last change that stands; None if there is none. Raises as `do` does."""
        written = self._guarded(lambda: self._history.undo(self._state.number))
        if written is None:
            return None
        return self._show(written, t("Undid: {what}", what=written.change.label))

    def redo(self) -> Change | None:
        """Make again what was undone last; None if there is none. Raises as `do` does."""
        written = self._guarded(lambda: self._history.redo(self._state.number))
        if written is None:
            return None
        return self._show(written, t("Redid: {what}", what=written.change.label))

    def refresh(self) -> bool:
        """Read again if another window has written; whether it had."""
        before, fresh = self._state.rows, self._state.refresh()
        self._findings.follow(before)
        return fresh

    def _show(self, written: Written, label: str = "") -> Change:
        before = self._state.rows
        first, last = self._state.apply(written)
        self._findings.follow(before, first, last)
        return Change(label or written.change.label, first, last)

    def _guarded(self, step: Callable[[], T]) -> T:
        """Run `step`; after a conflict, the rows are read again before it is told."""
        try:
            return step()
        except ConflictError:
            before = self._state.rows
            self._state.read()
            self._findings.follow(before)
            raise
