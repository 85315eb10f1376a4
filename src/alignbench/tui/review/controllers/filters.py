"""Showing only some rows of the document."""

from collections.abc import Sequence

from alignbench.domain.errors import AlignbenchError, Cancelled
from alignbench.messages import t, tn
from alignbench.review import Row
from alignbench.review.shown_rows import ShownRows
from alignbench.tui.jobs.job_dialog import run_job
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
        from alignbench.tui.dialogs.row_filter import FilterQuestion

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
        before = page.session.rows
        run_job(
            page.app, t("Looking for rows"), lambda progress: rows.passing(wanted, progress),
            lambda flags: self._show(ShownRows(wanted, flags), before), self._failed,
        )  # fmt: skip

    def _show(self, shown: ShownRows, before: Sequence[Row]) -> None:
        """Show the rows found among those `before`; a worker may have changed some since."""
        page = self._page
        found = shown.after(before, page.session.rows, 0, len(before))
        flags = found.flags or b""
        if not any(shown.flags or b""):
            page.say(t("No link is so; the rows stay as they are."))
            return
        # The chosen row if it passes, else the next one that does.
        row = flags.find(1, page.row) if 1 in flags[page.row :] else flags.rfind(1)
        page.show_only(found, row)
        page.say(tn("{count:,} row is shown.", "{count:,} rows are shown.", sum(flags)))

    def _failed(self, error: AlignbenchError) -> None:
        if isinstance(error, Cancelled):
            self._page.say(t("Stopped; the rows stay as they are."))
        else:
            self._page.complain(error)

    def clear(self) -> None:
        """Show all rows again."""
        if self.stands:
            self._page.show_only(ShownRows(), self._page.row)
            self._page.say(t("All rows are shown."))
