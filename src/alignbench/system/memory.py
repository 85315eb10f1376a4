"""What the process holds: freed memory given back, and Python's search for unreachable objects."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


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


def give_back() -> None:
    """Give memory back to the system, after work that needed much of it for a while.

    glibc keeps what threads have freed, 160 MB after a chapter was read for meaning; and of the
    Japanese dictionary, which is read in place, 170 MB stay in memory once they were looked at.
    Those pages are the file's: who looks at one again reads it from there. On Linux alone.
    """
    if sys.platform != "linux":
        return
    import ctypes

    library = ctypes.CDLL(None)
    trim, advise = getattr(library, "malloc_trim", None), getattr(library, "madvise", None)
    if trim is not None:
        trim(0)
    if advise is not None:
        for start, end in _files_read_in_place():
            advise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _NOT_NEEDED)


_NOT_NEEDED = 4
"""`MADV_DONTNEED`."""
_LARGE = 1 << 20


def _files_read_in_place() -> Iterator[tuple[int, int]]:
    """Where in memory large files stand that are shared with the system and only read.

    What is not shared may hold changes that no file has.
    """
    with suppress(OSError, ValueError), Path("/proc/self/maps").open(encoding="utf-8") as maps:
        for line in maps:
            place, rights, *_ = line.split(maxsplit=2)
            start, end = (int(each, 16) for each in place.split("-"))
            if rights == "r--s" and end - start >= _LARGE:
                yield start, end
