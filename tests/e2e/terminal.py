"""A person at a real terminal: presses keys, and reads what stands on the screen."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds before something that should appear counts as missing, on a machine however busy."""


class Terminal:
    """`alignbench` in a pseudo-terminal."""

    def __init__(self, folder: Path, *arguments: str, size: tuple[int, int] = (120, 40)) -> None:
        columns, lines = size
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._text: str | None = None
        # Test runners set COLUMNS and LINES, which would count for more than the terminal's size.
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        environment = {
            **inherited,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "ALIGNBENCH_STATE": str(folder / "state"),
            "ALIGNBENCH_CONFIG": str(folder / "config"),
            "TEXTUAL_ANIMATIONS": "none",
        }
        self.child = pexpect.spawn(
            sys.executable, ["-m", "alignbench", *arguments], cwd=str(folder),
            env=environment, dimensions=(lines, columns), timeout=PATIENCE,
        )  # fmt: skip

    def press(self, *keys: str) -> None:
        """Send keys as a terminal does."""
        for key in keys:
            self.child.send(key)
            self._read(0.02)

    @property
    def text(self) -> str:
        """What stands on the screen now."""
        self._read(0.05)
        if self._text is None:  # which takes pyte longer than all else here
            self._text = "\n".join(self._screen.display)
        return self._text

    def until(self, what: str | Callable[[str], bool]) -> str:
        """Wait until the screen shows `what`, and give the screen."""
        ends = time.monotonic() + PATIENCE
        shows = (lambda text: what in text) if isinstance(what, str) else what
        while not shows(text := self.text):
            assert time.monotonic() < ends, f"never appeared: {what}\n{text}"
            assert self.child.isalive(), f"the program has ended:\n{text}"
        return text

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        ends = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < ends, f"does not end:\n{self.text}"
            self._read(0.05)
        return int(self.child.exitstatus or 0)

    def close(self) -> None:
        """End it, however long a busy machine takes for that."""
        if self.child.isalive():
            self.kill()
        self.child.close()

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.child.kill(9)
        self.child.wait()

    def _read(self, patience: float) -> None:
        try:
            while True:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=patience))
                self._text = None
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
