"""What keys mean on the review screen."""

from enum import Enum, auto


class Mode(Enum):
    """One at a time."""

    REVIEW = auto()
    LINKING = auto()
    """Segments are being marked for a link by hand."""
    COPYING = auto()
    """`y` was pressed: the next key says what to copy."""
