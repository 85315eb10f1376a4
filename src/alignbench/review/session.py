"""The review of one document: everything that can be seen of it and done to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from alignbench.domain.errors import ConflictError, EditError
from alignbench.domain.links import Candidate, Link, Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Side
from alignbench.messages import t
from alignbench.review import edits
from alignbench.review.changesets import changeset
from alignbench.review.check_runner import CheckRunner
from alignbench.review.document_state import DocumentState
from alignbench.review.edits import Edit
from alignbench.review.findings import Findings, Knowledge
from alignbench.review.issue_changes import user
from alignbench.review.issue_edits import IssueEdits
from alignbench.review.suggestions import SuggestionService
from alignbench.review.views import Change, Row
from alignbench.store import Changeset, History, Maker

T = TypeVar("T")


class ReviewSession(IssueEdits):
    """The single door to a document's links. Each edit is one transaction with its event.

    Edits raise EditError where they make no sense and ConflictError where another window was
    quicker; then nothing is written and, after a conflict, the rows are as they stand now.
    """

    def __init__(
        self,
        document: Document,
        history: History,
        advisor: SuggestionService,
        threshold: float,
        inspector: CheckRunner,
        knowledge: Knowledge,
    ) -> None:
        self.document = document
        self._history = history
        self._advisor = advisor
        self._board = DocumentState(document, history, threshold)
        self.doubts = Findings(self._board, history, inspector, knowledge)
        """What the checks say; settled by `dismiss`, `reopen` and `agree`."""

    # What is there

    @property
    def rows(self) -> tuple[Row, ...]:
        """The links that stand, in reading order."""
        return self._board.rows

    @property
    def summary(self) -> DocumentSummary:
        """The document's numbers."""
        return replace(self._board.summary, findings=self.doubts.open_total)

    def row_of(self, link_id: int) -> int:
        """The row of a link. Raises KeyError for a link that does not stand."""
        return self._board.row_of(link_id)

    def row_holding(self, side: Side, number: int) -> int | None:
        """The row that holds a segment; None for one that is not there."""
        held = self._board.held(side, number)
        return self._board.row_of(held[0].id) if held else None

    def next_doubtful(self, row: int, step: int = 1) -> int | None:
        """The next row that a person should look at after `row`, or before it with step -1.

        Its link is in doubt, or a check has found something in it. Goes around the ends.
        """
        rows = self.rows
        others = ((row + step * away) % len(rows) for away in range(1, len(rows)))
        return next((at for at in others if self._asks(at)), None)

    def _asks(self, row: int) -> bool:
        return self.rows[row].doubtful or self.doubts.open_count(row) > 0

    def refresh(self) -> bool:
        """Read again if another window has written; whether it had."""
        before, fresh = self.rows, self._board.refresh()
        self.doubts.follow(before)
        return fresh

    # What the model says

    @property
    def is_prepared(self) -> bool:
        """Whether candidates and re-alignment are quick by now."""
        return self._advisor.is_ready

    def prepare(self, progress: Progress = silent) -> None:
        """Load the model and the vectors: slow, so done in a worker."""
        self._advisor.prepare(self._board.links, progress)

    def candidates(self, row: int, limit: int = 9) -> list[Candidate]:
        """What may answer the row's Japanese (or its English, if that is all it has).

        The likeliest first, each with one line of reason.
        """
        return self._advisor.candidates(self._link(row), self._board.links, limit)

    # Deciding

    def confirm(self, row: int) -> Change:
        """Confirm a link: the aligner will keep to it."""
        link = self._link(row)
        return self._commit(edits.alter("confirm", t("Confirmed"), [link], status=Status.CONFIRMED))

    def confirm_through(self, row: int) -> Change:
        """Confirm every suggested link up to and with this one."""
        rows = self.rows[: row + 1]
        links = [each.link for each in rows if each.link.status is Status.SUGGESTED]
        if not links:
            raise EditError(t("All links up to here are confirmed."))
        doubtful = sum(each.doubtful for each in rows)
        label = f"Confirmed {_counted(len(links), 'link')}, {doubtful} of them in doubt"
        return self._commit(edits.alter("confirm-through", label, links, status=Status.CONFIRMED))

    def unconfirm(self, row: int) -> Change:
        """Make a confirmed link a suggestion again."""
        link = self._link(row)
        if link.status is not Status.CONFIRMED:
            raise EditError(t("This link is not confirmed."))
        return self._commit(
            edits.alter("unconfirm", t("A suggestion again"), [link], status=Status.SUGGESTED)
        )

    def reject(self, row: int) -> Change:
        """Say that a link is wrong; its segments are aligned anew, and never so again."""
        link = self._link(row)
        edit = self._advisor.follow(edits.reject(link), self._board.links)
        if any((new.ja, new.en) == (link.ja, link.en) for new in edit.into if new.id != link.id):
            raise EditError(
                t("Nothing else is possible here."), t("Link its segments by hand, or confirm it.")
            )
        return self._commit(edit)

    def omit(self, row: int) -> Change:
        """Declare that the English leaves this row's Japanese out."""
        link = self._link(row)
        if not link.ja:
            raise EditError(t("This row has no Japanese to be omitted."))
        return self._decide("omit", "Declared omitted", link, link.ja, ())

    def add(self, row: int) -> Change:
        """Declare that this row's English answers no Japanese."""
        link = self._link(row)
        if not link.en:
            raise EditError(t("This row has no English to be added."))
        return self._decide("add", "Declared added", link, (), link.en)

    def choose(self, row: int, candidate: Candidate) -> Change:
        """Link as a candidate says, confirmed."""
        label = "Linked as chosen" if candidate.en and candidate.ja else "Declared as chosen"
        return self._decide("choose", label, self._link(row), candidate.ja, candidate.en)

    def link(self, ja: Sequence[int], en: Sequence[int]) -> Change:
        """Link these segments by hand, confirmed; they need not be neighbours."""
        if not ja or not en:
            raise EditError(
                t("A link by hand needs a segment on each side."),
                t("A row is declared omitted with o, added with a."),
            )
        return self._decide("link", "Linked by hand", None, tuple(ja), tuple(en))

    # Shaping

    def merge(self, row: int, other: int = 1) -> Change:
        """Join a row with the next, or with the one before (other = -1)."""
        if not 0 <= row + other < len(self.rows):
            raise EditError(t("There is no row there to merge with."))
        own, beside = self._link(row), self._link(row + other)
        return self._commit(edits.merge((own, beside), own, beside))

    def split(self, row: int) -> Change:
        """Cut a row where its two parts fit best; a null link into its segments."""
        link = self._link(row)
        if link.is_null:
            return self._commit(edits.split_singly([link], link))
        if len(link.ja) + len(link.en) < 3:
            raise EditError(t("This link is one to one: there is nothing to split."))
        return self.split_at(row, *self._advisor.best_cut(link, self._board.links))

    def split_at(self, row: int, ja_at: int, en_at: int) -> Change:
        """Cut a row after its first `ja_at` Japanese and `en_at` English segments."""
        link = self._link(row)
        return self._commit(edits.split_at([link], link, ja_at, en_at))

    def move_boundary(self, row: int, side: Side, step: int) -> Change:
        """Take the next row's first segment of `side` (step 1) or give it the last (step -1)."""
        link, board = self._link(row), self._board
        if step > 0:
            at = board.next_position(row, side)
            links = [link, *board.held(side, at)]
            return self._commit(edits.take_next(links, link, side, at))
        taker = self._link(row + 1) if row + 1 < len(self.rows) else None
        return self._commit(edits.give_last([link], link, side, taker))

    def realign(self) -> Change:
        """Align anew whatever nobody has decided."""
        edit = Edit("realign", t("Aligned anew"), (), ())
        edit = self._advisor.follow(edit, self._board.links, everywhere=True)
        if not edit.into and not edit.out:
            raise EditError(t("Nothing changes: these are the likeliest links already."))
        count = sum(link.id == edits.NEW for link in edit.into)
        found = _counted(count, "other link") if count else "the same links, with their confidence"
        return self._commit(replace(edit, label=f"Aligned anew: {found}"))

    # History

    def undo(self) -> Change | None:
        """Take back the last change to this document, also one from before a restart."""
        return self._step(self._history.undo, "Undid")

    def redo(self) -> Change | None:
        """Make again what was last undone."""
        return self._step(self._history.redo, "Redid")

    def _step(self, step: Callable[[int], Changeset | None], word: str) -> Change | None:
        change = self._guarded(lambda: step(self._board.number))
        label = f"{word}: {change.label}" if change else ""
        return self._show(replace(change, label=label)) if change else None

    def _decide(
        self, name: str, label: str, own: Link | None, ja: tuple[int, ...], en: tuple[int, ...]
    ) -> Change:
        """Make a link by hand; what it leaves open is aligned anew if that is quick by now."""
        edit = edits.decide(name, label, self._board.holding(ja, en), own, ja, en)
        if self._advisor.is_ready:
            edit = self._advisor.follow(edit, self._board.links)
        return self._commit(edit)

    def _commit(self, edit: Edit) -> Change:
        flags = self._board.flags
        return self._do(lambda next_link, _flag, number: changeset(edit, flags, next_link, number))

    def _do(self, make: Maker) -> Change:
        return self._show(self._guarded(lambda: self._history.do(make, user())))

    def _show(self, change: Changeset) -> Change:
        before, shown = self.rows, self._board.apply(change)
        self.doubts.follow(before, shown.first_row, shown.last_row)
        return shown

    def _guarded(self, step: Callable[[], T]) -> T:
        """Run `step`; after a conflict, the rows are read again before it is told."""
        try:
            return step()
        except ConflictError:
            before = self.rows
            self._board.read()
            self.doubts.follow(before)
            raise

    def _link(self, row: int) -> Link:
        return self._board.row(row).link


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
