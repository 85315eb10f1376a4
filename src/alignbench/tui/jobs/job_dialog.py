"""Running a long job in a thread, with its progress shown and a way to stop it."""

import threading
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

from textual.app import App
from textual.worker import get_current_worker

from alignbench.domain.errors import AlignbenchError, Cancelled
from alignbench.domain.progress import Progress
from alignbench.messages import t
from alignbench.tui.commands.type_ahead import TypingApp
from alignbench.tui.dialogs.questions import Working

T = TypeVar("T")
EVERY = 0.1
"""Seconds between two reports shown."""


def run_job(
    app: App[Any],
    title: str,
    job: Callable[[Progress], T],
    then: Callable[[T], object],
    failed: Callable[[AlignbenchError], None],
) -> None:
    """Run `job` in a thread behind a `Working` screen, then `then` or `failed` in the app's.

    Escape, and leaving the app, make the next report of progress raise Cancelled inside the job.
    Other keys that are pressed before its outcome is drawn mean nothing: nobody has seen what they
    would act on.
    """
    stopped = threading.Event()
    screen = Working(title, stopped.set)
    app.push_screen(screen)

    def finish(follow: Callable[[], object]) -> None:
        screen.dismiss()
        follow()
        if isinstance(app, TypingApp):
            app.forget_keys(screen.keys_lost)

    def work() -> None:
        worker = get_current_worker()
        last = 0.0

        def progress(stage: str, done: int, total: int) -> None:
            nonlocal last
            if stopped.is_set() or worker.is_cancelled:
                raise Cancelled(t("Stopped; nothing was written."))
            if monotonic() - last > EVERY:
                last = monotonic()
                app.call_from_thread(screen.report, stage, done, total)

        follow: Callable[[], object]
        try:
            result = job(progress)
        except AlignbenchError as error:
            told = error
            follow = lambda: failed(told)  # noqa: E731
        else:
            follow = lambda: then(result)  # noqa: E731
        if not worker.is_cancelled:
            app.call_from_thread(finish, follow)

    app.run_worker(work, thread=True, group="job", exclusive=True)
