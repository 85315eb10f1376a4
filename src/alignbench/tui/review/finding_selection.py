"""Which of a row's findings are shown, and which of them is selected."""

from collections.abc import Sequence

from alignbench.review import ReviewSession
from alignbench.review.found_in_row import RowFinding


class FindingSelection:
    """The findings of one row at a time: those that nobody has dismissed.

    Hints only where they are switched on; those that a better English answers say so.
    """

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._at = 0
        self._link: int | None = None
        self.shows_hints = False

    def look_at(self, row: int) -> None:
        """Follow to a row; its first finding is selected if it is another link."""
        link = self._session.rows[row].link.id if self._session.rows else None
        if link != self._link:
            self._link, self._at = link, 0

    def of(self, row: int) -> Sequence[RowFinding]:
        """The findings of a row as they are shown."""
        return [each for each in self._all(row) if self._is_shown(each)]

    def dismissed(self, row: int) -> Sequence[RowFinding]:
        """Its dismissed findings."""
        return [each for each in self._all(row) if each.dismissed is not None]

    def at(self, row: int) -> int:
        """The number of the selected finding, 0-based."""
        return min(self._at, max(0, len(self.of(row)) - 1))

    def selected(self, row: int) -> RowFinding | None:
        """The selected finding; None where there is none."""
        found = self.of(row)
        return found[self.at(row)] if found else None

    def step(self, row: int, step: int) -> bool:
        """Select the finding `step` further, around the ends; whether there is one."""
        many = len(self.of(row))
        if many:
            self._at = (self.at(row) + step) % many
        return many > 0

    def toggle_hints(self) -> None:
        """Show hints from now on, or no longer."""
        self.shows_hints = not self.shows_hints
        self._at = 0

    def _all(self, row: int) -> Sequence[RowFinding]:
        return self._session.findings.of(row) if self._session.rows else ()

    def _is_shown(self, found: RowFinding) -> bool:
        return found.dismissed is None and (self.shows_hints or not found.finding.hint)
