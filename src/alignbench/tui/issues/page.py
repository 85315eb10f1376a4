"""The parts of the screen of findings and flags, kept in step: heading, list, texts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from textual.app import App

from alignbench.messages import t
from alignbench.review import ReviewSession
from alignbench.review.issue_runs import folded
from alignbench.review.issues import Issue, IssueFilter, IssueKind
from alignbench.review.score import count_characters, count_words, score
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.issues.detail import IssueDetail
from alignbench.tui.issues.heading import IssueHeading
from alignbench.tui.issues.list import IssueList
from alignbench.tui.issues.texts import IssueTexts, explanation_of
from alignbench.tui.widgets.search_bar import SearchBar


@dataclass
class ListPlace:
    """What the list of one document keeps from one visit to the next."""

    filter: IssueFilter = field(default_factory=IssueFilter)
    key: tuple[int, str] | None = None
    """The issue that was chosen."""
    at: int = 0
    """Where it stood in the list."""
    link: int | None = None
    """The link one comes from: its first issue is chosen, if it has one."""


class IssuesPage:
    """Shows what is said of a document, through a filter, and what is known of the chosen issue."""

    def __init__(
        self, screen: CommandScreen[Any], session: ReviewSession, place: ListPlace, *, hints: bool,
        is_checking: Callable[[], bool],
    ) -> None:  # fmt: skip
        """`hints`: list them too; `is_checking` says whether the checks are at work."""
        self.screen, self.session, self._place = screen, session, place
        self.filter = replace(place.filter, hints=hints)
        self._is_checking = is_checking
        self._all: tuple[Issue, ...] = ()
        self.unfolded: set[int] = set()
        """The links of runs that are listed row by row."""
        self._texts = IssueTexts(session)
        document = session.document
        self._words = sum(count_words(each.view) for each in document.en.segments)
        self._characters = sum(count_characters(each.view) for each in document.ja.segments)

    @property
    def app(self) -> App[Any]:
        """The app."""
        return self.screen.app

    @property
    def list(self) -> IssueList:
        """The list."""
        return self.screen.query_one(IssueList)

    @property
    def search_bar(self) -> SearchBar:
        """The line to type words of the filter in."""
        return self.screen.query_one(SearchBar)

    @property
    def is_there(self) -> bool:
        """Whether the screen has its parts: it may be told of progress before and after."""
        return self.screen.is_attached and bool(self.screen.query(SearchBar))

    @property
    def chosen(self) -> Issue | None:
        """The issue under the cursor."""
        return self.list.chosen

    def all_of_check(self, check: str) -> Sequence[Issue]:
        """The open findings of a check, with hints where they are listed."""
        return [
            each
            for each in self._all
            if each.kind is IssueKind.FINDING and each.check == check
            and (self.filter.hints or not each.hint)
        ]  # fmt: skip

    # Showing

    def relist(self) -> None:
        """Show what is said now; the chosen issue stays chosen, or the one in its place."""
        if not self.is_there:
            return
        known = {issue.key for issue in self._all}
        self._all = self.session.findings.issues()
        come = [issue.key for issue in self._all if issue.key not in known] if known else []
        self.show(come[0] if len(come) == 1 else self._begin() if not known else None)

    def fold(self, issue: Issue) -> None:
        """List each row of a run, or, for one of them, the run as one again."""
        if issue.run:
            self.unfolded |= {each.link_id for each in issue.run}
        else:
            run = {each.row: each.link_id for each in self._all if each.link_id in self.unfolded}
            for step in (1, -1):
                row = issue.row + (step < 0) * step
                while row in run:
                    self.unfolded.discard(run[row])
                    row += step
        self.show(issue.key)

    def _listed(self) -> tuple[Issue, ...]:
        """What the filter lets through, runs of rows without a counterpart folded."""
        listed = self.filter.passed(self._all, self._texts.folded)
        return folded(listed, self.session.rows, self.unfolded)

    def _begin(self) -> tuple[int, str] | None:
        """The issue to begin with: of the link one comes from, or the one chosen last time.

        If that is none any more, it is what its link has now, or else what stands in its place.
        """
        link, self._place.link = self._place.link, None
        listed, key = self._listed(), self._place.key
        rows = [(each, issue) for issue in listed for each in (issue, *issue.run)]
        if link is None and key is not None and all(each.key != key for each, _ in rows):
            link = key[0]
            key = listed[min(self._place.at, len(listed) - 1)].key if listed else None
        return next((issue.key for each, issue in rows if each.link_id == link), key)

    def show(self, wanted: tuple[int, str] | None = None) -> None:
        """List what the filter lets through, with `wanted` chosen if it is there."""
        chosen, at = self.chosen, self.list.cursor
        listed = self._listed()
        places = {
            each.key: place for place, issue in enumerate(listed) for each in (issue, *issue.run)
        }
        for key in (wanted, chosen.key if chosen else None):
            if key in places:
                at = places[key]
                break
        self.list.show(listed, self.session.rows, at, self._nothing())
        everything = replace(self.filter, words="").passed(self._all, self._texts.folded)
        found = sum(len(issue.run) or 1 for issue in listed)
        self.search_bar.show_count(found or None, len(everything))
        flags = [flag for row in self.session.rows for flag in row.flags]
        self.screen.query_one(IssueHeading).show_list(
            self.session.document.name,
            score(flags, self._words, self._characters),
            self.session.summary.settled,
            self.filter,
            _counted(self._all, self.filter, self._texts.folded),
        )
        misfits = self.session.findings.misfits()
        self.screen.query_one(IssueHeading).show_misfit(misfits[0].in_short() if misfits else "")
        self.screen.refresh_bindings()

    def show_chosen(self) -> None:
        """Show what is known of the chosen issue, and keep the place."""
        issue = self.chosen
        self._place.filter = self.filter
        if issue is not None:
            self._place.key, self._place.at = issue.key, self.list.cursor
        detail = self.screen.query_one(IssueDetail)
        if issue is None:
            detail.show(None, None, {})
        else:
            row = self.session.rows[issue.row]
            detail.show(
                issue, row, self._texts.spans(issue, row), explanation_of(issue.check),
                len(self.session.rows),
            )  # fmt: skip
        self.screen.refresh_bindings()

    @property
    def is_filtered(self) -> bool:
        """Whether something is left out."""
        return self.filter != IssueFilter(hints=self.filter.hints)

    def _nothing(self) -> str:
        if not self.session.findings.is_checked:
            if self._is_checking():
                return t("The checks are at work; what they find will stand here.")
            key = key_of(self.screen, "check-again")
            return t("The checks did not get to their end; {key} runs them again.", key=key)
        if self.filter == IssueFilter(IssueKind.DISMISSED, hints=self.filter.hints):
            return t("Nothing was dismissed. Escape lists findings and flags.")
        if self.filter == IssueFilter(IssueKind.DECLARED, hints=self.filter.hints):
            return t("Nothing was declared omitted or added. Escape lists findings and flags.")
        if self.is_filtered:
            return t("Nothing like this. Escape lists everything again.")
        return t("Nothing is found, and nothing is flagged.")

    def say(self, text: str) -> None:
        """Tell what happened, for a moment."""
        if self.is_there:
            self.screen.query_one(IssueHeading).tell(text)

    def busy(self, text: str) -> None:
        """Show how far the checks are; once they have ended, whether they got to their end."""
        if self.is_there:
            if not text and not self.session.findings.is_checked:
                self.show()
            self.screen.query_one(IssueHeading).busy(text)


def _counted(
    issues: Sequence[Issue], filter: IssueFilter, text: Callable[[Issue], str]
) -> Mapping[IssueKind | None, int]:
    """How many of each kind the rest of the filter lets through; None: not dismissed."""
    kinds = (None, IssueKind.DISMISSED, IssueKind.DECLARED)
    rest = (replace(filter, kind=kind) for kind in kinds)
    there = [issue.kind for each in rest for issue in each.passed(issues, text)]
    counts: dict[IssueKind | None, int] = {kind: there.count(kind) for kind in IssueKind}
    counts[None] = counts[IssueKind.FINDING] + counts[IssueKind.FLAG]
    return counts
