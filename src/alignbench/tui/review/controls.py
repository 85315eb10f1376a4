"""All that the commands of the review screen act on."""

from collections.abc import Callable

from alignbench.messages import t
from alignbench.project import Project
from alignbench.project.drafts import Drafts
from alignbench.review import ReviewSession
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.issues.page import ListPlace
from alignbench.tui.review.controllers.candidates import CandidatesController
from alignbench.tui.review.controllers.clipboard import ClipboardController
from alignbench.tui.review.controllers.concordance import ConcordanceController, Visit
from alignbench.tui.review.controllers.document import DocumentController
from alignbench.tui.review.controllers.filters import FilterController
from alignbench.tui.review.controllers.findings import FindingsController
from alignbench.tui.review.controllers.history import HistoryController
from alignbench.tui.review.controllers.jobs import JobsController
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.controllers.lit_words import LitWordsController
from alignbench.tui.review.controllers.manual_links import ManualLinksController
from alignbench.tui.review.controllers.navigation import NavigationController
from alignbench.tui.review.controllers.notes import NotesController
from alignbench.tui.review.controllers.proposals import ProposalController
from alignbench.tui.review.controllers.readings import ReadingsController
from alignbench.tui.review.controllers.replacements import ReplacementsController
from alignbench.tui.review.controllers.risk_order import RiskOrderController
from alignbench.tui.review.controllers.search import SearchController
from alignbench.tui.review.controllers.terms import TermsController
from alignbench.tui.review.controllers.word_lookup import WordLookUpController
from alignbench.tui.review.controllers.words import WordsController
from alignbench.tui.review.page import ReviewPage


class ReviewControls:
    """The page, and a controller for each thing one does there."""

    def __init__(
        self, screen: CommandScreen[None], project: Project, session: ReviewSession,
        leave: Callable[[], None], visit: Visit, *, is_over: bool = False,
    ) -> None:  # fmt: skip
        """`leave` goes back to the library, or if it `is_over` another document to that one."""
        self._is_over = is_over
        self.project, self.leave = project, leave
        self.page = ReviewPage(screen, session)
        self.drafts = Drafts(project, session.document.name)
        self.jobs = JobsController(self.page)
        self.links = LinksController(self.page)
        self.candidates = CandidatesController(self.page, self.links)
        self.navigation = NavigationController(self.page)
        # In this order they draw upon the texts, the last on top.
        self.findings = FindingsController(self.page, self.links, self.drafts)
        self.words = WordsController(self.page)
        self.terms = TermsController(self.page, project.root)
        self.lit_words = LitWordsController(self.page)
        self.search = SearchController(self.page)
        self.manual_links = ManualLinksController(self.page, self.links)
        self.notes = NotesController(self.page, self.links, self.jobs, self.drafts, project.root)
        self.wording = ProposalController(self.page, self.links, self.drafts)
        self.replacements = ReplacementsController(self.page, self.links, project.root)
        self.filters = FilterController(self.page)
        self.clipboard = ClipboardController(self.page)
        self.concordance = ConcordanceController(self.page, self.lit_words, project, visit)
        self.word_lookup = WordLookUpController(self.page, self.lit_words, project.root)
        self.readings = ReadingsController(self.page)
        self.risk_order = RiskOrderController(self.page, project)
        self.jobs.told.append(self.risk_order.forget_order)
        self.document = DocumentController(self.page, project, self.jobs)
        self.history = HistoryController(self.page, self.links, project)
        self.came_from_list = False
        """Whether the chosen row was chosen in the list of findings and flags."""
        self._list_place = ListPlace()

    def show_issues(self) -> None:
        """List all findings and flags; come back to the pair that is chosen there."""
        from alignbench.tui.issues.screen import IssuesScreen

        page = self.page
        link = page.current.link.id if not self.came_from_list else None
        place, root = self._list_place, self.project.root
        screen = IssuesScreen(page.session, self.jobs, page.selection, self.drafts, root, place)
        place.link = link
        self.jobs.over = screen
        page.app.push_screen(screen, self._issues_left)

    def escape(self) -> None:
        """Go back to the list one came from; else say which key leaves."""
        if self.came_from_list:
            self.show_issues()
        elif self.concordance.is_left_open:
            self.concordance.come_back()
        elif self._is_over:
            self.leave()
        else:
            key = key_of(self.page.screen, "back-to-library")
            self.page.say(t("{key} goes back to the library.", key=key))

    def _issues_left(self, row: int | None) -> None:
        self.jobs.over = None
        self.came_from_list = row is not None
        last = len(self.page.session.rows) - 1
        self.page.show_all(min(self.page.row if row is None else row, last))
        if row is not None:
            self.page.arrived = self.page.place
