"""Some rows of a document, opened without the others: to list flags, and to put one on a row."""

from alignbench.domain.flags import FlagDraft
from alignbench.domain.identity import SOMEONE, Identity
from alignbench.domain.segment_table import LinkedSegments
from alignbench.review.issue_changes import By, flagged
from alignbench.review.rows import by_link
from alignbench.review.views import Row
from alignbench.store import History
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
        self._history.do(flagged(self.rows[number].link, draft, by), self._who.id)
