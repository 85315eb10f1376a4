"""The screen of findings and flags: all that is said of a document, the riskiest first."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from alignbench.domain.errors import AlignbenchError
from alignbench.review import Change, ReviewSession
from alignbench.review.remark_list import RemarkKind
from alignbench.tui.commands.catalog import REMARK_COMMANDS, bindings, by_id
from alignbench.tui.screens.doubting import DoubtingScreen
from alignbench.tui.screens.remarking import ask_change, ask_flag_of, ask_reason
from alignbench.tui.screens.reporting import ReportWriter, ask_report
from alignbench.tui.screens.sifting import SiftedScreen
from alignbench.tui.telling import complain
from alignbench.tui.widgets.remark_list import RemarkList


class RemarksScreen(SiftedScreen):
    """Findings and flags of the document under review. Dismisses with the row to go to."""

    CSS_PATH = "remarks.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REMARK_COMMANDS)]
    deeds = by_id(REMARK_COMMANDS)
    BINDING_GROUP_TITLE = "Findings and flags"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (34, "-tall")]  # noqa: RUF012

    def __init__(
        self, review: DoubtingScreen, folder: Path, write: ReportWriter | None = None
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

    @work
    async def change_flag(self) -> None:
        """Let a person change what the chosen flag says."""
        if (remark := self.chosen) and (flag := remark.flag):
            draft = await ask_change(self, remark.row, flag)
            if draft is not None:
                self.edit(lambda session: session.edit_flag(flag.id, draft))

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

    @on(RemarkList.Activated)
    def _activated(self) -> None:
        self.go_to_pair()
