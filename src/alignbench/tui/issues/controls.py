"""All that the commands of the screen of findings and flags act on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alignbench.project.drafts import Drafts
from alignbench.review import ReviewSession
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.issues.edits import IssueEditController
from alignbench.tui.issues.filters import FilterController
from alignbench.tui.issues.page import IssuesPage, ListPlace
from alignbench.tui.review.controllers.jobs import JobsController
from alignbench.tui.review.finding_selection import FindingSelection


class IssuesControls:
    """The page, its filter, and edits."""

    def __init__(
        self, screen: CommandScreen[Any], session: ReviewSession, jobs: JobsController,
        selection: FindingSelection, drafts: Drafts, root: Path, place: ListPlace,
        leave: Callable[[int | None], object],
    ) -> None:  # fmt: skip
        """`leave` goes back to the review, to the row it is given if there is one."""
        self.jobs, self.leave = jobs, leave
        self.page = IssuesPage(
            screen, session, place, hints=selection.shows_hints,
            is_checking=lambda: jobs.checker.is_running,
        )  # fmt: skip
        self.filters = FilterController(self.page, selection)
        self.edits = IssueEditController(self.page, jobs, drafts, root)

    def step(self, step: int) -> None:
        """Choose the issue so many further."""
        self.page.list.cursor += step

    def turn_page(self, pages: int) -> None:
        """Go as far as the list shows."""
        self.step(pages * max(1, self.page.list.size.height - 1))

    def to_end(self) -> None:
        """Choose the last issue."""
        self.page.list.cursor = self.page.list.many

    def to_start(self) -> None:
        """Choose the riskiest."""
        self.page.list.cursor = 0

    def go_to_pair(self) -> None:
        """Leave for the chosen issue's pair."""
        if issue := self.page.chosen:
            self.leave(issue.row)
