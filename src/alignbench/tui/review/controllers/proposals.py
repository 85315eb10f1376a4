"""Proposing a better English for the chosen row."""

from functools import partial

from alignbench.messages import t
from alignbench.project.drafts import Drafts
from alignbench.review import Change, ReviewSession
from alignbench.review.row_text import read_text
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.page import ReviewPage


class ProposalController:
    """Asks for a wording, and settles it."""

    def __init__(self, page: ReviewPage, links: LinksController, drafts: Drafts) -> None:
        self._page, self._links, self._drafts = page, links, drafts

    @property
    def is_proposed(self) -> bool:
        """Whether there is a proposal for the chosen row."""
        return self._page.current.link.proposal is not None

    def write(self) -> None:
        """Ask for a better English, beginning with what is proposed or what is there."""
        self._page.screen.ask(self._ask())

    async def _ask(self) -> None:
        from alignbench.tui.dialogs.proposal import WordingQuestion

        again = True
        draft = self._drafts.at("wording", self._page.place)
        while again:
            current = self._page.current
            english = read_text(current, "en")
            proposed = current.link.proposal.text if current.link.proposal else ""
            draft = draft.moved_to(self._drafts.at("wording", self._page.place))
            text = await self._page.app.push_screen_wait(
                WordingQuestion(read_text(current, "ja"), english, proposed, draft)
            )
            if text is None:
                if draft.text:
                    self._page.say(t("Kept as your draft; b takes it up again."))
                return
            draft.keep(text)
            if not proposed and text == english:
                draft.keep("")
                return
            again = self._links.edit(
                partial(_proposed, row=self._page.row, text="" if text == english else text)
            )
            if not again:
                draft.keep("")

    def settle(self, state: str) -> None:
        """Accept or refuse what is proposed."""
        if not self.is_proposed:
            self._page.say(t("No other English is proposed here."))
            return
        row = self._page.row
        self._links.edit(lambda session: session.proposals.settle(row, state))


def _proposed(session: ReviewSession, row: int, text: str) -> Change:
    return session.proposals.propose(row, text)
