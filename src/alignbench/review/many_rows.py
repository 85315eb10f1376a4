"""Decisions on many rows at once, each of them one change that one undo takes back."""

from collections.abc import Iterable

from alignbench.domain.errors import EditError
from alignbench.domain.links import Status
from alignbench.messages import t, tn
from alignbench.review import edits
from alignbench.review.document_state import DocumentState
from alignbench.review.edit_log import EditLog
from alignbench.review.views import Change


class ManyRows:
    """Edits of several rows."""

    def __init__(self, state: DocumentState, log: EditLog) -> None:
        self._state, self._log = state, log

    def confirm(self, rows: Iterable[int]) -> Change:
        """Confirm those of these rows that are suggested. Raises EditError if none is."""
        there = [row for row in map(self._state.row, rows) if row.link.status is Status.SUGGESTED]
        if not there:
            raise EditError(t("All links up to here are confirmed."))
        label = tn(
            "Confirmed {count:,} link, {doubtful:,} of them in doubt",
            "Confirmed {count:,} links, {doubtful:,} of them in doubt",
            len(there),
            doubtful=sum(row.doubtful for row in there),
        )
        links = [row.link for row in there]
        return self._log.commit(
            edits.alter("confirm-through", label, links, status=Status.CONFIRMED)
        )
