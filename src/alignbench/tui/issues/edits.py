"""Settling the chosen finding or flag."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from alignbench.domain.errors import AlignbenchError, EditError
from alignbench.domain.flags import Flag, FlagDraft
from alignbench.messages import t, tn
from alignbench.project.drafts import Draft, Drafts
from alignbench.review import Change, ReviewSession
from alignbench.review.found_in_row import RowFinding
from alignbench.review.issues import IssueKind
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.dialogs.issue import ask_change, ask_flag, ask_flag_of, ask_reason, likely
from alignbench.tui.dialogs.kept_flag import Ask, Write, agreed, ask_until_written, changed
from alignbench.tui.dialogs.report import ask_report
from alignbench.tui.issues.page import IssuesPage
from alignbench.tui.notices import complain
from alignbench.tui.review.controllers.jobs import JobsController

Edit = Callable[[ReviewSession], Change | None]


class IssueEditController:
    """Does to the document what a person says of the chosen issue."""

    def __init__(self, page: IssuesPage, jobs: JobsController, drafts: Drafts, root: Path) -> None:
        """`root` is the project's folder, where reports go unless people say else."""
        self._page, self._jobs, self._drafts, self._root = page, jobs, drafts, root

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
        if (issue := self._page.chosen) is None:
            return
        if found := issue.found:
            self.edit(lambda session: session.agree(issue.row, found))
        elif issue.kind is IssueKind.DECLARED:
            draft = likely(self._page.session.rows[issue.row])
            self.edit(lambda session: session.flag(issue.row, draft))

    def flag_revised(self) -> None:
        """Make a flag of the chosen finding or declaration, as a person puts it."""
        issue = self._page.chosen
        if issue is not None and (issue.found or issue.kind is IssueKind.DECLARED):
            self._page.screen.ask(self._ask_flag(issue.row, issue.found))

    async def _ask_flag(self, row: int, found: RowFinding | None) -> None:
        app, session = self._page.app, self._page.session

        async def asked(at: int, kept: Draft) -> FlagDraft | None:
            if found is None:
                return await ask_flag(app, session, at, kept)
            return await ask_flag_of(app, session, at, found, kept)

        def write(at: int, draft: FlagDraft) -> bool:
            if found is None:
                return self.edit(lambda session: session.flag(at, draft))
            return self.edit(partial(agreed, row=at, found=found, draft=draft))

        name = f"flag {found.finding.check}" if found else "flag"
        await self._ask_until_written(name, row, asked, write)

    async def _ask_until_written(self, name: str, row: int, ask: Ask, write: Write) -> None:
        told = await ask_until_written(self._page.session, self._drafts, name, row, ask, write)
        if told:
            self._page.say(told)

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
            what = tn(
                "The only finding about {check} in this document",
                "All {count} findings about {check} in this document",
                len(found), check=issue.label,
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
            self._page.screen.ask(self._ask_change(issue.row, flag))

    async def _ask_change(self, row: int, flag: Flag) -> None:
        async def asked(at: int, kept: Draft) -> FlagDraft | None:
            return await ask_change(self._page.app, self._page.session, at, flag, kept)

        def write(at: int, draft: FlagDraft) -> bool:
            return self.edit(partial(changed, row=at, flag=flag, draft=draft))

        await self._ask_until_written(f"flag {flag.id}", row, asked, write)

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
