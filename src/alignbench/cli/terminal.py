"""Asking the terminal how wide it draws something."""

import re
import select
import sys
import time

ANSWER = re.compile(rb"\x1b\[(\d+);(\d+)R")
TIMEOUT = 0.5
"""Seconds to wait for an answer that some terminals never give."""


def measured_width(text: str) -> int | None:
    """DocumentBand that this terminal takes for `text`; None where it cannot be asked.

    Prints the text at the start of a line, asks for the cursor's place (CSI 6 n), wipes the line.
    """
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return None
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        sys.stdout.write(f"\r{text}\x1b[6n")
        sys.stdout.flush()
        answer = _answer(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        sys.stdout.write("\r\x1b[K")
        sys.stdout.flush()
    return None if answer is None else answer - 1


def _answer(descriptor: int) -> int | None:
    """The column that the terminal answers with, counted from 1."""
    import os

    got = b""
    ends = time.monotonic() + TIMEOUT
    while (left := ends - time.monotonic()) > 0:
        if not select.select([descriptor], [], [], left)[0]:
            break
        got += os.read(descriptor, 64)
        if match := ANSWER.search(got):
            return int(match[2])
    return None
