"""The code of installed packages that plug into this one: it may print, or try to end us."""

import contextlib
import sys
from collections.abc import Iterator


def is_ours(thing: object) -> bool:
    """Whether the class of a check or a reader is of this package."""
    return type(thing).__module__.startswith("alignbench.")


@contextlib.contextmanager
def kept_in_bounds() -> Iterator[None]:
    """Run another package's code: what it prints goes to standard error, since ours is data.

    Raises:
        RuntimeError: it asked to end the program.
    """
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    except SystemExit as error:
        raise RuntimeError("it asked to end the program") from error
