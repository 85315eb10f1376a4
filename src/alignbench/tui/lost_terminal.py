"""Noticing that the terminal is gone, where no signal tells of it.

Textual reads keys and writes the screen in threads of their own. Where the terminal is gone,
reading finds an end again and again without a word, and the first write ends its thread: thirty
pieces later the app waits for room to write for ever, deaf to any signal, with the project open.
"""

import os
import sys
from collections.abc import Callable
from typing import IO

from textual.driver import Driver


class LastingOutput:
    """A file to which writing never fails: what cannot be written is let go of."""

    def __init__(self, file: IO[str], gone: Callable[[], object]) -> None:
        """`gone` is called once, in the thread that writes, when the file takes nothing more."""
        self._file = file
        self._gone = gone
        self._is_gone = False

    def write(self, text: str) -> int:
        """Write, or let go of the text; how many characters were taken."""
        self._tried(lambda: self._file.write(text))
        return len(text)

    def flush(self) -> None:
        """Flush, if there is still a file."""
        self._tried(self._file.flush)

    def fileno(self) -> int:
        """The number of the file beneath."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether the file beneath is a terminal."""
        return self._file.isatty()

    def _tried(self, act: Callable[[], object]) -> None:
        if self._is_gone:
            return
        try:
            act()
        except (OSError, ValueError):  # ValueError: the file was closed
            self._is_gone = True
            self._gone()


def leave_without_terminal(driver: Driver, leave: Callable[[], object]) -> None:
    """Call `leave`, in the loop's thread, when the terminal of a driver takes nothing more.

    A driver that writes to no file is left as it is.
    """
    file = getattr(driver, "_file", None)
    if file is not None:
        loop = driver._loop
        lasting = LastingOutput(file, lambda: loop.call_soon_threadsafe(leave))
        driver._file = lasting  # type: ignore[attr-defined]


def is_terminal() -> bool:
    """Whether standard input is a terminal, now."""
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False
