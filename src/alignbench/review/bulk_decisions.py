"""Decisions on many rows at once, each of them one change that one undo takes back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.links import Link, Status
from alignbench.messages import t, tn
from alignbench.review import edits
from alignbench.review.document_state import DocumentState
from alignbench.review.edit_log import EditLog
from alignbench.review.views import Change, Row


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

    def alike(self, row: int) -> list[int]:
        """The rows whose two texts are those of this one, itself among them."""
        wanted = _texts(self._state.row(row))
        return [at for at, each in enumerate(self._state.rows) if _texts(each) == wanted]

    def decide_alike(self, row: int, rows: Sequence[int]) -> Change:
        """Decide these rows as `row` is: give them its proposal, and confirm them if it is.

        Without either, it is confirmed and they are too. Raises EditError where nothing changes.
        """
        own = self._state.row(row).link
        confirms = own.status is Status.CONFIRMED or own.proposal is None
        changed: list[tuple[Link, Link]] = []
        for at in rows:
            link = self._state.row(at).link
            new = replace(
                link,
                status=Status.CONFIRMED if confirms else link.status,
                proposal=own.proposal or link.proposal,
            )
            if new != link:
                changed.append((link, new))
        if not changed:
            raise EditError(t("Nothing changes: all links that read so are decided alike."))
        label = tn(
            "Decided {count:,} link that reads so",
            "Decided {count:,} links that read so alike",
            len(changed),
        )
        out, into = zip(*changed, strict=True)
        return self._log.commit(edits.Edit("decide-alike", label, out, into))


def _texts(row: Row) -> tuple[list[str], list[str]]:
    return [each.view for each in row.ja], [each.view for each in row.en]
