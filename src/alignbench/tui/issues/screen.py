"""The screen of findings and flags: all that is said of a document, the riskiest first."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from alignbench.domain.errors import AlignbenchError
from alignbench.review import Change, ReviewSession
from alignbench.review.issues import IssueKind
from alignbench.tui.commands.catalogue import ISSUE_COMMANDS, bindings, by_id
from alignbench.tui.dialogs.issue import ask_change, ask_flag_of, ask_reason
from alignbench.tui.dialogs.report import ReportWriter, ask_report
from alignbench.tui.issues.list import IssueList
from alignbench.tui.issues.list_model import FilteredScreen
from alignbench.tui.notices import complain
from alignbench.tui.review.findings import FindingsScreen


class IssuesScreen(FilteredScreen):
    """Findings and flags of the document under review. Dismisses with the row to go to."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ISSUE_COMMANDS)]
    commands = by_id(ISSUE_COMMANDS)
    BINDING_GROUP_TITLE = "Findings and flags"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (34, "-tall")]  # noqa: RUF012

    def __init__(
        self, review: FindingsScreen, folder: Path, write: ReportWriter | None = None
    ) -> None:
        """`write` writes the report of a session to a file, in `folder` unless people say else."""
        super().__init__(review)
        self._folder, self._write = folder, write

    # Commands

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
        if (issue := self.chosen) and (found := issue.found):
            self.edit(lambda session: session.agree(issue.row, found))

    @work
    async def flag_revised(self) -> None:
        """Make a flag of the chosen finding, as a person puts it."""
        if (issue := self.chosen) and (found := issue.found):
            draft = await ask_flag_of(self, issue.row, found)
            if draft is not None:
                self.edit(lambda session: session.agree(issue.row, found, draft))

    @work
    async def dismiss_chosen(self) -> None:
        """Ask why the chosen finding is no error, and dismiss it."""
        if (issue := self.chosen) and (found := issue.found):
            reason = await ask_reason(self, found.finding.message)
            if reason:
                self.edit(lambda session: session.dismiss(found, reason))

    @work
    async def dismiss_like_chosen(self) -> None:
        """Ask why all findings of the chosen one's check are no errors, and dismiss them."""
        if (issue := self.chosen) is None:
            return
        found = [
            each.found
            for each in self._all
            if each.kind is IssueKind.FINDING and each.check == issue.check and each.found
            and (self.filter.hints or not each.hint)
        ]  # fmt: skip
        what = f"All {len(found)} findings of {issue.check} in this document"
        if found and (reason := await ask_reason(self, what)):
            self.edit(lambda session: session.dismiss_all(found, reason))

    def reopen_chosen(self) -> None:
        """Take the chosen dismissal back; a settled flag is open again."""
        if (issue := self.chosen) is None:
            return
        if found := issue.found:
            self.edit(lambda session: session.reopen(found))
        elif flag := issue.flag:
            self.edit(lambda session: session.settle(flag.id, "open"))

    @work
    async def change_flag(self) -> None:
        """Let a person change what the chosen flag says."""
        if (issue := self.chosen) and (flag := issue.flag):
            draft = await ask_change(self, issue.row, flag)
            if draft is not None:
                self.edit(lambda session: session.edit_flag(flag.id, draft))

    def remove_flag(self) -> None:
        """Remove the chosen flag."""
        if (issue := self.chosen) and (flag := issue.flag):
            self.edit(lambda session: session.unflag(flag.id))

    def go_to_pair(self) -> None:
        """Leave for the chosen issue's pair."""
        if issue := self.chosen:
            self.dismiss(issue.row)

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

    @on(IssueList.Activated)
    def _activated(self) -> None:
        self.go_to_pair()
