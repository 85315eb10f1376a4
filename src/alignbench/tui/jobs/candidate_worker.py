"""Finding candidates in a thread, one row at a time, without anyone waiting for them."""

import threading
import time
from collections.abc import Callable

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from alignbench.domain.errors import AlignbenchError, Cancelled, EditError
from alignbench.domain.links import Candidate
from alignbench.messages import t
from alignbench.review import ReviewSession

PATIENCE = 0.05
"""Seconds: who runs through rows is asked about only where they stop."""


class CandidateWorker:
    """Answers the last row asked for. One thread at most, which ends with the screen."""

    def __init__(
        self,
        session: ReviewSession,
        found: Callable[[int, list[Candidate]], None],
        failed: Callable[[AlignbenchError], None],
    ) -> None:
        self._session, self._found, self._failed = session, found, failed
        self._guard = threading.Lock()
        self._wanted: int | None = None
        self._is_working = False

    def ask(self, screen: Screen[None], row: int) -> None:
        """Find candidates for `row`; the model is prepared first if need be."""
        with self._guard:
            self._wanted = row
            if self._is_working:
                return
            self._is_working = True
        app = screen.app
        screen.run_worker(lambda: self._work(app), thread=True, group="candidates")

    def _work(self, app: App[object]) -> None:
        worker = get_current_worker()

        def progress(stage: str, done: int, total: int) -> None:  # noqa: ARG001
            if worker.is_cancelled:
                raise Cancelled(t("Stopped."))

        while (row := self._take()) is not None:
            try:
                self._session.prepare(progress)
                found = self._session.candidates(row)
            except (Cancelled, EditError):
                continue  # the screen was left, or the row is gone
            except AlignbenchError as error:
                if not worker.is_cancelled:
                    app.call_from_thread(self._failed, error)
            else:
                if not worker.is_cancelled:
                    app.call_from_thread(self._found, row, found)

    def _take(self) -> int | None:
        """The row wanted; None ends the thread."""
        time.sleep(PATIENCE)
        with self._guard:
            row, self._wanted = self._wanted, None
            self._is_working = row is not None
            return row
