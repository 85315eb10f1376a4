"""Commands that choose another link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.review.commands.review_command import ReviewCommand

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen


class Moving(ReviewCommand):
    """A command that chooses another link."""

    group = "Moving"


class NextLink(Moving):
    """Choose the next link."""

    keys = ("j", "down")

    def run(self, screen: ReviewScreen) -> None:
        """One row down."""
        screen.row += 1


class PreviousLink(Moving):
    """Choose the previous link."""

    keys = ("k", "up")

    def run(self, screen: ReviewScreen) -> None:
        """One row up."""
        screen.row -= 1


class NextParagraph(Moving):
    """Choose the first link of the next paragraph."""

    keys = ("}", "shift+down")

    def run(self, screen: ReviewScreen) -> None:
        """Down to a row that begins a paragraph, or to the last row."""
        rows = screen.session.rows
        below = range(screen.row + 1, len(rows))
        screen.row = next((row for row in below if rows[row].new_paragraph), len(rows) - 1)


class PreviousParagraph(Moving):
    """Choose the first link of this paragraph, or of the one before it."""

    keys = ("{", "shift+up")

    def run(self, screen: ReviewScreen) -> None:
        """Up to a row that begins a paragraph, or to the first row."""
        rows = screen.session.rows
        above = range(screen.row - 1, -1, -1)
        screen.row = next((row for row in above if rows[row].new_paragraph), 0)


class NextDoubtful(Moving):
    """Choose the next link that is in doubt."""

    keys = ("n", "f8")
    footer = "next doubt"

    def run(self, screen: ReviewScreen) -> None:
        """Down to doubt, from the end on from the beginning."""
        screen.go_to(screen.session.next_doubtful(screen.row, 1), "No other link is in doubt.")


class PreviousDoubtful(Moving):
    """Choose the previous link that is in doubt."""

    keys = ("N", "f7")

    def run(self, screen: ReviewScreen) -> None:
        """Up to doubt."""
        screen.go_to(screen.session.next_doubtful(screen.row, -1), "No other link is in doubt.")


class PageDown(Moving):
    """Go down by as many links as the view shows."""

    keys = ("pagedown", "ctrl+d")

    def run(self, screen: ReviewScreen) -> None:
        """A view further down."""
        screen.view.turn_page(1)


class PageUp(Moving):
    """Go up by as many links as the view shows."""

    keys = ("pageup", "ctrl+u")

    def run(self, screen: ReviewScreen) -> None:
        """A view further up."""
        screen.view.turn_page(-1)


class FirstLink(Moving):
    """Choose the first link of the document."""

    keys = ("g", "home")

    def run(self, screen: ReviewScreen) -> None:
        """To the top."""
        screen.row = 0


class LastLink(Moving):
    """Choose the last link of the document."""

    keys = ("G", "end")

    def run(self, screen: ReviewScreen) -> None:
        """To the end."""
        screen.row = len(screen.session.rows) - 1


class GoToSegment(Moving):
    """Type the number of a Japanese segment (or e and the number of an English one) to go to it."""

    keys = (":", "ctrl+g")

    def run(self, screen: ReviewScreen) -> None:
        """Ask for the number."""
        screen.ask_segment()


MOVING = (
    NextLink(), PreviousLink(), NextParagraph(), PreviousParagraph(), NextDoubtful(),
    PreviousDoubtful(), PageDown(), PageUp(), FirstLink(), LastLink(), GoToSegment(),
)  # fmt: skip
