"""Taking a candidate: by its number, or by selecting it first."""

from alignbench.messages import t
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.page import ReviewPage


class CandidatesController:
    """Links what a candidate says. One that is clicked is selected, and taken by another step."""

    def __init__(self, page: ReviewPage, links: LinksController) -> None:
        self._page, self._links = page, links

    def choose(self, number: int) -> None:
        """Link what the candidate of this number says."""
        shown = self._page.panel.shown
        if number > len(shown):
            waiting = t("Candidates are still being looked for.")
            none = t("There is no candidate {number}.", number=number)
            self._page.say(none if shown else waiting)
            return
        row, candidate = self._page.row, shown[number - 1]
        rows = {self._page.row_at(("ja", at)) for at in candidate.ja}
        rows |= {self._page.row_at(("en", at)) for at in candidate.en}
        if self._links.were_hidden(sorted(rows)):
            return
        self._links.edit_aligning(
            t("Linking as chosen"),
            lambda session: session.choose(row, candidate),
            then=self._links.go_on,
        )

    @property
    def has_selected(self) -> bool:
        """Whether a candidate is selected, which enter and space take."""
        return self._page.panel.selected is not None

    def tell_selected(self, number: int) -> None:
        """Say how a candidate that was clicked is taken."""
        self._page.say(
            t("Candidate {number}: click it again, or enter, takes it; esc leaves.", number=number)
        )
        self._page.screen.refresh_bindings()

    def take_selected(self) -> None:
        """Link what the selected candidate says."""
        if (number := self._page.panel.selected) is not None:
            self.choose(number)

    def deselect(self) -> None:
        """Leave the link as it is."""
        self._page.panel.select(None)
        self._page.screen.refresh_bindings()
