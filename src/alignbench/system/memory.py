"""Python's search for unreachable objects, put off while very many are made that stay."""

import gc
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
