"""Commands that say what the screen of findings and flags lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignbench.review.issues import IssueKind
from alignbench.tui.issues.commands import Always

if TYPE_CHECKING:
    from alignbench.tui.issues.screen import IssuesScreen


class FilterCommand(Always):
    """A command that says what is listed."""

    group = "Finding and copying"


class ListNextKind(FilterCommand):
    """List all, findings alone, flags alone, or what was dismissed; tab goes round."""

    keys = ("tab", "right")
    footer = "kind"

    def run(self, screen: IssuesScreen) -> None:
        """The next."""
        screen.step_kind(+1)


class ListPreviousKind(FilterCommand):
    """List the kind before."""

    keys = ("shift+tab", "left")

    def run(self, screen: IssuesScreen) -> None:
        """The one before."""
        screen.step_kind(-1)


class Filter(FilterCommand):
    """List only what has the words you type: in the message, the check, or either text."""

    keys = ("/", "ctrl+f")
    footer = "filter"

    def run(self, screen: IssuesScreen) -> None:
        """Open the line to type in."""
        screen.search_bar.open()


class OnlyThisCheck(FilterCommand):
    """List only what this check says (or flags of this type), or all again."""

    keys = ("c",)

    def run(self, screen: IssuesScreen) -> None:
        """Begin or end."""
        screen.toggle_check()


class OnlyThisSeverity(FilterCommand):
    """List only what is as bad as this, or all again."""

    keys = ("s",)

    def run(self, screen: IssuesScreen) -> None:
        """Begin or end."""
        screen.toggle_severity()


class OnlyThisGrade(FilterCommand):
    """List only what is as sure as this (D1 the surest), or all again."""

    keys = ("i",)

    def run(self, screen: IssuesScreen) -> None:
        """Begin or end."""
        screen.toggle_grade()


class ShowHints(FilterCommand):
    """List the checks' hints too, or leave them out again."""

    keys = ("H",)

    def run(self, screen: IssuesScreen) -> None:
        """Begin or end."""
        screen.toggle_hints()


class ListEverything(FilterCommand):
    """End the filter and list everything again."""

    keys = ("escape",)
    footer = "list all"

    def applies(self, screen: IssuesScreen) -> bool:
        """Where something is left out."""
        return screen.is_sifted

    def run(self, screen: IssuesScreen) -> None:
        """End it."""
        screen.sift_nothing()


class ListDismissed(FilterCommand):
    """List what was dismissed, with the reasons."""

    keys = ("o",)

    def run(self, screen: IssuesScreen) -> None:
        """List it."""
        screen.sift(replace(screen.filter, kind=IssueKind.DISMISSED))


SIFTING = (
    ListEverything(), Filter(), ListNextKind(), ListPreviousKind(), OnlyThisCheck(),
    OnlyThisSeverity(), OnlyThisGrade(), ListDismissed(), ShowHints(),
)  # fmt: skip
