"""The screen of findings and flags: all that is said of a document, the riskiest first."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from alignbench.messages import t
from alignbench.project.drafts import Drafts
from alignbench.review import ReviewSession
from alignbench.tui.commands.command import bindings, by_id
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.issues.commands import FOOTER, ISSUE_COMMANDS
from alignbench.tui.issues.controls import IssuesControls
from alignbench.tui.issues.detail import IssueDetail
from alignbench.tui.issues.heading import IssueHeading
from alignbench.tui.issues.list import IssueList
from alignbench.tui.issues.page import ListPlace
from alignbench.tui.issues.texts import explanation_of
from alignbench.tui.review.controllers.jobs import JobsController
from alignbench.tui.review.finding_selection import FindingSelection
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.search_bar import SearchBar


class IssuesScreen(CommandScreen[int | None]):
    """Findings and flags of the document under review. Dismisses with the row to go to."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ISSUE_COMMANDS)]
    commands = by_id(ISSUE_COMMANDS)
    BINDING_GROUP_TITLE = t("Findings and flags")
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (34, "-tall")]  # noqa: RUF012

    def __init__(
        self, session: ReviewSession, jobs: JobsController, selection: FindingSelection,
        drafts: Drafts, root: Path, place: ListPlace,
    ) -> None:  # fmt: skip
        super().__init__()
        self._controls = IssuesControls(
            self, session, jobs, selection, drafts, root, place, self.dismiss
        )  # fmt: skip

    @property
    def controls(self) -> IssuesControls:
        """What the commands act on."""
        return self._controls

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield IssueHeading()
        yield IssueList()
        yield IssueDetail()
        yield SearchBar(t("filter"))
        yield KeyLine(FOOTER)

    def on_mount(self) -> None:
        """Begin with the riskiest."""
        self.controls.page.list.focus()
        self.call_after_refresh(self.relist)

    @property
    def about(self) -> str:
        """What the chosen issue's check looks for."""
        chosen = self.controls.page.chosen
        return explanation_of(chosen.check) if chosen and chosen.check else ""

    @property
    def is_typing(self) -> bool:
        """While one types words of the filter, letters are letters."""
        return self.controls.page.search_bar.is_typing

    def relist(self) -> None:
        """Show what is said now."""
        self.controls.page.relist()

    def busy(self, text: str) -> None:
        """Show how far the checks are."""
        self.controls.page.busy(text)

    @property
    def search_bar(self) -> SearchBar:
        """The line to type words of the filter in."""
        return self.controls.page.search_bar

    @on(SearchBar.Sought)
    def _words_typed(self, event: SearchBar.Sought) -> None:
        self.controls.filters.list_words(event.words)

    @on(SearchBar.Left)
    def _typing_left(self) -> None:
        self.controls.page.list.focus()
        self.refresh_bindings()

    @on(IssueHeading.KindChosen)
    def _kind_chosen(self, event: IssueHeading.KindChosen) -> None:
        self.controls.filters.list_kind(event.kind)

    @on(IssueList.Moved)
    def _show_chosen(self) -> None:
        self.controls.page.show_chosen()

    @on(IssueList.Activated)
    def _activated(self) -> None:
        self.controls.go_to_pair()
