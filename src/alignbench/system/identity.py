"""Who is at the keyboard, as the system knows them."""

import getpass

from alignbench.domain.identity import SOMEONE, Identity
from alignbench.system.safe_text import one_line


def local_identity() -> Identity:
    """The user this program runs as; `SOMEONE` where the system does not say."""
    try:
        name = one_line(getpass.getuser()).strip()
    except (ImportError, KeyError, OSError):
        return SOMEONE
    return Identity(name, name) if name else SOMEONE
