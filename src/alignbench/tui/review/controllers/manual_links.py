"""Linking by hand: marking segments anywhere in the document."""

from collections.abc import Mapping

from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.layers import Place
from alignbench.tui.review.manual_link import Linking
from alignbench.tui.review.mode import Mode
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.widgets.painter import Spans


class ManualLinksController:
    """A pointer and marks, while keys mean that."""

    def __init__(self, page: ReviewPage, links: LinksController) -> None:
        self._page, self._links = page, links
        self._linking: Linking | None = None

    def begin(self) -> None:
        """Begin with the chosen link's Japanese marked."""
        self._show(Linking.begin(self._page.current.link, self._page.session.document))

    def point(self, step: int) -> None:
        """Point at the next (1) or previous (-1) segment of this side, or (0) the other side."""
        if self._linking is not None:
            rows = self._page.session.rows
            self._linking = self._linking.moved(step, rows, self._page.row)
            self._page.row = self._linking.row(rows)
            self._show(self._linking)

    def toggle(self) -> None:
        """Mark the segment pointed at, or take its mark away."""
        if self._linking is not None:
            self._show(self._linking.toggled())

    def click(self, row: int, side: Side, piece: int) -> None:
        """Mark a segment that was clicked, or take its mark away."""
        if self._linking is not None:
            link = self._page.session.rows[row].link
            number = (link.ja if side == "ja" else link.en)[piece]
            self._show(self._linking.at(side, number).toggled())

    def link_clicked(self, row: int, side: Side, piece: int) -> None:
        """Mark a segment; once one of the other side is marked too, link them."""
        rows = self._page.session.rows
        if row >= len(rows):
            return
        link = rows[row].link
        number = (link.ja if side == "ja" else link.en)[piece]
        if self._linking is None:
            self._show(Linking.at_segment(side, number, self._page.session.document))
            self._page.say(t("Now the same click on what answers it; esc leaves."))
            return
        self._linking = self._linking.at(side, number)
        if (side, number) not in self._linking.marks:
            self._linking = self._linking.toggled()
        if self._linking.marked("ja") and self._linking.marked("en"):
            self.link()
        else:
            self._show(self._linking)

    def link(self) -> None:
        """Link what is marked; without a segment on each side, say so and stay."""
        if self._linking is not None:
            ja, en = self._linking.marked("ja"), self._linking.marked("en")
            if ja and en:
                self.leave()
                self._page.go_to(self._page.row_at(("ja", ja[0])))
            self._links.edit_aligning(t("Linking by hand"), lambda session: session.link(ja, en))

    def leave(self) -> None:
        """Link nothing."""
        self._linking = self._page.layers.sole = None
        self._page.enter(Mode.REVIEW)

    def _show(self, linking: Linking) -> None:
        self._linking, self._page.layers.sole = linking, self._marked
        marks = linking.summary(self._page.session.document)
        self._page.enter(Mode.LINKING, t("Linking by hand   {marks}", marks=marks))

    def _marked(self) -> Mapping[Place, Spans]:
        if self._linking is None:
            return {}
        return self._linking.spans(self._page.session.document)
