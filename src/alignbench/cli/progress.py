"""A progress bar on standard error, for work that takes more than a second."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from alignbench.domain.progress import Progress, silent

PATIENCE = 1.0
"""Seconds before the bar appears: what is done sooner needs none."""

INTERVAL = 0.1
"""Seconds between two pictures of the bar."""

WIDTH = 30
CLEAR = "\r\x1b[K"


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress]:
    """Reports of long work, drawn on standard error if that is a terminal and wiped at the end."""
    if not sys.stderr.isatty():
        yield silent
        return
    bar = Bar(sys.stderr.write, sys.stderr.flush)
    try:
        yield bar
    finally:
        bar.wipe()


class Bar:
    """Draws one line, again and again in place."""

    def __init__(
        self,
        write: Callable[[str], object],
        flush: Callable[[], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._write = write
        self._flush = flush
        self._clock = clock
        self._next = clock() + PATIENCE
        self._drawn = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw the report, if it is time for a new picture."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + INTERVAL
        self._drawn = True
        self._write(CLEAR + picture(stage, done, total))
        self._flush()

    def wipe(self) -> None:
        """Leave the line as it was before."""
        if self._drawn:
            self._write(CLEAR)
            self._flush()


def picture(stage: str, done: int, total: int) -> str:
    """`embedding [#######.......]  48%`; the stage alone where the total is not known."""
    if total <= 0:
        return f"{stage} …"
    share = min(max(done / total, 0.0), 1.0)
    filled = round(share * WIDTH)
    return f"{stage} [{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}"
