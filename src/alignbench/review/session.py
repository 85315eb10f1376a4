"""The review of one document: everything that can be seen of it and done to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft
from alignbench.domain.identity import SOMEONE, Identity
from alignbench.domain.links import Candidate, Link, Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Side
from alignbench.messages import t, tn
from alignbench.pipeline.meaning_evidence import MeaningEvidence
from alignbench.review import edits, issue_changes
from alignbench.review.bulk_decisions import ManyRows
from alignbench.review.check_memory import CheckMemory
from alignbench.review.check_runner import CheckRunner, flag_of
from alignbench.review.decisions import Decisions
from alignbench.review.document_state import DocumentState
from alignbench.review.edit_log import EditLog
from alignbench.review.edits import Edit
from alignbench.review.findings import Findings
from alignbench.review.found_in_row import RowFinding
from alignbench.review.proposals import Proposals
from alignbench.review.proposed_findings import ContextSource
from alignbench.review.rows import segment_after
from alignbench.review.suggestions import SuggestionService
from alignbench.review.views import Change, Row
from alignbench.store import History
from alignbench.system.clock import Clock, now


class ReviewSession:
    """The single door to a document's links. Each edit is one transaction with its event.

    Edits raise EditError where they make no sense and ConflictError where another window was
    quicker; then nothing is written and, after a conflict, the rows are as they stand now.
    """

    def __init__(
        self,
        document: Document,
        history: History,
        suggestions: SuggestionService,
        threshold: float,
        runner: CheckRunner,
        context_of: ContextSource,
        who: Identity = SOMEONE,
        clock: Clock = now,
        evidence: MeaningEvidence | None = None,
        memory: CheckMemory | None = None,
    ) -> None:
        self.document, self.history = document, history
        self._suggestions = suggestions
        self._state = DocumentState(document, history, threshold)
        self.findings = Findings(self._state, history, runner, context_of, evidence, memory)
        """What the checks say; settled by `dismiss`, `reopen` and `agree`."""
        self._log = EditLog(self._state, history, self.findings, who, clock)
        self.proposals = Proposals(self._state, self._log)
        self._decisions = Decisions(self._state, self._log, suggestions)
        self.many = ManyRows(self._state, self._log)

    # What is there

    @property
    def rows(self) -> tuple[Row, ...]:
        """The links that stand, in reading order."""
        return self._state.rows

    @property
    def summary(self) -> DocumentSummary:
        """The document's numbers."""
        return replace(self._state.summary, findings=self.findings.open_total)

    def row_of(self, link_id: int) -> int:
        """The row of a link. Raises KeyError for a link that does not stand."""
        return self._state.row_of(link_id)

    def row_holding(self, side: Side, number: int) -> int | None:
        """The row that holds a segment; None for one that is not there."""
        held = self._state.held(side, number)
        return self._state.row_of(held[0].id) if held else None

    def next_doubtful(
        self, row: int, step: int = 1, among: Callable[[int], bool] = lambda _: True
    ) -> int | None:
        """The next row that a person should look at after `row`, or before it with step -1.

        Its link is in doubt, or a check has found something in it. Goes around the ends; only
        rows that are `among` some are looked at.
        """
        rows = self.rows
        others = ((row + step * away) % len(rows) for away in range(1, len(rows)))
        return next((at for at in others if among(at) and self._asks(at)), None)

    def _asks(self, row: int) -> bool:
        return self.rows[row].doubtful or self.findings.open_count(row) > 0

    def refresh(self) -> bool:
        """Read again if another window has written; whether it had."""
        return self._log.refresh()

    # What the model says

    @property
    def is_prepared(self) -> bool:
        """Whether candidates and re-alignment are quick by now."""
        return self._suggestions.is_ready

    def prepare(self, progress: Progress = silent) -> None:
        """Load the model and the vectors: slow, so done in a worker."""
        self._suggestions.prepare(self._state.links, progress)

    def candidates(self, row: int, limit: int = 9) -> list[Candidate]:
        """What may answer the row's Japanese (or its English, if that is all it has).

        The likeliest first, each with one line of reason.
        """
        return self._suggestions.candidates(self._link(row), self._state.links, limit)

    # Deciding

    def confirm(self, row: int) -> Change:
        """Confirm a link: the aligner will keep to it."""
        return self._alter("confirm", t("Confirmed"), [self._link(row)], Status.CONFIRMED)

    def confirm_through(self, row: int) -> Change:
        """Confirm every suggested link up to and with this one."""
        return self.many.confirm(range(row + 1))

    def unconfirm(self, row: int) -> Change:
        """Make a confirmed link a suggestion again."""
        link = self._link(row)
        if link.status is not Status.CONFIRMED:
            raise EditError(t("This link is not confirmed."))
        return self._alter("unconfirm", t("A suggestion again"), [link], Status.SUGGESTED)

    def reject(self, row: int) -> Change:
        """Say that a link is wrong; its segments are aligned anew, and never so again."""
        link = self._link(row)
        edit = self._suggestions.follow(edits.reject(link), self._state.links)
        if any((new.ja, new.en) == (link.ja, link.en) for new in edit.into if new.id != link.id):
            raise EditError(
                t("Nothing else is possible here."), t("Link its segments by hand, or confirm it.")
            )
        return self._log.commit(edit)

    def omit(self, row: int, flag: FlagDraft | None = None) -> Change:
        """Declare that the English leaves this row's Japanese out; an error if it is flagged."""
        return self._decisions.omit(row, flag)

    def add(self, row: int, flag: FlagDraft | None = None) -> Change:
        """Declare that this row's English answers no Japanese; an error if it is flagged."""
        return self._decisions.add(row, flag)

    def choose(self, row: int, candidate: Candidate) -> Change:
        """Link as a candidate says, confirmed."""
        both = candidate.en and candidate.ja
        label = t("Linked as chosen") if both else t("Declared as chosen")
        return self._decisions.decide("choose", label, self._link(row), candidate.ja, candidate.en)

    def link(self, ja: Sequence[int], en: Sequence[int]) -> Change:
        """Link these segments by hand, confirmed; they need not be neighbours."""
        if not ja or not en:
            raise EditError(
                t("A link by hand needs a segment on each side."),
                t("A row is declared omitted with o, added with a."),
            )
        return self._decisions.decide("link", t("Linked by hand"), None, tuple(ja), tuple(en))

    # Shaping

    def merge(self, row: int, other: int = 1) -> Change:
        """Join a row with the next, or with the one before (other = -1)."""
        if not 0 <= row + other < len(self.rows):
            raise EditError(t("There is no row there to merge with."))
        own, beside = self._link(row), self._link(row + other)
        return self._log.commit(edits.merge((own, beside), own, beside))

    def split(self, row: int) -> Change:
        """Cut a row where its two parts fit best; a null link into its segments."""
        link = self._link(row)
        if link.is_null:
            return self._log.commit(edits.split_singly([link], link))
        if len(link.ja) + len(link.en) < 3:
            raise EditError(t("This link is one to one: there is nothing to split."))
        return self.split_at(row, *self._suggestions.best_cut(link, self._state.links))

    def split_at(self, row: int, ja_at: int, en_at: int) -> Change:
        """Cut a row after its first `ja_at` Japanese and `en_at` English segments."""
        link = self._link(row)
        return self._log.commit(edits.split_at([link], link, ja_at, en_at))

    def move_boundary(self, row: int, side: Side, step: int) -> Change:
        """Take the next row's first segment of `side` (step 1) or give it the last (step -1)."""
        link, state = self._link(row), self._state
        if step > 0:
            at = segment_after(self.rows, row, side)
            links = [link, *state.held(side, at)]
            return self._log.commit(edits.take_next(links, link, side, at))
        taker = self._link(row + 1) if row + 1 < len(self.rows) else None
        return self._log.commit(edits.give_last([link], link, side, taker))

    def realign(self) -> Change:
        """Align anew whatever nobody has decided."""
        edit = Edit("realign", t("Aligned anew"), (), ())
        edit = self._suggestions.follow(edit, self._state.links, everywhere=True)
        if not edit.into and not edit.out:
            raise EditError(t("Nothing changes: these are the likeliest links already."))
        count = sum(link.id == edits.NEW for link in edit.into)
        label = t("Aligned anew: the same links, with their confidence")
        if count:
            label = tn(
                "Aligned anew: {count:,} other link", "Aligned anew: {count:,} other links", count
            )
        return self._log.commit(replace(edit, label=label))

    # What people say

    def note(self, row: int, text: str) -> Change:
        """Write a note on a link; an empty text removes it."""
        label = t("Noted") if text else t("Removed the note")
        return self._log.commit(edits.alter("note", label, [self._link(row)], note=text))

    def flag(self, row: int, draft: FlagDraft) -> Change:
        """Flag an error in the translation."""
        return self._log.do(issue_changes.flagged(self._link(row), draft, self._by()))

    def edit_flag(self, flag_id: int, draft: FlagDraft) -> Change:
        """Make a flag say what `draft` says; it stays its author's, and as settled as it is."""
        flag, link = self._state.flag(flag_id), self._link_of_flag(flag_id)
        return self._log.do(issue_changes.edited(link, flag, draft))

    def unflag(self, flag_id: int) -> Change:
        """Remove a flag."""
        flag, link = self._state.flag(flag_id), self._link_of_flag(flag_id)
        return self._log.do(issue_changes.unflagged(link, flag))

    def settle(self, flag_id: int, state: str) -> Change:
        """Say what became of a flag: one of `domain.flags.FLAG_STATES`."""
        flag, link = self._state.flag(flag_id), self._link_of_flag(flag_id)
        return self._log.do(issue_changes.settled(link, flag, state))

    def draft(self, row: int, found: RowFinding) -> FlagDraft:
        """The flag that a finding would become: its type, severity, spans and message."""
        return flag_of(self.document, self._state.row(row), found.finding)

    def agree(self, row: int, found: RowFinding, draft: FlagDraft | None = None) -> Change:
        """Make a flag of a finding, as `draft` says if a person changed it before."""
        draft = draft or self.draft(row, found)
        return self._log.do(issue_changes.agreed(self._link(row), draft, found, self._by()))

    def dismiss(self, found: RowFinding, reason: str) -> Change:
        """Say that a finding is no error; it stays dismissed until either text changes."""
        return self.dismiss_all([found], reason)

    def dismiss_all(self, found: Sequence[RowFinding], reason: str) -> Change:
        """Say so of many findings for one reason, as one change that one undo takes back."""
        return self._log.do(issue_changes.dismissed(found, reason, self._by()))

    def reopen(self, found: RowFinding) -> Change:
        """Take a dismissal back."""
        return self._log.do(issue_changes.reopened(found))

    # History

    def undo(self) -> Change | None:
        """Take back the last change to this document, also one from before a restart."""
        return self._log.undo()

    def redo(self) -> Change | None:
        """Make again what was last undone."""
        return self._log.redo()

    def _alter(self, name: str, label: str, links: Sequence[Link], status: Status) -> Change:
        return self._log.commit(edits.alter(name, label, links, status=status))

    def _by(self) -> issue_changes.By:
        return issue_changes.By(self._log.who.name, self._log.clock())

    def _link(self, row: int) -> Link:
        return self._state.row(row).link

    def _link_of_flag(self, flag_id: int) -> Link:
        return self._link(self._state.row_of(self._state.flag(flag_id).link_id))
