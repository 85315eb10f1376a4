"""Leaving as if by the key when the system or the terminal asks the workbench to end."""

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_ENDING = ("SIGTERM", "SIGHUP")
"""What `kill`, a system that shuts down and a terminal that is closed send."""

HANGUP = 1
"""The number of the signal that tells of a closed terminal; Windows has none."""


def leave_on_signals(app: "App[Any]") -> None:
    """End `app` in order at such a signal, so that the terminal is left as it was found.

    The exit code is then 128 and the signal's number, as shells have it. Where there is no such
    signal, or the app does not run in the main thread, nothing is changed.
    """
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, app.exit, None, 128 + number)
