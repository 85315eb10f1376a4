"""What a person says of a document's links: the part of a review session that changes no link."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from alignbench.domain.flags import FlagDraft
from alignbench.domain.links import Link
from alignbench.domain.text import Document
from alignbench.review import edits
from alignbench.review.check_runner import RowFinding, flag_of
from alignbench.review.document_state import DocumentState
from alignbench.review.edits import Edit
from alignbench.review.issue_changes import (
    agreed,
    dismissed,
    edited,
    flagged,
    reopened,
    settled,
    unflagged,
    user,
)
from alignbench.review.views import Change
from alignbench.store import Maker


class IssueEdits(ABC):
    """Notes, flags, and findings settled. `ReviewSession` gives the transactions."""

    document: Document
    _board: DocumentState

    def note(self, row: int, text: str) -> Change:
        """Write a note on a link; an empty text removes it."""
        label = "Noted" if text else "Removed the note"
        return self._commit(edits.alter("note", label, [self._link(row)], note=text))

    def flag(self, row: int, draft: FlagDraft) -> Change:
        """Flag an error in the translation."""
        return self._do(flagged(self._link(row), draft, user()))

    def edit_flag(self, flag_id: int, draft: FlagDraft) -> Change:
        """Make a flag say what `draft` says; it stays its author's, and as settled as it is."""
        flag = self._board.flag(flag_id)
        return self._do(edited(self._link(self._board.row_of(flag.link_id)), flag, draft))

    def unflag(self, flag_id: int) -> Change:
        """Remove a flag."""
        flag = self._board.flag(flag_id)
        return self._do(unflagged(self._link(self._board.row_of(flag.link_id)), flag))

    def settle(self, flag_id: int, state: str) -> Change:
        """Say what became of a flag: one of `domain.flags.FLAG_STATES`."""
        flag = self._board.flag(flag_id)
        return self._do(settled(self._link(self._board.row_of(flag.link_id)), flag, state))

    def draft(self, row: int, found: RowFinding) -> FlagDraft:
        """The flag that a finding would become: its type, severity, spans and message."""
        return flag_of(self.document, self._board.row(row), found.finding)

    def agree(self, row: int, found: RowFinding, draft: FlagDraft | None = None) -> Change:
        """Make a flag of a finding, as `draft` says if a person changed it before."""
        draft = draft or self.draft(row, found)
        return self._do(agreed(self._link(row), draft, found, user()))

    def dismiss(self, found: RowFinding, reason: str) -> Change:
        """Say that a finding is no error; it stays dismissed until either text changes."""
        return self.dismiss_all([found], reason)

    def dismiss_all(self, found: Sequence[RowFinding], reason: str) -> Change:
        """Say so of many findings for one reason, as one change that one undo takes back."""
        return self._do(dismissed(found, reason, user()))

    def reopen(self, found: RowFinding) -> Change:
        """Take a dismissal back."""
        return self._do(reopened(found))

    @abstractmethod
    def _link(self, row: int) -> Link:
        """The link of a row. Raises EditError if there is none."""

    @abstractmethod
    def _commit(self, edit: Edit) -> Change:
        """Write an edit of links, and show it."""

    @abstractmethod
    def _do(self, make: Maker) -> Change:
        """Write any change, and show it."""
