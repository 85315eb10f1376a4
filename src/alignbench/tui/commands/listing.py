"""Commands of the screen of findings and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.review.remark_list import RemarkKind
from alignbench.tui.commands.command import Command

if TYPE_CHECKING:
    from alignbench.tui.screens.remarks import RemarksScreen


class Listing(Command["RemarksScreen"]):
    """A command of that screen."""

    group = "Findings"
    kinds = frozenset(RemarkKind)
    """The kinds of remarks it is for."""

    def applies(self, screen: RemarksScreen) -> bool:
        """On a remark of its kinds."""
        return screen.chosen is not None and screen.chosen.kind in self.kinds


class MovingInList(Listing):
    """A command that chooses another remark."""

    group = "Moving"


class Always(Listing):
    """A command that needs no remark."""

    def applies(self, screen: RemarksScreen) -> bool:  # noqa: ARG002
        """Always."""
        return True


class NextRemark(MovingInList):
    """Choose the next finding or flag."""

    keys = ("j", "down")

    def run(self, screen: RemarksScreen) -> None:
        """One down."""
        screen.remarks.cursor += 1


class PreviousRemark(MovingInList):
    """Choose the previous finding or flag."""

    keys = ("k", "up")

    def run(self, screen: RemarksScreen) -> None:
        """One up."""
        screen.remarks.cursor -= 1


class PageDown(MovingInList):
    """Go down by as many lines as the list shows."""

    keys = ("pagedown", "ctrl+d")

    def run(self, screen: RemarksScreen) -> None:
        """A page down."""
        screen.remarks.cursor += max(1, screen.remarks.size.height - 1)


class PageUp(MovingInList):
    """Go up by as many lines as the list shows."""

    keys = ("pageup", "ctrl+u")

    def run(self, screen: RemarksScreen) -> None:
        """A page up."""
        screen.remarks.cursor -= max(1, screen.remarks.size.height - 1)


class FirstRemark(MovingInList):
    """Choose the riskiest."""

    keys = ("g", "home")

    def run(self, screen: RemarksScreen) -> None:
        """To the top."""
        screen.remarks.cursor = 0


class LastRemark(MovingInList):
    """Choose the last in the list."""

    keys = ("G", "end")

    def run(self, screen: RemarksScreen) -> None:
        """To the end."""
        screen.remarks.cursor = screen.remarks.many


class GoToPair(MovingInList):
    """Go to the pair that this is about, in the review."""

    keys = ("enter", "space")
    footer = "go to pair"

    def run(self, screen: RemarksScreen) -> None:
        """Leave for it."""
        screen.go_to_pair()


class FlagFinding(Listing):
    """Make a flag of this finding, with its type, severity and words."""

    keys = ("!",)
    footer = "flag it"
    kinds = frozenset({RemarkKind.FINDING})

    def run(self, screen: RemarksScreen) -> None:
        """Flag it."""
        screen.flag_at_once()


class FlagFindingRevised(Listing):
    """Make a flag of this finding after changing its type, severity, comment or words."""

    keys = ("r", "f")
    footer = "revise"
    kinds = frozenset({RemarkKind.FINDING})

    def run(self, screen: RemarksScreen) -> None:
        """Ask what to change."""
        screen.flag_revised()


class DismissFinding(Listing):
    """Say why this finding is no error."""

    keys = ("d", "delete")
    footer = "dismiss"
    kinds = frozenset({RemarkKind.FINDING})

    def run(self, screen: RemarksScreen) -> None:
        """Ask for the reason."""
        screen.dismiss_chosen()


class DismissAllOfCheck(Listing):
    """Say why every finding of this check in the document is no error; one undo takes it back."""

    keys = ("A",)
    footer = "all such"
    kinds = frozenset({RemarkKind.FINDING})

    def run(self, screen: RemarksScreen) -> None:
        """Ask for the reason."""
        screen.dismiss_like_chosen()


class Reopen(Listing):
    """Reopen this dismissed finding, or this settled flag."""

    keys = ("D",)
    footer = "reopen"
    kinds = frozenset({RemarkKind.DISMISSED})

    def run(self, screen: RemarksScreen) -> None:
        """Reopen it."""
        screen.reopen_chosen()


class OnFlag(Listing):
    """A command on a flag."""

    def applies(self, screen: RemarksScreen) -> bool:
        """On a flag, settled or not."""
        return screen.chosen is not None and screen.chosen.flag is not None


class EditFlag(OnFlag):
    """Change this flag's type, severity, comment or words."""

    keys = ("r", "f")
    footer = "change flag"

    def run(self, screen: RemarksScreen) -> None:
        """Ask what to change."""
        screen.change_flag()


class RemoveFlag(OnFlag):
    """Remove this flag."""

    keys = ("F", "delete")
    footer = "remove flag"

    def run(self, screen: RemarksScreen) -> None:
        """Remove it."""
        screen.remove_flag()


class Undo(Always):
    """Take back the last change to this document, as far back as you like."""

    keys = ("u", "ctrl+z")
    footer = "undo"
    group = "Deciding"

    def run(self, screen: RemarksScreen) -> None:
        """Undo."""
        screen.edit(lambda session: session.undo(), "There is nothing to undo.")


class Redo(Always):
    """Make again what was last undone."""

    keys = ("ctrl+r", "ctrl+y")
    group = "Deciding"

    def run(self, screen: RemarksScreen) -> None:
        """Redo."""
        screen.edit(lambda session: session.redo(), "There is nothing to redo.")


class CheckAgain(Always):
    """Run all checks again, glossary and rules read anew; while they run, stop them."""

    keys = ("f5",)

    def run(self, screen: RemarksScreen) -> None:
        """Run or stop."""
        screen.review.check_again()


class WriteReport(Always):
    """Write the report for the client, an HTML page with both texts, findings, flags and score."""

    keys = ("W", "ctrl+s")
    footer = "report"

    def applies(self, screen: RemarksScreen) -> bool:
        """Where the workbench was told how."""
        return screen.can_report

    def run(self, screen: RemarksScreen) -> None:
        """Ask where to."""
        screen.write_report()


class BackToPair(Always):
    """Go back to the pair you came from."""

    keys = ("q", "v", "escape", "f6")
    footer = "back"

    def run(self, screen: RemarksScreen) -> None:
        """Leave."""
        screen.leave()


LISTING = (
    GoToPair(), FlagFinding(), FlagFindingRevised(), DismissFinding(), DismissAllOfCheck(),
    Reopen(), EditFlag(), RemoveFlag(), Undo(), Redo(), CheckAgain(), WriteReport(),
    BackToPair(), NextRemark(), PreviousRemark(), PageDown(), PageUp(), FirstRemark(), LastRemark(),
)  # fmt: skip
