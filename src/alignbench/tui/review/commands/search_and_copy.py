"""Commands that find, copy and leave, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.review.commands.review_command import Mode, ReviewCommand
from alignbench.tui.widgets.column_selection import column_text

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen


class Looking(ReviewCommand):
    """A command that only looks."""

    group = "Finding and copying"


class Search(Looking):
    """Search both texts; results show while you type."""

    keys = ("/", "ctrl+f")
    footer = "search"

    def run(self, screen: ReviewScreen) -> None:
        """Open the search line."""
        screen.search_bar.open()


class NextMatch(Looking):
    """Go to the next match of the search; n does so too until escape ends the search."""

    keys = ("n", "f3")
    footer = "next match"

    def applies(self, screen: ReviewScreen) -> bool:
        """While there are matches."""
        return super().applies(screen) and screen.is_searching

    def run(self, screen: ReviewScreen) -> None:
        """Down to a match."""
        screen.step_match(+1)


class PreviousMatch(Looking):
    """Go to the previous match of the search."""

    keys = ("N", "shift+f3")

    def applies(self, screen: ReviewScreen) -> bool:
        """While there are matches."""
        return super().applies(screen) and screen.is_searching

    def run(self, screen: ReviewScreen) -> None:
        """Up to a match."""
        screen.step_match(-1)


class EndSearch(Looking):
    """End the search and its highlights."""

    keys = ("escape",)
    footer = "end search"

    def applies(self, screen: ReviewScreen) -> bool:
        """While there is a search."""
        return super().applies(screen) and screen.is_searching

    def run(self, screen: ReviewScreen) -> None:
        """End it."""
        screen.search_bar.close()


class ShowUnanswered(Looking):
    """Underline the words of the chosen link that nothing on the other side answers, or stop."""

    keys = ("w",)

    def run(self, screen: ReviewScreen) -> None:
        """Begin or end."""
        screen.toggle_unanswered()


class Copy(Looking):
    """Copy this link: then j for the Japanese, e for the English, y for both with a tab between."""

    keys = ("y",)

    def run(self, screen: ReviewScreen) -> None:
        """Wait for the second key."""
        screen.mode = Mode.COPYING


class CopiesText(Looking):
    """The second key of copying."""

    modes = frozenset({Mode.COPYING})
    explained = False
    is_rebindable = False

    def is_offered(self, screen: ReviewScreen) -> bool:
        """Without the first key too."""
        return screen.mode is Mode.REVIEW and bool(screen.session.rows)

    def copy(self, screen: ReviewScreen, what: str, text: str) -> None:
        """Copy `text` and say so."""
        screen.mode = Mode.REVIEW
        screen.app.copy_to_clipboard(text)
        screen.say(f"Copied {what}.")


class CopyJapanese(CopiesText):
    """Copy this link's Japanese."""

    keys = ("j",)
    shown_keys = "y j"
    footer = "copy Japanese"

    def run(self, screen: ReviewScreen) -> None:
        """Copy one side."""
        self.copy(screen, "the Japanese", column_text(screen.picture, "ja"))


class CopyEnglish(CopiesText):
    """Copy this link's English."""

    keys = ("e",)
    shown_keys = "y e"
    footer = "copy English"

    def run(self, screen: ReviewScreen) -> None:
        """Copy one side."""
        self.copy(screen, "the English", column_text(screen.picture, "en"))


class CopyBoth(CopiesText):
    """Copy this link's Japanese and English, with a tab between."""

    keys = ("y",)
    shown_keys = "y y"
    footer = "copy both"

    def run(self, screen: ReviewScreen) -> None:
        """Copy both sides."""
        both = (column_text(screen.picture, "ja"), column_text(screen.picture, "en"))
        self.copy(screen, "the Japanese and the English", "\t".join(both))


class LeaveCopying(CopiesText):
    """Copy nothing."""

    keys = ("escape",)
    footer = "leave"

    def is_offered(self, screen: ReviewScreen) -> bool:
        """Once the first key was pressed."""
        return self.applies(screen)

    def run(self, screen: ReviewScreen) -> None:
        """Leave."""
        screen.mode = Mode.REVIEW


class BackToLibrary(Looking):
    """Go back to the library; everything is kept."""

    keys = ("q", "escape")

    def applies(self, screen: ReviewScreen) -> bool:
        """Even on a document with nothing in it."""
        return screen.mode is Mode.REVIEW

    def run(self, screen: ReviewScreen) -> None:
        """Leave the document."""
        screen.leave()


LOOKING = (
    Search(), NextMatch(), PreviousMatch(), EndSearch(), ShowUnanswered(), Copy(), CopyJapanese(),
    CopyEnglish(), CopyBoth(), LeaveCopying(), BackToLibrary(),
)  # fmt: skip
