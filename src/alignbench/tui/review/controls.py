"""All that the commands of the review screen act on."""

from collections.abc import Callable

from textual.screen import Screen

from alignbench.project import Project
from alignbench.review import ReviewSession
from alignbench.tui.issues.screen import IssuesScreen
from alignbench.tui.review.controllers.clipboard import ClipboardController
from alignbench.tui.review.controllers.findings import FindingsController
from alignbench.tui.review.controllers.jobs import JobsController
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.controllers.manual_links import ManualLinksController
from alignbench.tui.review.controllers.navigation import NavigationController
from alignbench.tui.review.controllers.notes import NotesController
from alignbench.tui.review.controllers.search import SearchController
from alignbench.tui.review.controllers.words import WordsController
from alignbench.tui.review.page import ReviewPage


class ReviewControls:
    """The page, and a controller for each thing one does there."""

    def __init__(
        self, screen: Screen[None], project: Project, session: ReviewSession,
        leave: Callable[[], None],
    ) -> None:  # fmt: skip
        """`leave` goes back to the library."""
        self.project, self.leave = project, leave
        self.page = ReviewPage(screen, session)
        self.jobs = JobsController(self.page)
        self.links = LinksController(self.page)
        self.navigation = NavigationController(self.page)
        # In this order they draw upon the texts, the last on top.
        self.findings = FindingsController(self.page, self.links)
        self.words = WordsController(self.page)
        self.search = SearchController(self.page)
        self.manual_links = ManualLinksController(self.page, self.links)
        self.notes = NotesController(self.page, self.links, self.jobs, project.root)
        self.clipboard = ClipboardController(self.page)

    def show_issues(self) -> None:
        """List all findings and flags; come back to the pair that is chosen there."""
        screen = IssuesScreen(self.page.session, self.jobs, self.page.selection, self.project.root)
        self.jobs.over = screen
        self.page.app.push_screen(screen, self._issues_left)

    def _issues_left(self, row: int | None) -> None:
        self.jobs.over = None
        last = len(self.page.session.rows) - 1
        self.page.show_all(min(self.page.row if row is None else row, last))
