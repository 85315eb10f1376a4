"""What the process holds: freed memory given back, and Python's search for unreachable objects."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Make objects without looking for unreachable ones among them.

    A long document is a million objects. Each look goes through all that are there by then, which
    takes a third of the time of reading one.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # All of them at once become old: the next look, a moment later, would go through
            # every one to find out just that.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def collect_rarely() -> None:
    """Look for unreachable objects after 50,000 new ones, and not after every 700.

    Most of what is made here is reached until it is freed: segments, links, tokens of a pattern.
    """
    gc.set_threshold(50_000, 50, 100)


def give_back() -> None:
    """Give freed memory back to the system, after work that needed much of it for a while.

    glibc keeps what threads have freed, 160 MB after a chapter was read for meaning. Elsewhere
    nothing is done.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
