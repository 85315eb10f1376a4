"""A log in the user's state folder: what went wrong in threads, plug-ins and backups.

It holds names, ids and errors, and nothing of the texts that people work on.
"""

import contextlib
import logging
from pathlib import Path

from alignbench.system.user_folders import state_folder

LARGEST = 500_000
"""Bytes from which on the log is put aside and begun anew."""
KEPT = 3
"""Logs put aside that are kept."""
LOGGER = logging.getLogger("alignbench")
LOGGER.addHandler(logging.NullHandler())


def log_file() -> Path:
    """Where the log is."""
    return state_folder() / "alignbench.log"


def start_log() -> None:
    """Write the log from now on. A disk that refuses is no reason not to start."""
    from logging.handlers import RotatingFileHandler

    with contextlib.suppress(OSError):
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", errors="backslashreplace"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOGGER.addHandler(handler)
        LOGGER.setLevel(logging.INFO)
        LOGGER.propagate = False
