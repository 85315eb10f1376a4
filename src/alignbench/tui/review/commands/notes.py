"""Commands that say something about a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.review.commands.review_command import ReviewCommand

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen


class Noting(ReviewCommand):
    """A command that says something about the chosen link."""

    group = "Issues"


class WriteNote(Noting):
    """Write a note on this link."""

    keys = ("t",)

    def run(self, screen: ReviewScreen) -> None:
        """Ask for the text."""
        screen.ask_note()


class FlagError(Noting):
    """Flag an error in the translation, with its type and severity."""

    keys = ("f",)
    footer = "flag"

    def run(self, screen: ReviewScreen) -> None:
        """Ask what kind of error."""
        screen.ask_flag()


class EditLastFlag(Noting):
    """Change the type, severity, comment or words of this link's last flag; a click picks any."""

    keys = ("c",)

    def is_offered(self, screen: ReviewScreen) -> bool:
        """On a flagged link."""
        return self.applies(screen) and bool(screen.current.flags)

    def run(self, screen: ReviewScreen) -> None:
        """Ask what to change."""
        if screen.current.flags:
            screen.change_flag(len(screen.current.flags) - 1)
        else:
            screen.say("This link has no flag.")


class RemoveFlag(Noting):
    """Remove the last flag of this link."""

    keys = ("F",)

    def is_offered(self, screen: ReviewScreen) -> bool:
        """On a flagged link."""
        return self.applies(screen) and bool(screen.current.flags)

    def run(self, screen: ReviewScreen) -> None:
        """Remove it."""
        flags = screen.current.flags
        if flags:
            screen.edit(lambda session: session.unflag(flags[-1].id))
        else:
            screen.say("This link has no flag.")


NOTING = (WriteNote(), FlagError(), EditLastFlag(), RemoveFlag())
