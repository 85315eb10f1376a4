"""Some rows of a document, opened without the others: to list flags, and to put one on a row."""

from collections.abc import Callable
from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.flags import Flag, FlagDraft
from alignbench.domain.identity import SOMEONE, Identity
from alignbench.domain.links import Link
from alignbench.domain.segment_table import LinkedSegments
from alignbench.messages import t
from alignbench.review.issue_changes import By, edited, flagged, settled, unflagged
from alignbench.review.rows import by_link
from alignbench.review.views import Row
from alignbench.store import History, Maker
from alignbench.store.selected_rows import SelectedRows as Selected
from alignbench.system.clock import Clock, now


class SelectedRows:
    """Rows by their numbers from 0. What a row is beside others, it does not say here.

    It is as true to what is stored as a `ReviewSession`: a flag is one transaction with its
    event, and is refused where another window has changed the link since.
    """

    def __init__(
        self, selected: Selected, history: History, who: Identity = SOMEONE, clock: Clock = now
    ) -> None:
        self.document = selected.stored.document
        self.count = selected.count
        """How many rows the document has."""
        self._history, self._who, self._clock = history, who, clock
        ja, en = self.document.ja.segments, self.document.en.segments
        flags = by_link(selected.flags)
        self.rows = {
            number: Row(
                link,
                LinkedSegments(ja, link.ja),
                LinkedSegments(en, link.en),
                new_paragraph=False,
                doubtful=False,
                crossing=False,
                flags=tuple(flags.get(link.id, ())),
            )
            for number, link in selected.links.items()
        }

    def flag(self, number: int, draft: FlagDraft) -> None:
        """Flag an error in the translation of a row.

        Raises:
            EditError: there is no such type. ConflictError: another window has changed the link.
            StoreError: it could not be written.
        """
        by = By(self._who.name, self._clock())
        self._do(number, flagged(self.rows[number].link, draft, by))

    def edit_flag(self, flag_id: int, draft: FlagDraft) -> None:
        """Make a flag say what `draft` says; it stays its author's, and as settled as it is.

        Raises as `flag` does, and EditError for a flag that is not there.
        """
        self._change(flag_id, lambda link, flag: edited(link, flag, draft))

    def settle(self, flag_id: int, state: str) -> None:
        """Say what became of a flag: one of `domain.flags.FLAG_STATES`. Raises as `edit_flag`."""
        self._change(flag_id, lambda link, flag: settled(link, flag, state))

    def unflag(self, flag_id: int) -> None:
        """Remove a flag. Raises as `edit_flag` does."""
        self._change(flag_id, unflagged)

    def _change(self, flag_id: int, made: Callable[[Link, Flag], Maker]) -> None:
        for number, row in self.rows.items():
            for flag in row.flags:
                if flag.id == flag_id:
                    self._do(number, made(row.link, flag))
                    return
        raise EditError(t("This flag is no longer there."))

    def _do(self, number: int, make: Maker) -> None:
        """Write a change of one row, and show it: the next one begins with what stands then."""
        change = self._history.do(make, self._who.id).change
        row = self.rows[number]
        gone = {flag.id for flag in change.before.flags}
        kept = [flag for flag in row.flags if flag.id not in gone]
        flags = tuple(sorted((*kept, *change.after.flags), key=lambda flag: flag.id))
        (link,) = change.after.links
        self.rows[number] = replace(row, link=link, flags=flags)
