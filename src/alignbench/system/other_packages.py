"""The code of installed packages that plug into this one: it may print, hang, or try to end us."""

import contextlib
import contextvars
import ctypes
import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from alignbench.domain.errors import Cancelled
from alignbench.messages import t

T = TypeVar("T")

OF_A_PAIR, OF_A_DOCUMENT = 60.0, 120.0
"""Seconds that another package's code may take for a pair, a model it loads for it included, and
for a file or a whole document."""
_LOOK = 0.2
"""Seconds after which it is asked again whether anybody still waits."""


def is_ours(thing: object) -> bool:
    """Whether the class of a check or a reader is of this package."""
    return type(thing).__module__.startswith("alignbench.")


def in_bounds(
    name: str,
    work: Callable[[], T],
    seconds: float = OF_A_DOCUMENT,
    still: Callable[[], object] = lambda: None,
) -> T:
    """What another package's code makes. What it prints goes to standard error: ours is data.

    It runs in a thread of its own, which is left behind if it hangs. `still` is called again and
    again meanwhile, and stops the waiting by what it raises; `name` is what a person who stops it
    is told. Whatever the code raises is raised.

    Raises:
        TimeoutError: it took longer than `seconds`.
        RuntimeError: it asked to end the program.
        Cancelled: somebody pressed ctrl+c.
    """
    made: list[T] = []
    raised: list[BaseException] = []
    context = contextvars.copy_context()

    def run() -> None:
        try:
            made.append(context.run(work))
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    with contextlib.redirect_stdout(sys.stderr):
        thread.start()
        try:
            _wait(thread, seconds, still)
        except KeyboardInterrupt:
            _end(thread)
            raise Cancelled(t("Cancelled while {name} was at work.", name=name)) from None
        except BaseException:
            _end(thread)
            raise
    if made:
        return made[0]
    (error,) = raised
    if isinstance(error, SystemExit):
        raise RuntimeError(t("it asked to end the program")) from error
    raise error


def _wait(thread: threading.Thread, seconds: float, still: Callable[[], object]) -> None:
    end = monotonic() + seconds
    while True:
        thread.join(max(0.0, min(_LOOK, end - monotonic())))
        if not thread.is_alive():
            return
        if monotonic() >= end:
            raise TimeoutError(t("it took longer than {seconds:.0f} seconds", seconds=seconds))
        still()


def _end(thread: threading.Thread) -> None:
    """Let a thread end at its next step in Python; one that hangs in C stays until we end."""
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
        )
