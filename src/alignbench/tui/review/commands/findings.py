"""Commands on what the checks find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.review.commands.review_command import ReviewCommand

if TYPE_CHECKING:
    from alignbench.tui.review.screen import ReviewScreen


class Doubting(ReviewCommand):
    """A command on the chosen link's findings."""

    group = "Findings"


class NextFinding(Doubting):
    """Select the next finding of this link."""

    keys = ("e",)

    def run(self, screen: ReviewScreen) -> None:
        """Select it."""
        screen.step_finding(+1)


class PreviousFinding(Doubting):
    """Select the finding before."""

    keys = ("E",)

    def run(self, screen: ReviewScreen) -> None:
        """Select it."""
        screen.step_finding(-1)


class FlagFinding(Doubting):
    """Make a flag of the selected finding, with its type, severity and words."""

    keys = ("!",)

    def run(self, screen: ReviewScreen) -> None:
        """Flag it."""
        screen.agree()


class FlagFindingRevised(Doubting):
    """Make a flag of the selected finding after changing its type, severity, comment or words."""

    keys = ("r",)

    def run(self, screen: ReviewScreen) -> None:
        """Ask what to change."""
        screen.agree_revised()


class DismissFinding(Doubting):
    """Say why the selected finding is no error."""

    keys = ("d",)

    def run(self, screen: ReviewScreen) -> None:
        """Ask for the reason."""
        screen.dismiss_finding()


class ReopenFinding(Doubting):
    """Reopen the finding of this link that was dismissed last."""

    keys = ("D",)

    def run(self, screen: ReviewScreen) -> None:
        """Reopen it."""
        screen.reopen_finding()


class ShowHints(Doubting):
    """Show the checks' hints among the findings, or hide them again."""

    keys = ("H",)

    def run(self, screen: ReviewScreen) -> None:
        """Begin or end."""
        screen.toggle_hints()


class FindingsAndFlags(Doubting):
    """List all findings and flags of the document, the riskiest first."""

    keys = ("v", "f6")
    footer = "findings"

    def run(self, screen: ReviewScreen) -> None:
        """Open the list."""
        screen.show_issues()


class CheckAgain(Doubting):
    """Run all checks again, glossary and rules read anew; while they run, stop them."""

    keys = ("f5",)

    def run(self, screen: ReviewScreen) -> None:
        """Run or stop."""
        screen.check_again()


DOUBTING = (
    FindingsAndFlags(), NextFinding(), PreviousFinding(), FlagFinding(), FlagFindingRevised(),
    DismissFinding(), ReopenFinding(), ShowHints(), CheckAgain(),
)  # fmt: skip
