"""What one does with the document as a whole."""

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t
from alignbench.project import Project
from alignbench.tui.review.controllers.jobs import JobsController
from alignbench.tui.review.page import ReviewPage


class DocumentController:
    """Exports the document, and reads back what others wrote into an export."""

    def __init__(self, page: ReviewPage, project: Project, jobs: JobsController) -> None:
        self._page, self._project, self._jobs = page, project, jobs

    def export(self) -> None:
        """Ask what to export, and write it."""
        from alignbench.tui.jobs.export import ask_export

        page = self._page
        page.screen.ask(ask_export(page.app, page.session, self._project))

    def show_statistics(self) -> None:
        """Show how much there is and how much is left."""
        from alignbench.review.change_list import entries
        from alignbench.review.statistics import statistics_of
        from alignbench.tui.dialogs.statistics import statistics_table
        from alignbench.tui.dialogs.text_page import TextPage

        page = self._page
        try:
            found = statistics_of(page.session, entries(page.session))
        except AlignbenchError as error:
            page.complain(error)
            return
        name = page.session.document.name
        table = statistics_table({name: found}, page.app.size.width)
        page.app.push_screen(TextPage(t("Statistics"), table))

    def read_back(self) -> None:
        """Ask for a reviewed Word table, and take over what was written into it."""
        self._page.screen.ask(self._ask_table())

    async def _ask_table(self) -> None:
        from alignbench.exchange.formats import read
        from alignbench.review.read_back import read_back
        from alignbench.tui.dialogs.path_input import PathQuestion

        page = self._page
        name = f"{page.session.document.name}.docx"
        named = str(self._project.root / name) if (self._project.root / name).is_file() else ""
        while True:
            path = await page.app.push_screen_wait(
                PathQuestion(t("Read a reviewed Word file"), named, t("enter reads it"))
            )
            if path is None:
                return
            place, named = page.place, str(path)
            try:
                found = read_back(page.session, read(path).pairs)
            except AlignbenchError as error:
                page.complain(error)  # and ask again
            else:
                page.show_all(page.row_at(place))
                page.say(found.said)
                self._jobs.check_soon()
                return

    def show_settings(self) -> None:
        """List every setting of the project, and change what is chosen."""
        self._page.screen.ask(self._ask_settings())

    async def _ask_settings(self) -> None:
        from alignbench.tui.dialogs.settings import ask_settings

        try:
            await ask_settings(self._page.app, self._project.root)
        except AlignbenchError as error:
            self._page.complain(error)
