"""Looking for words in all documents of the project, and coming back."""

from collections.abc import Callable
from typing import Protocol

from alignbench.messages import t
from alignbench.project import Project
from alignbench.tui.review.controllers.lit_words import LitWordsController
from alignbench.tui.review.layers import Place
from alignbench.tui.review.page import ReviewPage


class Visit(Protocol):
    """Opens another document over this one."""

    def __call__(self, name: str, link: int | None, back: Callable[[], None] | None) -> None:
        """Open the document called `name` at the link of an id; `back` follows its leaving."""


class ConcordanceController:
    """Asks for words, goes where they stand, and comes back to the list."""

    def __init__(
        self, page: ReviewPage, lit_words: LitWordsController, project: Project, visit: Visit
    ) -> None:
        self._page, self._lit_words = page, lit_words
        self._project, self._visit = project, visit
        self._words, self._at = "", 0
        self._origin: Place | None = None
        """Where one was when one asked, while escape comes back to the list."""

    @property
    def is_left_open(self) -> bool:
        """Whether the chosen row was chosen in the list."""
        return self._origin is not None

    def ask(self) -> None:
        """List where the selected or lit words stand, or those that are typed."""
        self._words, self._at = self._lit_words.chosen, 0
        self._origin = None
        self._page.screen.ask(self._ask(self._page.place))

    def come_back(self) -> None:
        """Show the list again as it was left; escape there goes back to where one began."""
        origin, self._origin = self._origin, None
        self._page.screen.ask(self._ask(origin or self._page.place))

    async def _ask(self, origin: Place) -> None:
        from alignbench.tui.dialogs.concordance import Concordance

        page = self._page
        question = Concordance(self._project, self._words, self._at)
        answer = await page.app.push_screen_wait(question)
        self._words = question.words
        if answer is None:
            if page.place != origin:
                page.go_to(page.row_at(origin))
            return
        found, self._at = answer
        self._lit_words.leave()  # so that escape comes back, and does not put the light out first
        if found.document != page.session.document.name:
            self._origin = origin
            self._visit(found.document, found.link, self.come_back)
            return
        stands = found.link in {row.link.id for row in page.session.rows}
        row = page.session.row_of(found.link) if stands else None
        self._origin = origin if stands else None
        page.arrive(row, t("That link is no more."))
