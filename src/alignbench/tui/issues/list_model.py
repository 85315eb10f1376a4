"""What the screen of findings and flags lists and shows: everything, through a filter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from alignbench.domain.findings import Grade
from alignbench.domain.flags import Severity
from alignbench.review.issues import Issue, IssueFilter, IssueKind
from alignbench.review.score import count_characters, count_words, score
from alignbench.tui.commands.catalogue import ISSUE_COMMANDS, LIST_FOOTER_ORDER, by_id
from alignbench.tui.commands.command_screen import CommandedScreen
from alignbench.tui.issues.detail import IssueDetail
from alignbench.tui.issues.heading import IssueHeading
from alignbench.tui.issues.list import IssueList
from alignbench.tui.issues.texts import IssueTexts, explanation_of
from alignbench.tui.review.findings import FindingsScreen
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.search_bar import SearchBar

COMMANDS = by_id(ISSUE_COMMANDS)
KINDS = (None, IssueKind.FINDING, IssueKind.FLAG, IssueKind.DISMISSED)


class FilteredScreen(CommandedScreen[int | None]):
    """The list, what is known of the chosen issue, and which issues are listed."""

    def __init__(self, review: FindingsScreen) -> None:
        super().__init__()
        self.review = review
        self.session = review.session
        self.filter = IssueFilter(hints=review.shows_hints)
        self._all: tuple[Issue, ...] = ()
        self._texts = IssueTexts(self.session)
        document = self.session.document
        self._words = sum(count_words(each.view) for each in document.en.segments)
        self._characters = sum(count_characters(each.view) for each in document.ja.segments)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield IssueHeading()
        yield IssueList()
        yield IssueDetail()
        yield SearchBar("filter")
        yield KeyLine(LIST_FOOTER_ORDER)

    def on_mount(self) -> None:
        """Begin with the riskiest."""
        self.issues.focus()
        self.call_after_refresh(self.relist)

    @property
    def issues(self) -> IssueList:
        """The list."""
        return self.query_one(IssueList)

    @property
    def search_bar(self) -> SearchBar:
        """The line to type words of the filter in."""
        return self.query_one(SearchBar)

    @property
    def is_typing(self) -> bool:
        """While one types words of the filter, letters are letters."""
        return self.search_bar.is_typing

    @property
    def chosen(self) -> Issue | None:
        """The issue under the cursor."""
        return self.issues.chosen

    # What is listed

    def sift(self, filter: IssueFilter) -> None:
        """List what `filter` lets through."""
        self.filter = filter
        self._show()

    def step_kind(self, step: int) -> None:
        """List the next kind of issues."""
        at = (KINDS.index(self.filter.kind) + step) % len(KINDS)
        self.sift(replace(self.filter, kind=KINDS[at]))

    def toggle_severity(self) -> None:
        """List only what is as bad as the chosen one, or all again."""
        severity: Severity | None = None
        if self.filter.severity is None and self.chosen:
            severity = self.chosen.severity
        self.sift(replace(self.filter, severity=severity))

    def toggle_check(self) -> None:
        """List only what the chosen one's check says, or all again."""
        check = ""
        if not self.filter.check and self.chosen:
            check = self.chosen.check or self.chosen.type
        self.sift(replace(self.filter, check=check))

    def toggle_grade(self) -> None:
        """List only what is as sure as the chosen one, or all again."""
        grade: Grade | None = None
        if self.filter.grade is None and self.chosen:
            grade = self.chosen.grade
        self.sift(replace(self.filter, grade=grade))

    def toggle_hints(self) -> None:
        """List hints too, or no longer; the review does the same."""
        self.review.shows_hints = not self.review.shows_hints
        self.sift(replace(self.filter, hints=self.review.shows_hints))

    @property
    def is_sifted(self) -> bool:
        """Whether something is left out."""
        return self.filter != IssueFilter(hints=self.filter.hints)

    def sift_nothing(self) -> None:
        """List everything again."""
        self.search_bar.close()
        self.sift(IssueFilter(hints=self.filter.hints))

    @on(SearchBar.Sought)
    def _words_typed(self, event: SearchBar.Sought) -> None:
        if event.words != self.filter.words:
            self.sift(replace(self.filter, words=event.words))

    @on(SearchBar.Left)
    def _typing_left(self) -> None:
        self.issues.focus()
        self.refresh_bindings()

    # Showing

    def relist(self) -> None:
        """Show what is said now; the chosen issue stays chosen, or the one in its place."""
        if not self.is_attached:
            return
        known = {issue.key for issue in self._all}
        self._all = self.session.findings.issues()
        come = [issue.key for issue in self._all if issue.key not in known] if known else []
        self._show(come[0] if len(come) == 1 else None)

    def _show(self, wanted: tuple[int, str] | None = None) -> None:
        """List what the filter lets through, with `wanted` chosen if it is there."""
        chosen, at = self.chosen, self.issues.cursor
        listed = self.filter.passed(self._all, self._texts.folded)
        keys = [issue.key for issue in listed]
        for key in (wanted, chosen.key if chosen else None):
            if key in keys:
                at = keys.index(key)
                break
        self.issues.show(listed, self.session.rows, at, self._nothing())
        self.search_bar.show_count(None if not listed else len(listed), len(self._all))
        flags = [flag for row in self.session.rows for flag in row.flags]
        self.query_one(IssueHeading).show_list(
            self.session.document.name,
            score(flags, self._words, self._characters),
            self.session.summary.settled == 1,
            self.filter,
            _counted(self._all, self.filter, self._texts.folded),
        )
        self.refresh_bindings()

    def _nothing(self) -> str:
        if not self.session.findings.is_checked:
            if self.review.checker.is_running:
                return "The checks are at work; what they find will stand here."
            key = COMMANDS["check-again"].first_key
            return f"The checks did not get to their end; {key} runs them again."
        if self.filter == IssueFilter(IssueKind.DISMISSED, hints=self.filter.hints):
            return "Nothing was dismissed. Escape lists findings and flags."
        if self.is_sifted:
            return "Nothing like this. Escape lists everything again."
        return "Nothing is found, and nothing is flagged."

    @on(IssueList.Moved)
    def _show_chosen(self) -> None:
        issue = self.chosen
        detail = self.query_one(IssueDetail)
        if issue is None:
            detail.show(None, None, {})
        else:
            row = self.session.rows[issue.row]
            detail.show(
                issue, row, self._texts.spans(issue, row), explanation_of(issue.check),
                len(self.session.rows),
            )  # fmt: skip
        self.refresh_bindings()

    def say(self, text: str) -> None:
        """Tell what happened, for a moment."""
        self.query_one(IssueHeading).tell(text)

    def busy(self, text: str) -> None:
        """Show how far the checks are; once they have ended, whether they got to their end."""
        if self.is_attached:
            if not text and not self.session.findings.is_checked:
                self._show()
            self.query_one(IssueHeading).busy(text)


def _counted(
    issues: Sequence[Issue], filter: IssueFilter, text: Callable[[Issue], str]
) -> Mapping[IssueKind | None, int]:
    """How many of each kind the rest of the filter lets through; None: not dismissed."""
    rest = (replace(filter, kind=kind) for kind in (None, IssueKind.DISMISSED))
    there = [issue.kind for each in rest for issue in each.passed(issues, text)]
    counts: dict[IssueKind | None, int] = {kind: there.count(kind) for kind in IssueKind}
    counts[None] = counts[IssueKind.FINDING] + counts[IssueKind.FLAG]
    return counts
