"""Settling the chosen finding or flag."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from alignbench.domain.errors import AlignbenchError, EditError
from alignbench.domain.flags import Flag, FlagDraft
from alignbench.domain.text import Side
from alignbench.messages import t, tn
from alignbench.review import Change, ReviewSession
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issues import Issue
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.dialogs.issue import ask_change, ask_flag, ask_flag_of, ask_reason
from alignbench.tui.dialogs.report import ask_report
from alignbench.tui.issues.page import IssuesPage
from alignbench.tui.notices import complain
from alignbench.tui.review.controllers.jobs import JobsController

Edit = Callable[[ReviewSession], Change | None]


class IssueEditController:
    """Does to the document what a person says of the chosen issue."""

    def __init__(self, page: IssuesPage, jobs: JobsController, root: Path) -> None:
        """`root` is the project's folder, where reports go unless people say else."""
        self._page, self._jobs, self._root = page, jobs, root

    def edit(self, edit: Edit, otherwise: str = "") -> bool:
        """Do something to the document and show what came of it; whether it may be tried again."""
        try:
            change = edit(self._page.session)
        except AlignbenchError as error:
            complain(self._page.app, error)
            self._page.relist()
            return not isinstance(error, EditError)
        if change is None:
            self._page.say(otherwise)
            return False
        self._jobs.check_change(change)
        self._page.relist()
        self._page.say(change.label)
        return False

    def undo(self) -> None:
        """Take the last change back."""
        self.edit(lambda session: session.undo(), t("There is nothing to undo."))

    def redo(self) -> None:
        """Make again what was undone."""
        self.edit(lambda session: session.redo(), t("There is nothing to redo."))

    # Findings

    def flag_at_once(self) -> None:
        """Make a flag of the chosen finding as it is."""
        if (issue := self._page.chosen) and (found := issue.found):
            self.edit(lambda session: session.agree(issue.row, found))

    def flag_revised(self) -> None:
        """Make a flag of the chosen finding, as a person puts it."""
        if (issue := self._page.chosen) and (found := issue.found):
            self._page.screen.ask(self._ask_flag(issue, found))

    async def _ask_flag(self, issue: Issue, found: RowFinding) -> None:
        place = self._place(issue.row)
        draft = await ask_flag_of(self._page.app, self._page.session, issue.row, found)
        if draft is not None and self.edit(lambda session: session.agree(issue.row, found, draft)):
            await self._flag_again(place, draft)

    def _place(self, row: int) -> tuple[Side, int]:
        link = self._page.session.rows[row].link
        return ("ja", link.ja[0]) if link.ja else ("en", link.en[0])

    async def _flag_again(self, place: tuple[Side, int], draft: FlagDraft | None) -> None:
        """Ask again with what was typed, of the row that holds the place now."""
        session = self._page.session
        while draft is not None and (row := session.row_holding(*place)) is not None:
            draft = await ask_flag(self._page.app, session, row, draft=draft)
            if draft is None or not self.edit(partial(_flagged, row=row, draft=draft)):
                return

    def dismiss(self) -> None:
        """Ask why the chosen finding is no error, and dismiss it."""
        if (issue := self._page.chosen) and (found := issue.found):
            run = [each.found for each in issue.run if each.found]
            what = tn("{count} finding", "All {count} findings of this run", len(run))
            said = f"{what}: {issue.message}" if run else found.finding.message
            self._page.screen.ask(self._ask_reason(run or [found], said))

    def dismiss_all_such(self) -> None:
        """Ask why all findings of the chosen one's check are no errors, and dismiss them."""
        if issue := self._page.chosen:
            found = [e.found for e in self._page.all_of_check(issue.check) if e.found]
            what = t(
                "All {count} findings about {check} in this document",
                count=len(found), check=issue.label,
            )  # fmt: skip
            if found:
                self._page.screen.ask(self._ask_reason(found, what))

    async def _ask_reason(self, found: list[RowFinding], what: str) -> None:
        if reason := await ask_reason(self._page.app, what):
            self.edit(lambda session: session.dismiss_all(found, reason))

    def reopen(self) -> None:
        """Take the chosen dismissal back; a settled flag is open again."""
        if (issue := self._page.chosen) is None:
            return
        if found := issue.found:
            self.edit(lambda session: session.reopen(found))
        elif flag := issue.flag:
            self.edit(lambda session: session.settle(flag.id, "open"))

    # Flags

    def change_flag(self) -> None:
        """Let a person change what the chosen flag says."""
        if (issue := self._page.chosen) and (flag := issue.flag):
            self._page.screen.ask(self._ask_change(issue, flag))

    async def _ask_change(self, issue: Issue, flag: Flag) -> None:
        place = self._place(issue.row)
        draft = await ask_change(self._page.app, self._page.session, issue.row, flag)
        if draft is not None and self.edit(lambda session: session.edit_flag(flag.id, draft)):
            await self._flag_again(place, draft)

    def tell_of_flag(self) -> None:
        """Say what is done with a flag, which is no finding and is not dismissed."""
        screen = self._page.screen
        self._page.say(
            t(
                "This is a flag: {remove} removes it, {change} changes it.",
                remove=key_of(screen, "remove-flag"), change=key_of(screen, "edit-flag"),
            )
        )  # fmt: skip

    def remove_flag(self) -> None:
        """Remove the chosen flag."""
        if (issue := self._page.chosen) and (flag := issue.flag):
            self.edit(lambda session: session.unflag(flag.id))

    # The report

    def write_report(self) -> None:
        """Ask where to, and write the report."""
        page = self._page
        page.screen.ask(ask_report(page.app, page.session, self._root, page.say))


def _flagged(session: ReviewSession, row: int, draft: FlagDraft) -> Change:
    return session.flag(row, draft)
