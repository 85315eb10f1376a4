"""Commands of the screen of findings and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.review.issues import IssueKind
from alignbench.tui.commands.command import Command

if TYPE_CHECKING:
    from alignbench.tui.issues.screen import IssuesScreen


class Listing(Command["IssuesScreen"]):
    """A command of that screen."""

    group = "Findings"
    kinds = frozenset(IssueKind)
    """The kinds of issues it is for."""

    def applies(self, screen: IssuesScreen) -> bool:
        """On an issue of its kinds."""
        return screen.chosen is not None and screen.chosen.kind in self.kinds


class MovingInList(Listing):
    """A command that chooses another issue."""

    group = "Moving"


class Always(Listing):
    """A command that needs no issue."""

    def applies(self, screen: IssuesScreen) -> bool:  # noqa: ARG002
        """Always."""
        return True


class NextIssue(MovingInList):
    """Choose the next finding or flag."""

    keys = ("j", "down")

    def run(self, screen: IssuesScreen) -> None:
        """One down."""
        screen.issues.cursor += 1


class PreviousIssue(MovingInList):
    """Choose the previous finding or flag."""

    keys = ("k", "up")

    def run(self, screen: IssuesScreen) -> None:
        """One up."""
        screen.issues.cursor -= 1


class PageDown(MovingInList):
    """Go down by as many lines as the list shows."""

    keys = ("pagedown", "ctrl+d")

    def run(self, screen: IssuesScreen) -> None:
        """A page down."""
        screen.issues.cursor += max(1, screen.issues.size.height - 1)


class PageUp(MovingInList):
    """Go up by as many lines as the list shows."""

    keys = ("pageup", "ctrl+u")

    def run(self, screen: IssuesScreen) -> None:
        """A page up."""
        screen.issues.cursor -= max(1, screen.issues.size.height - 1)


class FirstIssue(MovingInList):
    """Choose the riskiest."""

    keys = ("g", "home")

    def run(self, screen: IssuesScreen) -> None:
        """To the top."""
        screen.issues.cursor = 0


class LastIssue(MovingInList):
    """Choose the last in the list."""

    keys = ("G", "end")

    def run(self, screen: IssuesScreen) -> None:
        """To the end."""
        screen.issues.cursor = screen.issues.many


class GoToPair(MovingInList):
    """Go to the pair that this is about, in the review."""

    keys = ("enter", "space")
    footer = "go to pair"

    def run(self, screen: IssuesScreen) -> None:
        """Leave for it."""
        screen.go_to_pair()


class FlagFinding(Listing):
    """Make a flag of this finding, with its type, severity and words."""

    keys = ("!",)
    footer = "flag it"
    kinds = frozenset({IssueKind.FINDING})

    def run(self, screen: IssuesScreen) -> None:
        """Flag it."""
        screen.flag_at_once()


class FlagFindingRevised(Listing):
    """Make a flag of this finding after changing its type, severity, comment or words."""

    keys = ("r", "f")
    footer = "revise"
    kinds = frozenset({IssueKind.FINDING})

    def run(self, screen: IssuesScreen) -> None:
        """Ask what to change."""
        screen.flag_revised()


class DismissFinding(Listing):
    """Say why this finding is no error."""

    keys = ("d", "delete")
    footer = "dismiss"
    kinds = frozenset({IssueKind.FINDING})

    def run(self, screen: IssuesScreen) -> None:
        """Ask for the reason."""
        screen.dismiss_chosen()


class DismissAllOfCheck(Listing):
    """Say why every finding of this check in the document is no error; one undo takes it back."""

    keys = ("A",)
    footer = "all such"
    kinds = frozenset({IssueKind.FINDING})

    def run(self, screen: IssuesScreen) -> None:
        """Ask for the reason."""
        screen.dismiss_like_chosen()


class Reopen(Listing):
    """Reopen this dismissed finding, or this settled flag."""

    keys = ("D",)
    footer = "reopen"
    kinds = frozenset({IssueKind.DISMISSED})

    def run(self, screen: IssuesScreen) -> None:
        """Reopen it."""
        screen.reopen_chosen()


class OnFlag(Listing):
    """A command on a flag."""

    def applies(self, screen: IssuesScreen) -> bool:
        """On a flag, settled or not."""
        return screen.chosen is not None and screen.chosen.flag is not None


class EditFlag(OnFlag):
    """Change this flag's type, severity, comment or words."""

    keys = ("r", "f")
    footer = "change flag"

    def run(self, screen: IssuesScreen) -> None:
        """Ask what to change."""
        screen.change_flag()


class RemoveFlag(OnFlag):
    """Remove this flag."""

    keys = ("F", "delete")
    footer = "remove flag"

    def run(self, screen: IssuesScreen) -> None:
        """Remove it."""
        screen.remove_flag()


class Undo(Always):
    """Take back the last change to this document, as far back as you like."""

    keys = ("u", "ctrl+z")
    footer = "undo"
    group = "Deciding"

    def run(self, screen: IssuesScreen) -> None:
        """Undo."""
        screen.edit(lambda session: session.undo(), "There is nothing to undo.")


class Redo(Always):
    """Make again what was last undone."""

    keys = ("ctrl+r", "ctrl+y")
    group = "Deciding"

    def run(self, screen: IssuesScreen) -> None:
        """Redo."""
        screen.edit(lambda session: session.redo(), "There is nothing to redo.")


class CheckAgain(Always):
    """Run all checks again, glossary and rules read anew; while they run, stop them."""

    keys = ("f5",)

    def run(self, screen: IssuesScreen) -> None:
        """Run or stop."""
        screen.review.check_again()


class WriteReport(Always):
    """Write the report for the client, an HTML page with both texts, findings, flags and score."""

    keys = ("W", "ctrl+s")
    footer = "report"

    def applies(self, screen: IssuesScreen) -> bool:
        """Where the workbench was told how."""
        return screen.can_report

    def run(self, screen: IssuesScreen) -> None:
        """Ask where to."""
        screen.write_report()


class BackToPair(Always):
    """Go back to the pair you came from."""

    keys = ("q", "v", "escape", "f6")
    footer = "back"

    def run(self, screen: IssuesScreen) -> None:
        """Leave."""
        screen.leave()


LISTING = (
    GoToPair(), FlagFinding(), FlagFindingRevised(), DismissFinding(), DismissAllOfCheck(),
    Reopen(), EditFlag(), RemoveFlag(), Undo(), Redo(), CheckAgain(), WriteReport(),
    BackToPair(), NextIssue(), PreviousIssue(), PageDown(), PageUp(), FirstIssue(), LastIssue(),
)  # fmt: skip
