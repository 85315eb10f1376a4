"""What one does with the document as a whole."""

from alignbench.project import Project
from alignbench.tui.jobs.export import ask_export
from alignbench.tui.review.page import ReviewPage


class DocumentController:
    """Exports the document."""

    def __init__(self, page: ReviewPage, project: Project) -> None:
        self._page, self._project = page, project

    def export(self) -> None:
        """Ask what to export, and write it."""
        page = self._page
        page.screen.ask(ask_export(page.app, page.session, self._project.root))
