"""Commands that settle a link, and those that take a decision back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.domain.links import Status
from alignbench.tui.review.commands.review_command import ReviewCommand

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen

ASK_FROM = 10
"""Confirming more links than this at once is asked about first."""


class Deciding(ReviewCommand):
    """A command that settles the chosen link."""

    group = "Deciding"


class ConfirmAndGoOn(Deciding):
    """Confirm this link and go on to the next one that is not settled."""

    keys = ("space", "enter")
    footer = "confirm"

    def run(self, screen: ReviewScreen) -> None:
        """Confirm, unless it is, and go on."""
        row = screen.row
        if screen.session.rows[row].link.status is Status.CONFIRMED:
            screen.go_on()
        else:
            screen.edit(lambda session: session.confirm(row), say=False, then=screen.go_on)


class ConfirmUpToHere(Deciding):
    """Confirm this link and every one above it."""

    keys = ("C",)

    def run(self, screen: ReviewScreen) -> None:
        """Confirm all, asking first where there are many."""
        row = screen.row
        upto = screen.session.rows[: row + 1]
        count = sum(each.link.status is Status.SUGGESTED for each in upto)
        doubtful = sum(each.doubtful for each in upto)

        def confirm() -> None:
            screen.edit(lambda session: session.confirm_through(row), then=screen.go_on)

        if count > ASK_FROM:
            screen.ask(
                f"Confirm {count} links up to here?",
                f"{doubtful} of them are in doubt. One undo takes all of them back.",
                confirm,
            )
        else:
            confirm()


class Unconfirm(Deciding):
    """Make this link a suggestion again."""

    keys = ("U",)

    def run(self, screen: ReviewScreen) -> None:
        """Take the confirmation back."""
        row = screen.row
        screen.edit(lambda session: session.unconfirm(row))


class Reject(Deciding):
    """Say that this link is wrong; what it joined is aligned anew, and never so again."""

    keys = ("x", "delete")
    footer = "reject"

    def run(self, screen: ReviewScreen) -> None:
        """Reject, which aligns anew."""
        row = screen.row
        screen.edit_aligning("Aligning anew", lambda session: session.reject(row), needs_model=True)


class DeclareOmitted(Deciding):
    """Declare that the English leaves this Japanese out."""

    keys = ("o",)

    def run(self, screen: ReviewScreen) -> None:
        """Make it a confirmed null link."""
        row = screen.row
        screen.edit_aligning("Declaring", lambda session: session.omit(row), then=screen.go_on)


class DeclareAdded(Deciding):
    """Declare that this English was added and answers no Japanese."""

    keys = ("a",)

    def run(self, screen: ReviewScreen) -> None:
        """Make it a confirmed null link."""
        row = screen.row
        screen.edit_aligning("Declaring", lambda session: session.add(row), then=screen.go_on)


class Undo(Deciding):
    """Take back the last change, as far back as you like, even after a restart."""

    keys = ("u", "ctrl+z")
    footer = "undo"

    def run(self, screen: ReviewScreen) -> None:
        """Undo."""
        screen.edit(
            lambda session: session.undo(), otherwise="There is nothing to undo.", follow=True
        )


class Redo(Deciding):
    """Make again what was last undone."""

    keys = ("ctrl+r", "ctrl+y")

    def run(self, screen: ReviewScreen) -> None:
        """Redo."""
        screen.edit(
            lambda session: session.redo(), otherwise="There is nothing to redo.", follow=True
        )


DECIDING = (
    ConfirmAndGoOn(), ConfirmUpToHere(), Unconfirm(), Reject(), DeclareOmitted(), DeclareAdded(),
    Undo(), Redo(),
)  # fmt: skip
