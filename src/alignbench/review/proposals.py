"""Proposing a better English for a row, and what becomes of the proposal."""

from collections.abc import Sequence
from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.links import Link
from alignbench.domain.proposals import PROPOSAL_STATES, Proposal
from alignbench.messages import t, tn
from alignbench.review import edits
from alignbench.review.document_state import DocumentState
from alignbench.review.edit_log import EditLog
from alignbench.review.row_text import read_text
from alignbench.review.views import Change, Row


class Proposals:
    """Edits of proposals, each undone like any other."""

    def __init__(self, state: DocumentState, log: EditLog) -> None:
        self._state, self._log = state, log

    def propose(self, row: int, text: str) -> Change:
        """Say what the English of a row should read; an empty text withdraws the proposal.

        Raises EditError where that is what it reads, or what is proposed.
        """
        there, text = self._state.row(row), " ".join(text.split())
        if not text:
            return self._put(there, None, t("Withdrew the proposal"))
        if text == read_text(there, "en"):
            raise EditError(t("The English reads so already."))
        if there.link.proposal and there.link.proposal.text == text:
            raise EditError(t("Nothing changes: that is proposed already."))
        proposal = Proposal(text, self._log.who.id, self._log.clock())
        return self._put(there, proposal, t("Proposed a better English"))

    def propose_all(self, wordings: Sequence[tuple[int, str]]) -> Change:
        """Say what the English of many rows should read, as one change that one undo takes back.

        What a row reads anyway withdraws its proposal. Raises EditError where nothing changes.
        """
        who, at = self._log.who.id, self._log.clock()
        rows = [(self._state.row(number), " ".join(text.split())) for number, text in wordings]
        into = tuple(
            replace(
                row.link, proposal=Proposal(text, who, at) if text != read_text(row, "en") else None
            )
            for row, text in rows
        )
        changed = [
            (row.link, link) for (row, _), link in zip(rows, into, strict=True)
            if _wording(row.link) != _wording(link)
        ]  # fmt: skip
        if not changed:
            raise EditError(t("Nothing changes: that is proposed already."))
        label = tn(
            "Proposed a better English for {count:,} row",
            "Proposed a better English for {count:,} rows",
            len(changed),
        )
        out, come = zip(*changed, strict=True)
        return self._log.commit(edits.Edit("propose-all", label, out, come))

    def settle(self, row: int, state: str) -> Change:
        """Accept or refuse what is proposed for a row, or open it again.

        Raises EditError where nothing is proposed, or for a state that is none.
        """
        there = self._state.row(row)
        if there.link.proposal is None:
            raise EditError(t("No other English is proposed here."))
        if state not in PROPOSAL_STATES:
            raise EditError(
                t("A proposal cannot be {state}.", state=repr(state)),
                t("It is one of: {states}.", states=", ".join(PROPOSAL_STATES)),
            )
        label = t("The proposal is {state}", state=state)
        return self._put(there, replace(there.link.proposal, state=state), label)

    def _put(self, row: Row, proposal: Proposal | None, label: str) -> Change:
        return self._log.commit(edits.alter("propose", label, [row.link], proposal=proposal))


def _wording(link: Link) -> tuple[str, str] | None:
    return (link.proposal.text, link.proposal.state) if link.proposal else None
