"""Saying which findings and flags are listed."""

from dataclasses import replace

from alignbench.domain.findings import Grade
from alignbench.domain.flags import Severity
from alignbench.review.issues import IssueFilter, IssueKind
from alignbench.tui.issues.page import IssuesPage
from alignbench.tui.review.finding_selection import FindingSelection

KINDS = (None, *IssueKind)


class FilterController:
    """Changes the filter of the list."""

    def __init__(self, page: IssuesPage, selection: FindingSelection) -> None:
        """`selection` is the review's, which shows hints where the list does."""
        self._page, self._selection = page, selection

    def list_only(self, filter: IssueFilter) -> None:
        """List what `filter` lets through."""
        self._page.filter = filter
        self._page.show()

    def list_kind(self, kind: IssueKind | None) -> None:
        """List one kind of issues, or all that is open."""
        self.list_only(replace(self._page.filter, kind=kind))

    def step_kind(self, step: int) -> None:
        """List the next kind of issues."""
        at = (KINDS.index(self._page.filter.kind) + step) % len(KINDS)
        self.list_kind(KINDS[at])

    def toggle_severity(self) -> None:
        """List only what is as bad as the chosen one, or all again."""
        severity: Severity | None = None
        if self._page.filter.severity is None and self._page.chosen:
            severity = self._page.chosen.severity
        self.list_only(replace(self._page.filter, severity=severity))

    def toggle_check(self) -> None:
        """List only what the chosen one's check says, or all again."""
        check = ""
        if not self._page.filter.check and (chosen := self._page.chosen):
            check = chosen.check or chosen.type
        self.list_only(replace(self._page.filter, check=check))

    def toggle_grade(self) -> None:
        """List only what is as sure as the chosen one, or all again."""
        grade: Grade | None = None
        if self._page.filter.grade is None and self._page.chosen:
            grade = self._page.chosen.grade
        self.list_only(replace(self._page.filter, grade=grade))

    @property
    def can_fold(self) -> bool:
        """Whether the chosen issue stands for a run of rows, or is one of a run that is open."""
        chosen = self._page.chosen
        return chosen is not None and bool(chosen.run or chosen.link_id in self._page.unfolded)

    def toggle_fold(self) -> None:
        """List each row of the chosen run, or one line for all of them again."""
        if (chosen := self._page.chosen) is not None:
            self._page.fold(chosen)

    def toggle_hints(self) -> None:
        """List hints too, or no longer; the review does the same."""
        self._selection.toggle_hints()
        self.list_only(replace(self._page.filter, hints=self._selection.shows_hints))

    def list_all(self) -> None:
        """List everything again."""
        self._page.search_bar.close()
        self.list_only(IssueFilter(hints=self._page.filter.hints))

    def list_words(self, words: str) -> None:
        """List only what has these words."""
        if words != self._page.filter.words:
            self.list_only(replace(self._page.filter, words=words))
