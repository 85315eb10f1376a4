"""Showing only some rows of the document."""

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t, tn
from alignbench.review.shown_rows import ShownRows
from alignbench.tui.dialogs.row_filter import FilterQuestion
from alignbench.tui.review.page import ReviewPage


class FilterController:
    """Asks which rows to show, and shows them."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page

    @property
    def stands(self) -> bool:
        """Whether some rows may be hidden."""
        return self._page.shown.is_filtered

    def ask(self) -> None:
        """Ask which rows are to be shown."""
        self._page.screen.ask(self._ask())

    async def _ask(self) -> None:
        page = self._page
        rows = page.filterable()
        is_checked = page.session.findings.is_checked
        question = FilterQuestion(rows, page.shown.filter, is_checked=is_checked)
        wanted = await page.app.push_screen_wait(question)
        if wanted is None:
            return
        if wanted.is_empty:
            self.clear()
            return
        try:
            flags = page.filterable().passing(wanted)
        except AlignbenchError as error:
            page.complain(error)
            return
        if not any(flags):
            page.say(t("No link is so; the rows stay as they are."))
            return
        # The chosen row if it passes, else the next one that does.
        row = flags.find(1, page.row) if 1 in flags[page.row :] else flags.rfind(1)
        page.show_only(ShownRows(wanted, flags), row)
        page.say(tn("{count:,} row is shown.", "{count:,} rows are shown.", sum(flags)))

    def clear(self) -> None:
        """Show all rows again."""
        if self.stands:
            self._page.show_only(ShownRows(), self._page.row)
            self._page.say(t("All rows are shown."))
