"""What the commands of the review screen share."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from alignbench.tui.commands.command import Command

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen


class Mode(Enum):
    """What keys mean on the review screen."""

    REVIEW = auto()
    LINKING = auto()
    """Segments are being marked for a link by hand."""
    COPYING = auto()
    """`y` was pressed: the next key says what to copy."""


class ReviewCommand(Command["ReviewScreen"]):
    """A command of the review screen."""

    modes = frozenset({Mode.REVIEW})

    def applies(self, screen: ReviewScreen) -> bool:
        """In its modes, on a document that has rows."""
        return screen.mode in self.modes and bool(screen.session.rows)
