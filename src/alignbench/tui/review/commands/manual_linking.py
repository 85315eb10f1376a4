"""Commands of linking by hand: pointing at segments anywhere in the document, and marking them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.review.commands.review_command import Mode, ReviewCommand

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen


class Marking(ReviewCommand):
    """A command of linking by hand."""

    group = "Linking by hand"
    modes = frozenset({Mode.LINKING})


class NextSegment(Marking):
    """Point at the next segment on this side."""

    keys = ("j", "down")

    def run(self, screen: ReviewScreen) -> None:
        """One segment down."""
        screen.point(step=+1)


class PreviousSegment(Marking):
    """Point at the previous segment on this side."""

    keys = ("k", "up")

    def run(self, screen: ReviewScreen) -> None:
        """One segment up."""
        screen.point(step=-1)


class OtherSide(Marking):
    """Point at the other side of this link."""

    keys = ("tab", "h", "l", "left", "right")
    footer = "other side"

    def run(self, screen: ReviewScreen) -> None:
        """Change sides."""
        screen.point(step=0)


class MarkSegment(Marking):
    """Mark the segment pointed at, or take its mark away."""

    keys = ("space",)
    footer = "mark"

    def run(self, screen: ReviewScreen) -> None:
        """Mark or unmark."""
        screen.toggle_mark()


class LinkMarked(Marking):
    """Link the marked segments and leave."""

    keys = ("enter",)
    footer = "link"

    def run(self, screen: ReviewScreen) -> None:
        """Link."""
        screen.link_marked()


class LeaveLinking(Marking):
    """Leave without linking."""

    keys = ("escape", "q")
    footer = "leave"

    def run(self, screen: ReviewScreen) -> None:
        """Leave."""
        screen.mode = Mode.REVIEW


MARKING = (
    NextSegment(), PreviousSegment(), OtherSide(), MarkSegment(), LinkMarked(), LeaveLinking(),
)  # fmt: skip
