"""Commands of the screen of findings and flags.

Where two share a key, the first that applies acts.
"""

from alignbench.messages import t
from alignbench.review.issues import IssueKind
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import DECIDING, FINDINGS, MOVING
from alignbench.tui.issues.controls import IssuesControls
from alignbench.tui.issues.filter_commands import FILTER_COMMANDS

FOOTER = (
    "go-to-pair", "flag-finding", "flag-finding-revised", "dismiss-finding",
    "unfold", "dismiss-all-of-check", "reopen", "edit-flag", "remove-flag", "list-next-kind", "filter",
    "undo", "list-everything", "write-report", "back-to-pair",
)  # fmt: skip
"""The order of the bottom line."""


def is_some(issues: IssuesControls) -> bool:
    """Whether an issue is chosen."""
    return issues.page.chosen is not None


def is_finding(issues: IssuesControls) -> bool:
    """Whether it is an open finding."""
    chosen = issues.page.chosen
    return chosen is not None and chosen.kind is IssueKind.FINDING


def can_be_flag(issues: IssuesControls) -> bool:
    """Whether it is an open finding of one row, or declared: what a flag can be made of."""
    chosen = issues.page.chosen
    finding = is_finding(issues) and chosen is not None and not chosen.run
    return finding or is_declared(issues)


def is_declared(issues: IssuesControls) -> bool:
    """Whether it is a text that was declared omitted or added."""
    chosen = issues.page.chosen
    return chosen is not None and chosen.kind is IssueKind.DECLARED


def is_dismissed(issues: IssuesControls) -> bool:
    """Whether it is settled."""
    chosen = issues.page.chosen
    return chosen is not None and chosen.kind is IssueKind.DISMISSED


def is_flag(issues: IssuesControls) -> bool:
    """Whether it is a flag, settled or not."""
    chosen = issues.page.chosen
    return chosen is not None and chosen.flag is not None


def is_open_flag(issues: IssuesControls) -> bool:
    """Whether it is a flag that nothing has become of yet."""
    return is_flag(issues) and not is_dismissed(issues)


ISSUE_COMMANDS: tuple[Command[IssuesControls], ...] = (
    *FILTER_COMMANDS,
    Command(
        id="go-to-pair",
        title=t("Go to pair"),
        help=t("Go to the pair that this is about, in the review."),
        keys=("enter",),
        run=lambda issues: issues.go_to_pair(),
        group=MOVING,
        footer=t("go to pair"),
        applies=is_some,
    ),
    Command(
        id="flag-finding",
        title=t("Flag finding"),
        help=t("Make a flag of this finding, with its type, severity and words."),
        keys=("!",),
        run=lambda issues: issues.edits.flag_at_once(),
        group=FINDINGS,
        footer=t("flag it"),
        applies=can_be_flag,
    ),
    Command(
        id="flag-finding-revised",
        title=t("Flag finding revised"),
        help=t("Make a flag of this finding after changing its type, severity, comment or words."),
        keys=("r", "f"),
        run=lambda issues: issues.edits.flag_revised(),
        group=FINDINGS,
        footer=t("revise"),
        applies=can_be_flag,
    ),
    Command(
        id="dismiss-finding",
        title=t("Dismiss finding"),
        help=t("Say why this finding is no error."),
        keys=("d",),
        run=lambda issues: issues.edits.dismiss(),
        group=FINDINGS,
        footer=t("dismiss"),
        applies=is_finding,
    ),
    Command(
        id="tell-of-flag",
        title=t("What to do with a flag"),
        help=t("Say which keys remove or change this flag; only findings are dismissed."),
        keys=("d",),
        run=lambda issues: issues.edits.tell_of_flag(),
        group=FINDINGS,
        applies=is_open_flag,
        offered=lambda _: False,
        explained=False,
        is_rebindable=False,
    ),
    Command(
        id="dismiss-all-of-check",
        title=t("Dismiss all of check"),
        help=t(
            "Say why every finding of this check in the document is no error; one undo takes it back."
        ),
        keys=("A",),
        run=lambda issues: issues.edits.dismiss_all_such(),
        group=FINDINGS,
        footer=t("all such"),
        applies=is_finding,
    ),
    Command(
        id="reopen",
        title=t("Reopen"),
        help=t("Reopen this dismissed finding, or this settled flag."),
        keys=("D",),
        run=lambda issues: issues.edits.reopen(),
        group=FINDINGS,
        footer=t("reopen"),
        applies=is_dismissed,
    ),
    Command(
        id="edit-flag",
        title=t("Edit flag"),
        help=t("Change this flag's type, severity, comment or words."),
        keys=("c",),
        run=lambda issues: issues.edits.change_flag(),
        group=FINDINGS,
        footer=t("change flag"),
        applies=is_flag,
    ),
    Command(
        id="remove-flag",
        title=t("Remove flag"),
        help=t("Remove this flag."),
        keys=("F",),
        run=lambda issues: issues.edits.remove_flag(),
        group=FINDINGS,
        footer=t("remove flag"),
        applies=is_flag,
    ),
    Command(
        id="undo",
        title=t("Undo"),
        help=t("Take back the last change to this document, as far back as you like."),
        keys=("u", "ctrl+z"),
        run=lambda issues: issues.edits.undo(),
        group=DECIDING,
        footer=t("undo"),
    ),
    Command(
        id="redo",
        title=t("Redo"),
        help=t("Make again what was last undone."),
        keys=("ctrl+r", "ctrl+y"),
        run=lambda issues: issues.edits.redo(),
        group=DECIDING,
    ),
    Command(
        id="check-again",
        title=t("Check again"),
        help=t("Run all checks again, glossary and rules read anew; while they run, stop them."),
        keys=("f5",),
        run=lambda issues: issues.jobs.check_again(),
        group=FINDINGS,
    ),
    Command(
        id="write-report",
        title=t("Write report"),
        help=t(
            "Write the report for the client, an HTML page with both texts, findings, flags and score."
        ),
        keys=("W", "ctrl+s"),
        run=lambda issues: issues.edits.write_report(),
        group=FINDINGS,
        footer=t("report"),
    ),
    Command(
        id="back-to-pair",
        title=t("Back to pair"),
        help=t("Go back to the pair you came from."),
        keys=("q", "v", "escape", "f6"),
        run=lambda issues: issues.leave(None),
        group=FINDINGS,
        footer=t("back"),
    ),
    Command(
        id="next-issue",
        title=t("Next issue"),
        help=t("Choose the next finding or flag."),
        keys=("j", "down"),
        run=lambda issues: issues.step(1),
        group=MOVING,
        applies=is_some,
    ),
    Command(
        id="previous-issue",
        title=t("Previous issue"),
        help=t("Choose the previous finding or flag."),
        keys=("k", "up"),
        run=lambda issues: issues.step(-1),
        group=MOVING,
        applies=is_some,
    ),
    Command(
        id="page-down",
        title=t("Page down"),
        help=t("Go down by as many lines as the list shows."),
        keys=("pagedown", "ctrl+d"),
        run=lambda issues: issues.turn_page(1),
        group=MOVING,
        applies=is_some,
    ),
    Command(
        id="page-up",
        title=t("Page up"),
        help=t("Go up by as many lines as the list shows."),
        keys=("pageup", "ctrl+u"),
        run=lambda issues: issues.turn_page(-1),
        group=MOVING,
        applies=is_some,
    ),
    Command(
        id="first-issue",
        title=t("First issue"),
        help=t("Choose the riskiest."),
        keys=("g", "home"),
        run=lambda issues: issues.to_start(),
        group=MOVING,
        applies=is_some,
    ),
    Command(
        id="last-issue",
        title=t("Last issue"),
        help=t("Choose the last in the list."),
        keys=("G", "end"),
        run=lambda issues: issues.to_end(),
        group=MOVING,
        applies=is_some,
    ),
)
