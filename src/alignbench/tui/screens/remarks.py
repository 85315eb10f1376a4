"""The screen of findings and flags: all that is said of a document, the riskiest first."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.findings import Grade
from alignbench.domain.flags import Severity
from alignbench.review import Change, ReviewSession
from alignbench.review.remark_list import Remark, RemarkKind, Sieve
from alignbench.review.score import english_words, japanese_characters, score
from alignbench.tui.commands.catalog import LIST_FOOTER_ORDER, REMARK_COMMANDS, bindings, by_id
from alignbench.tui.remark_texts import RemarkTexts, explanation_of
from alignbench.tui.screens.doubting import DoubtingScreen
from alignbench.tui.screens.remarking import ask_flag_of, ask_reason
from alignbench.tui.screens.reporting import ReportWriter, ask_report
from alignbench.tui.telling import complain
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.remark_detail import RemarkDetail
from alignbench.tui.widgets.remark_heading import RemarkHeading
from alignbench.tui.widgets.remark_list import RemarkList
from alignbench.tui.widgets.search_bar import SearchBar

COMMANDS = by_id(REMARK_COMMANDS)
KINDS = (None, RemarkKind.FINDING, RemarkKind.FLAG, RemarkKind.DISMISSED)


class RemarksScreen(Screen[int | None]):
    """Findings and flags of the document under review. Dismisses with the row to go to."""

    CSS_PATH = "remarks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REMARK_COMMANDS)]
    BINDING_GROUP_TITLE = "Findings and flags"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (34, "-tall")]  # noqa: RUF012

    def __init__(
        self, review: DoubtingScreen, folder: Path, write: ReportWriter | None = None
    ) -> None:
        """`write` writes the report of a session to a file, in `folder` unless people say else."""
        super().__init__()
        self._folder, self._write = folder, write
        self.review = review
        self.session = review.session
        self.sieve = Sieve(hints=review.shows_hints)
        self._all: tuple[Remark, ...] = ()
        self._texts = RemarkTexts(self.session)
        document = self.session.document
        self._words = sum(english_words(each.view) for each in document.en.segments)
        self._characters = sum(japanese_characters(each.view) for each in document.ja.segments)

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
    def chosen(self) -> Remark | None:
        """The remark under the cursor."""
        return self.remarks.chosen

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys mean what applies to the chosen remark."""
        if action == "command":
            typing = not self.is_mounted or self.search_bar.is_typing
            return not typing and COMMANDS[str(parameters[0])].applies(self)
        return super().check_action(action, parameters)

    def action_command(self, name: str) -> None:
        """Do what a key or the palette says."""
        COMMANDS[name].run(self)

    def edit(self, deed: Callable[[ReviewSession], Change | None], otherwise: str = "") -> None:
        """Do something to the document and show what came of it."""
        try:
            change = deed(self.session)
        except AlignbenchError as error:
            complain(self.app, error)
            self.relist()
            return
        if change is None:
            self.say(otherwise)
            return
        self.review.checker.ask(self.review, texts=change.first_row <= change.last_row)
        self.relist()
        self.say(change.label)

    def flag_at_once(self) -> None:
        """Make a flag of the chosen finding as it is."""
        if (remark := self.chosen) and (found := remark.found):
            self.edit(lambda session: session.agree(remark.row, found))

    @work
    async def flag_revised(self) -> None:
        """Make a flag of the chosen finding, as a person puts it."""
        if (remark := self.chosen) and (found := remark.found):
            draft = await ask_flag_of(self, remark.row, found)
            if draft is not None:
                self.edit(lambda session: session.agree(remark.row, found, draft))

    @work
    async def dismiss_chosen(self) -> None:
        """Ask why the chosen finding is no error, and dismiss it."""
        if (remark := self.chosen) and (found := remark.found):
            reason = await ask_reason(self, found.finding.message)
            if reason:
                self.edit(lambda session: session.dismiss(found, reason))

    @work
    async def dismiss_like_chosen(self) -> None:
        """Ask why all findings of the chosen one's check are no errors, and dismiss them."""
        if (remark := self.chosen) is None:
            return
        found = [
            each.found
            for each in self._all
            if each.kind is RemarkKind.FINDING and each.check == remark.check and each.found
            and (self.sieve.hints or not each.hint)
        ]  # fmt: skip
        what = f"All {len(found)} findings of {remark.check} in this document"
        if found and (reason := await ask_reason(self, what)):
            self.edit(lambda session: session.dismiss_all(found, reason))

    def reopen_chosen(self) -> None:
        """Take the chosen dismissal back; a settled flag is open again."""
        if (remark := self.chosen) is None:
            return
        if found := remark.found:
            self.edit(lambda session: session.reopen(found))
        elif flag := remark.flag:
            self.edit(lambda session: session.settle(flag.id, "open"))

    def remove_flag(self) -> None:
        """Remove the chosen flag."""
        if (remark := self.chosen) and (flag := remark.flag):
            self.edit(lambda session: session.unflag(flag.id))

    def go_to_pair(self) -> None:
        """Leave for the chosen remark's pair."""
        if remark := self.chosen:
            self.dismiss(remark.row)

    @property
    def can_report(self) -> bool:
        """Whether there is a way to write a report."""
        return self._write is not None

    @work
    async def write_report(self) -> None:
        """Ask where to, and write the report."""
        if self._write is not None:
            await ask_report(self, self.session, self._folder, self._write, self.say)

    def leave(self) -> None:
        """Leave for the pair one came from."""
        self.dismiss(None)

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
            _counted(self._all, self.sieve),
        )
        self.refresh_bindings()

    def _nothing(self) -> str:
        if not self.session.doubts.is_checked:
            return "The checks are at work; what they find will stand here."
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

    @on(RemarkList.Activated)
    def _activated(self) -> None:
        self.go_to_pair()

    def say(self, text: str) -> None:
        """Tell what happened, for a moment."""
        self.query_one(RemarkHeading).tell(text)

    def busy(self, text: str) -> None:
        """Show how far the checks are."""
        if self.is_attached:
            self.query_one(RemarkHeading).busy(text)


def _counted(remarks: Sequence[Remark], sieve: Sieve) -> dict[RemarkKind | None, int]:
    """How many there are of each kind, whatever else is asked of them; None: not dismissed."""
    there = [remark.kind for remark in remarks if sieve.hints or not remark.hint]
    counts: dict[RemarkKind | None, int] = {kind: there.count(kind) for kind in RemarkKind}
    counts[None] = counts[RemarkKind.FINDING] + counts[RemarkKind.FLAG]
    return counts
