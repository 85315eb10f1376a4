"""Reading rows for meaning behind the screen, those near the cursor first, at low priority."""

import contextlib
import os
import threading
from collections.abc import Callable
from time import monotonic

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from alignbench.domain.errors import AlignbenchError
from alignbench.review import ReviewSession
from alignbench.system.memory import give_back

_EVERY = 1.0
"""Seconds between two redraws of what was read."""
_NICE = 10
"""How far this thread stands back behind the keys, where the system knows such a thing."""


class MeaningWorker:
    """Reads what is not read yet. One thread at most, which ends with the screen."""

    def __init__(
        self,
        session: ReviewSession,
        read: Callable[[], None],
        failed: Callable[[AlignbenchError], None],
    ) -> None:
        """`read` is called in the app when rows have been read."""
        self._session, self._read, self._failed = session, read, failed
        self._guard = threading.Lock()
        self._is_working = False
        self._wanted = False
        self._has_failed = False
        self._row = 0

    def ask(self, screen: Screen[None], row: int) -> None:
        """Read the rows that are new, from `row` outwards; nothing where reading is off."""
        if not self._session.findings.meaning.is_on or self._has_failed:
            return
        with self._guard:
            self._wanted, self._row = True, row
            if self._is_working:
                return
            self._is_working = True
        app = screen.app
        screen.run_worker(lambda: self._work(app), thread=True, group="meaning")

    def _work(self, app: App[object]) -> None:
        worker = get_current_worker()
        with contextlib.suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
        while (row := self._take()) is not None:
            began = last = monotonic()
            try:
                for left in self._session.findings.meaning.read(row, lambda: worker.is_cancelled):
                    if not left or monotonic() - last > _EVERY:
                        last = monotonic()
                        app.call_from_thread(self._read)
            except AlignbenchError as error:
                self._has_failed = True
                if not worker.is_cancelled:
                    app.call_from_thread(self._failed, error)
            if last > began:
                self._session.findings.meaning.rest()
                give_back()
            if worker.is_cancelled or self._has_failed:
                return

    def _take(self) -> int | None:
        with self._guard:
            if not self._wanted:
                self._is_working = False
                return None
            self._wanted = False
            return self._row
