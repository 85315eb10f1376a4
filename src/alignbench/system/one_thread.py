"""Products of arrays on one thread: ours are small, and a thread that waits for more is busy."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


@contextmanager
def one_thread_for_products() -> Iterator[None]:
    """Within it NumPy multiplies arrays on one thread, whatever else is going on.

    Texts, chunks and words are read by products of some hundred rows. Shared between two threads
    each takes no less time, and a thread that waits uses a processor in full: on two busy ones a
    book took four times as much of them, and three times as long; checks that ask the model took
    half as much again on idle ones.
    """
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _libraries() -> "ThreadpoolController":
    """What multiplies arrays in this process. Looked for once, after NumPy was loaded."""
    import numpy  # noqa: F401  # its library must be there to be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
