"""A progress bar on standard error, for work that takes more than a second."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Protocol

from alignbench.domain.progress import Progress, silent

PATIENCE = 1.0
"""Seconds before the bar appears: what is done sooner needs none."""

INTERVAL = 0.1
"""Seconds between two pictures of the bar."""

WIDTH = 30
NARROW = 5
"""DocumentBand of the bar where there is room, and those below which it says nothing."""

CLEAR = "\r\x1b[K"


class Ending(Protocol):
    """What tells the painter that the work is done: a `threading.Event`."""

    def wait(self, timeout: float) -> bool:
        """Wait for the end for so many seconds; whether it has come."""


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress]:
    """Reports of long work, drawn on standard error if that is a terminal and wiped at the end.

    Drawn by a thread of its own, so that the bar appears in time also when a single step, such
    as loading a large model, takes long and reports nothing.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield silent
        return
    import threading

    bar = Bar(draw=_draw, columns=_columns)
    ended = threading.Event()
    painter = threading.Thread(target=bar.paint, args=(ended,), daemon=True)
    painter.start()
    try:
        yield bar
    finally:
        ended.set()
        painter.join()


class Bar:
    """Remembers the last report, and draws one line, again and again in place."""

    def __init__(self, draw: Callable[[str], object], columns: Callable[[], int]) -> None:
        self._draw = draw
        self._columns = columns
        self._report: tuple[str, int, int] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take a report."""
        self._report = stage, done, total

    def paint(self, ended: Ending) -> None:
        """Draw the last report every now and then until the work has ended; then wipe it."""
        drawn = False
        pause = PATIENCE
        while not ended.wait(pause):
            pause = INTERVAL
            if self._report is not None:
                self._draw(CLEAR + picture(*self._report, columns=self._columns()))
                drawn = True
        if drawn:
            self._draw(CLEAR)


def picture(stage: str, done: int, total: int, columns: int = 80) -> str:
    """`embedding [#######.......]  48%`; the stage alone where the total is not known.

    One cell short of `columns` at most, so that it never wraps.
    """
    if total <= 0:
        return f"{stage} …"[: columns - 1]
    share = min(max(done / total, 0.0), 1.0)
    room = min(WIDTH, columns - len(f"{stage} []  100%"))
    if room < NARROW:
        return f"{stage} {share:4.0%}"[: columns - 1]
    filled = round(share * room)
    return f"{stage} [{'#' * filled}{'.' * (room - filled)}] {share:4.0%}"


def wipe() -> None:
    """Clear the line that the bar may stand on, for a line that is to stay."""
    if sys.stderr is not None and sys.stderr.isatty():
        _draw(CLEAR)


def _draw(line: str) -> None:
    sys.stderr.write(line)
    sys.stderr.flush()


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
