"""Keeping findings up to date: the checks run behind the screen, a moment after the last edit."""

import threading
from collections.abc import Callable
from time import monotonic, sleep

from textual.app import App
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from alignbench.domain.errors import AlignbenchError, Cancelled
from alignbench.domain.progress import Progress
from alignbench.messages import t
from alignbench.review import ReviewSession
from alignbench.system.log import LOGGER
from alignbench.system.memory import give_back

PATIENCE = 0.6
"""Seconds without an edit before the checks look again, or as long as they took last time."""
_GLANCE = 0.05
_EVERY = 0.2
"""Seconds between two looks at whether it is time, and between two reports of progress."""


class CheckWorker:
    """Runs the checks for the last state asked for. One thread at most, which ends with the screen.

    A run is never cut short by an edit, or a long document would never be checked to its end while
    one works in it; what changed meanwhile is looked at in the next run.
    """

    def __init__(
        self,
        session: ReviewSession,
        told: Callable[[str], None],
        done: Callable[[], None],
        failed: Callable[[AlignbenchError], None],
    ) -> None:
        """`told` is given a line on the progress, empty at the end; all are called in the app."""
        self._session, self._told, self._done, self._failed = session, told, done, failed
        self._guard = threading.Lock()
        self._stopped = threading.Event()
        self._wanted = self._texts_changed = self._is_working = False
        self._due = self._took = 0.0
        self._complained = ""

    @property
    def is_running(self) -> bool:
        """Whether the checks are at work, or about to be."""
        return self._is_working

    def ask(self, screen: Screen[None], *, texts: bool = True, at_once: bool = False) -> None:
        """Look again soon. Without `texts`, only dismissals changed, and nothing is checked."""
        with self._guard:
            self._wanted = True
            self._texts_changed |= texts
            self._due = monotonic() + (0.0 if at_once else max(PATIENCE, self._took))
            if self._is_working:
                return
            self._is_working = True
        app = screen.app
        screen.run_worker(lambda: self._work(app), thread=True, group="checks")

    def stop(self) -> None:
        """Stop: what was found before stays."""
        with self._guard:
            self._wanted = False
            self._stopped.set()

    def _work(self, app: App[object]) -> None:
        worker = get_current_worker()
        while (texts := self._take(worker)) is not None:
            began = monotonic()
            try:
                if texts:
                    self._session.findings.check(self._reporter(app, worker))
                    self._took = monotonic() - began
                    if self._took > PATIENCE:
                        give_back()
                elif self._session.findings.is_checked:
                    self._session.findings.write_down()
            except Cancelled:
                self._texts_changed = True  # and still is to be looked at, when next asked
            except AlignbenchError as error:
                self._texts_changed = True
                if not worker.is_cancelled and str(error) != self._complained:
                    self._complained = str(error)  # once: a broken glossary is broken at each edit
                    app.call_from_thread(self._failed, error)
            except Exception as error:
                self._texts_changed = True
                LOGGER.exception("the checks failed")
                told = AlignbenchError(
                    t("The checks could not run: {error}.", error=repr(error)),
                    t("The log in the state folder says more: `alignbench locate state`."),
                )
                if not worker.is_cancelled and str(told) != self._complained:
                    self._complained = str(told)
                    app.call_from_thread(self._failed, told)
            else:
                self._complained = ""
                if not worker.is_cancelled:
                    app.call_from_thread(self._done)
                    for failure in self._session.findings.take_failures():
                        app.call_from_thread(self._failed, failure)
        if not worker.is_cancelled:
            app.call_from_thread(self._told, "")

    def _take(self, worker: Worker[object]) -> bool | None:
        """Wait until it is time; whether texts changed. None ends the thread."""
        while True:
            with self._guard:
                self._stopped.clear()
                if worker.is_cancelled or not self._wanted:
                    self._is_working = False
                    return None
                if monotonic() >= self._due:
                    texts, self._wanted, self._texts_changed = self._texts_changed, False, False
                    return texts
            sleep(_GLANCE)

    def _reporter(self, app: App[object], worker: Worker[object]) -> Progress:
        last = monotonic()

        def progress(stage: str, done: int, total: int) -> None:
            nonlocal last
            if worker.is_cancelled or self._stopped.is_set():
                raise Cancelled(t("Stopped."))
            if monotonic() - last > _EVERY:
                last = monotonic()
                share = f" {done / total:.0%}" if total else ""
                app.call_from_thread(self._told, f"{stage}{share}")

        return progress
