"""The library, and the documents that are opened over it."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t
from alignbench.project import Project
from alignbench.review import ReviewSession
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain
from alignbench.tui.review.screen import ReviewScreen


class Screens:
    """Goes from the library to a document, from that to others, and back. One belongs to the app.

    Who opens the workbench on a document waits for no library: it is made when it is wanted.
    """

    def __init__(self, app: App[Any], project: Project, opened: Callable[[], object]) -> None:
        """`opened` is called when a document is on the screen."""
        self._app, self._project, self._opened = app, project, opened

    def show_library(self, *, fresh: bool = False) -> None:
        """Go back to the library. `fresh`: the project was just opened."""
        from alignbench.tui.library.screen import LibraryScreen

        app = self._app
        while len(app.screen_stack) > 1 and not isinstance(app.screen, LibraryScreen):
            app.pop_screen()
        if not isinstance(app.screen, LibraryScreen):
            app.push_screen(LibraryScreen(self._project, self.show_review, fresh=fresh))

    def show_review(
        self, name: str, link: int | None = None, back: Callable[[], None] | None = None
    ) -> None:
        """Open a document for review, at the link of an id if it stands.

        With `back` it lies over another document, and this is called when one comes back to that.
        """
        app = self._app

        def leave() -> None:
            if back is None:
                self.show_library()
            else:
                app.pop_screen()
                app.call_after_refresh(back)

        def show(session: ReviewSession) -> None:
            row = None
            if link is not None:
                with suppress(KeyError):
                    row = session.row_of(link)
            is_over = back is not None
            app.push_screen(
                ReviewScreen(self._project, session, leave, self.show_review, row, is_over=is_over)
            )
            self._opened()

        def failed(error: AlignbenchError) -> None:
            if len(app.screen_stack) == 1:
                self.show_library()
            complain(app, error)

        run_job(
            app, t("Opening {name}", name=name), lambda _: self._project.review(name), show, failed
        )
