"""Reading a document in the order of risk: the row that deserves a look most comes next."""

from collections.abc import Sequence

from rich.text import Text

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import Side
from alignbench.messages import t, tn
from alignbench.project import Project
from alignbench.project.bookmarks import Bookmarks
from alignbench.review import Row
from alignbench.system.safe_text import printable
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.row_place import placed_by
from alignbench.tui.wrapping import wrap

Order = tuple[tuple[int, ...], Sequence[int]]
"""The links that an order is of, as they stood, and their rows, the riskiest first."""


class RiskOrderController:
    """Goes from one row to the next riskiest, and knows which ones were read that way.

    A row counts as read once it was led to and left by the same key. Rows with a flag or a better
    English have been dealt with.
    """

    def __init__(self, page: ReviewPage, project: Project) -> None:
        self._page = page
        self._read = Bookmarks(project, page.session.document.name, "read")
        self._led_to: tuple[Side, int] | None = None
        """The first segment of the row that the key led to last."""
        self._order: Order | None = None
        self._is_looking = False
        self._is_through = False
        """Whether the key found nothing to read when it was pressed last."""
        page.about_row.append(self._why)

    def forget_order(self) -> None:
        """Look at all rows anew when the key is pressed next: more is known of them."""
        self._order = None

    def go_on(self) -> None:
        """Take the row it led to for read, and choose the riskiest of those that are not."""
        page = self._page
        if not page.session.rows or self._is_looking:
            return
        if not page.session.findings.is_checked:
            page.say(t("The checks are still at work."))
            return
        try:
            if self._led_to == page.place:
                self._read.add(page.place)
            if self._is_through:
                self._read.clear()
        except AlignbenchError as error:
            page.complain(error)
            return
        if self._order is not None and self._order[0] == self._links():
            self._lead(self._order[1])
        else:
            self._is_looking = True
            page.screen.run_worker(self._look, thread=True, group="risk")

    def _look(self) -> None:
        links = self._links()
        found = self._page.session.findings.by_risk()
        self._page.app.call_from_thread(self._found, (links, found))

    def _found(self, order: Order) -> None:
        self._is_looking = False
        if self._page.is_there and order[0] == self._links():
            self._order = order
            self._lead(order[1])

    def _links(self) -> tuple[int, ...]:
        return tuple(row.link.id for row in self._page.session.rows)

    def _lead(self, order: Sequence[int]) -> None:
        page = self._page
        rows = page.session.rows
        found = next(
            (at for at in order if page.shown.has(at) and not self._is_done(rows[at])), None
        )
        self._is_through = found is None and not self._is_through
        if found is None:
            self._led_to = None
            page.say(t("Every row that is shown was read in this order; once more begins anew."))
            return
        page.go_to(found)
        self._led_to = page.place
        page.tell_row()

    def _is_done(self, row: Row) -> bool:
        return bool(row.flags) or row.link.proposal is not None or self._was_read(row)

    def _was_read(self, row: Row) -> bool:
        side: Side = "ja" if row.link.ja else "en"
        return (side, (row.link.ja or row.link.en)[0]) in self._read.places

    def _why(self) -> list[Text]:
        """On a row that the key led to: why it is the next one, and how many were read."""
        page = self._page
        if self._led_to is None or self._led_to != page.place:
            return []
        read = len(self._read.places)
        line = Text(t("to be read next"), "bold")
        line.append("  ").append("  ".join(map(printable, self._reasons(page.row))), "italic")
        line.append(f"  {tn('{count:,} row read', '{count:,} rows read', read)}", "dim")
        starts = wrap(line.plain, max(20, page.panel.size.width))
        return list(line.divide(starts[1:]))

    def _reasons(self, row: int) -> list[str]:
        """Why a row is the next one: never empty. What its findings say below is not said twice."""
        findings = self._page.session.findings
        listed = {each.finding.message for each in findings.of(row)}
        known = findings.risk(row).reasons
        reasons = [each for each in known if each not in listed]
        if reasons:
            return reasons
        if known:
            return [t("for the finding below")]
        return placed_by(self._page.current, is_read=findings.meaning.of(row) is not None)
