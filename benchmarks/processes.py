"""Whole processes, timed from outside: what a user waits for, imports and all.

Every table names the times of `python -c pass` beside ours, and gives ratios to it, since bare
seconds say as much about the machine as about us. The best of several runs is taken: noise only
ever adds.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

PYTHON = sys.executable
ALIGNBENCH = (PYTHON, "-m", "alignbench")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, seconds of CPU (children's included), and memory in MiB."""

    wall: float
    cpu: float
    memory: float


def once(command: Sequence[str]) -> Spent:
    """Run a command that must succeed, with its output thrown away."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} exited with {process.returncode}")
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(command: Sequence[str], runs: int) -> Spent:
    """The least of each number over several runs."""
    spent = [once(command) for _ in range(runs)]
    return Spent(
        min(each.wall for each in spent),
        min(each.cpu for each in spent),
        max(each.memory for each in spent),
    )


def bare_python(runs: int) -> Spent:
    """A Python that does nothing: what every other time is compared with."""
    return best((PYTHON, "-c", "pass"), runs)


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, the first row as a heading, all but the first column to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = row
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        print("  ".join(cells))
