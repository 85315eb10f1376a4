"""What the screen of findings and flags lists and shows: everything, through a sieve."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult

from alignbench.domain.findings import Grade
from alignbench.domain.flags import Severity
from alignbench.review.remark_list import Remark, RemarkKind, Sieve
from alignbench.review.score import count_characters, count_words, score
from alignbench.tui.commands.catalog import LIST_FOOTER_ORDER, REMARK_COMMANDS, by_id
from alignbench.tui.remark_texts import RemarkTexts, explanation_of
from alignbench.tui.screens.commanded import CommandedScreen
from alignbench.tui.screens.doubting import DoubtingScreen
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.remark_detail import RemarkDetail
from alignbench.tui.widgets.remark_heading import RemarkHeading
from alignbench.tui.widgets.remark_list import RemarkList
from alignbench.tui.widgets.search_bar import SearchBar

COMMANDS = by_id(REMARK_COMMANDS)
KINDS = (None, RemarkKind.FINDING, RemarkKind.FLAG, RemarkKind.DISMISSED)


class SiftedScreen(CommandedScreen[int | None]):
    """The list, what is known of the chosen remark, and which remarks are listed."""

    def __init__(self, review: DoubtingScreen) -> None:
        super().__init__()
        self.review = review
        self.session = review.session
        self.sieve = Sieve(hints=review.shows_hints)
        self._all: tuple[Remark, ...] = ()
        self._texts = RemarkTexts(self.session)
        document = self.session.document
        self._words = sum(count_words(each.view) for each in document.en.segments)
        self._characters = sum(count_characters(each.view) for each in document.ja.segments)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield RemarkHeading()
        yield RemarkList()
        yield RemarkDetail()
        yield SearchBar("filter")
        yield KeyLine(LIST_FOOTER_ORDER)

    def on_mount(self) -> None:
        """Begin with the riskiest."""
        self.remarks.focus()
        self.call_after_refresh(self.relist)

    @property
    def remarks(self) -> RemarkList:
        """The list."""
        return self.query_one(RemarkList)

    @property
    def search_bar(self) -> SearchBar:
        """The line to type words of the filter in."""
        return self.query_one(SearchBar)

    @property
    def is_typing(self) -> bool:
        """While one types words of the filter, letters are letters."""
        return self.search_bar.is_typing

    @property
    def chosen(self) -> Remark | None:
        """The remark under the cursor."""
        return self.remarks.chosen

    # What is listed

    def sift(self, sieve: Sieve) -> None:
        """List what `sieve` lets through."""
        self.sieve = sieve
        self._show()

    def step_kind(self, step: int) -> None:
        """List the next kind of remarks."""
        at = (KINDS.index(self.sieve.kind) + step) % len(KINDS)
        self.sift(replace(self.sieve, kind=KINDS[at]))

    def toggle_severity(self) -> None:
        """List only what is as bad as the chosen one, or all again."""
        severity: Severity | None = None
        if self.sieve.severity is None and self.chosen:
            severity = self.chosen.severity
        self.sift(replace(self.sieve, severity=severity))

    def toggle_check(self) -> None:
        """List only what the chosen one's check says, or all again."""
        check = ""
        if not self.sieve.check and self.chosen:
            check = self.chosen.check or self.chosen.type
        self.sift(replace(self.sieve, check=check))

    def toggle_grade(self) -> None:
        """List only what is as sure as the chosen one, or all again."""
        grade: Grade | None = None
        if self.sieve.grade is None and self.chosen:
            grade = self.chosen.grade
        self.sift(replace(self.sieve, grade=grade))

    def toggle_hints(self) -> None:
        """List hints too, or no longer; the review does the same."""
        self.review.shows_hints = not self.review.shows_hints
        self.sift(replace(self.sieve, hints=self.review.shows_hints))

    @property
    def is_sifted(self) -> bool:
        """Whether something is left out."""
        return self.sieve != Sieve(hints=self.sieve.hints)

    def sift_nothing(self) -> None:
        """List everything again."""
        self.search_bar.close()
        self.sift(Sieve(hints=self.sieve.hints))

    @on(SearchBar.Sought)
    def _words_typed(self, event: SearchBar.Sought) -> None:
        if event.words != self.sieve.words:
            self.sift(replace(self.sieve, words=event.words))

    @on(SearchBar.Left)
    def _typing_left(self) -> None:
        self.remarks.focus()
        self.refresh_bindings()

    # Showing

    def relist(self) -> None:
        """Show what is said now; the chosen remark stays chosen, or the one in its place."""
        if not self.is_attached:
            return
        known = {remark.key for remark in self._all}
        self._all = self.session.doubts.remarks()
        come = [remark.key for remark in self._all if remark.key not in known] if known else []
        self._show(come[0] if len(come) == 1 else None)

    def _show(self, wanted: tuple[int, str] | None = None) -> None:
        """List what the sieve lets through, with `wanted` chosen if it is there."""
        chosen, at = self.chosen, self.remarks.cursor
        listed = self.sieve.passed(self._all, self._texts.folded)
        keys = [remark.key for remark in listed]
        for key in (wanted, chosen.key if chosen else None):
            if key in keys:
                at = keys.index(key)
                break
        self.remarks.show(listed, self.session.rows, at, self._nothing())
        self.search_bar.show_count(None if not listed else len(listed), len(self._all))
        flags = [flag for row in self.session.rows for flag in row.flags]
        self.query_one(RemarkHeading).show_list(
            self.session.document.name,
            score(flags, self._words, self._characters),
            self.session.summary.settled == 1,
            self.sieve,
            _counted(self._all, self.sieve, self._texts.folded),
        )
        self.refresh_bindings()

    def _nothing(self) -> str:
        if not self.session.doubts.is_checked:
            if self.review.checker.is_running:
                return "The checks are at work; what they find will stand here."
            key = COMMANDS["check-again"].first_key
            return f"The checks did not get to their end; {key} runs them again."
        if self.sieve == Sieve(RemarkKind.DISMISSED, hints=self.sieve.hints):
            return "Nothing was dismissed. Escape lists findings and flags."
        if self.is_sifted:
            return "Nothing like this. Escape lists everything again."
        return "Nothing is found, and nothing is flagged."

    @on(RemarkList.Moved)
    def _show_chosen(self) -> None:
        remark = self.chosen
        detail = self.query_one(RemarkDetail)
        if remark is None:
            detail.show(None, None, {})
        else:
            row = self.session.rows[remark.row]
            detail.show(
                remark, row, self._texts.spans(remark, row), explanation_of(remark.check),
                len(self.session.rows),
            )  # fmt: skip
        self.refresh_bindings()

    def say(self, text: str) -> None:
        """Tell what happened, for a moment."""
        self.query_one(RemarkHeading).tell(text)

    def busy(self, text: str) -> None:
        """Show how far the checks are; once they have ended, whether they got to their end."""
        if self.is_attached:
            if not text and not self.session.doubts.is_checked:
                self._show()
            self.query_one(RemarkHeading).busy(text)


def _counted(
    remarks: Sequence[Remark], sieve: Sieve, text: Callable[[Remark], str]
) -> Mapping[RemarkKind | None, int]:
    """How many of each kind the rest of the sieve lets through; None: not dismissed."""
    rest = (replace(sieve, kind=kind) for kind in (None, RemarkKind.DISMISSED))
    there = [remark.kind for each in rest for remark in each.passed(remarks, text)]
    counts: dict[RemarkKind | None, int] = {kind: there.count(kind) for kind in RemarkKind}
    counts[None] = counts[RemarkKind.FINDING] + counts[RemarkKind.FLAG]
    return counts
