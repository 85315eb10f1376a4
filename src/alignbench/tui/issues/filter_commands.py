"""Commands that say what the screen of findings and flags lists."""

from alignbench.messages import t
from alignbench.review.issues import IssueKind
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import SEARCH
from alignbench.tui.issues.controls import IssuesControls

FILTER_COMMANDS: tuple[Command[IssuesControls], ...] = (
    Command(
        id="list-everything",
        title=t("List everything"),
        help=t("End the filter and list everything again."),
        keys=("escape", "*"),
        run=lambda issues: issues.filters.list_all(),
        group=SEARCH,
        footer=t("list all"),
        applies=lambda issues: issues.page.is_filtered,
    ),
    Command(
        id="filter",
        title=t("Filter"),
        help=t("List only what has the words you type: in the message, the check, or either text."),
        keys=("/", "ctrl+f"),
        run=lambda issues: issues.page.search_bar.open(),
        group=SEARCH,
        footer=t("filter"),
    ),
    Command(
        id="list-next-kind",
        title=t("List next kind"),
        help=t(
            "List all, findings or flags alone, what was dismissed, or declared omitted or added."
        ),
        keys=("tab", "right"),
        run=lambda issues: issues.filters.step_kind(1),
        group=SEARCH,
        footer=t("kind"),
    ),
    Command(
        id="list-previous-kind",
        title=t("List previous kind"),
        help=t("List the kind before."),
        keys=("shift+tab", "left"),
        run=lambda issues: issues.filters.step_kind(-1),
        group=SEARCH,
    ),
    Command(
        id="only-this-check",
        title=t("Only this check"),
        help=t("List only what this check says (or flags of this type), or all again."),
        keys=("#",),
        run=lambda issues: issues.filters.toggle_check(),
        group=SEARCH,
    ),
    Command(
        id="only-this-severity",
        title=t("Only this severity"),
        help=t("List only what is as bad as this, or all again."),
        keys=("^",),
        run=lambda issues: issues.filters.toggle_severity(),
        group=SEARCH,
    ),
    Command(
        id="only-this-grade",
        title=t("Only this grade"),
        help=t("List only what is as sure as this (exact the surest), or all again."),
        keys=("%",),
        run=lambda issues: issues.filters.toggle_grade(),
        group=SEARCH,
    ),
    Command(
        id="list-dismissed",
        title=t("List dismissed"),
        help=t("List what was dismissed, with the reasons."),
        keys=("V",),
        run=lambda issues: issues.filters.list_kind(IssueKind.DISMISSED),
        group=SEARCH,
    ),
    Command(
        id="list-declared",
        title=t("List declared omissions"),
        help=t("List what was declared omitted or added, to flag it where it is an error."),
        keys=("o",),
        run=lambda issues: issues.filters.list_kind(IssueKind.DECLARED),
        group=SEARCH,
    ),
    Command(
        id="unfold",
        title=t("Unfold or fold"),
        help=t("List each of the neighbouring links without a counterpart, or one line for them."),
        keys=("space",),
        run=lambda issues: issues.filters.toggle_fold(),
        group=SEARCH,
        footer=t("unfold"),
        applies=lambda issues: issues.filters.can_fold,
    ),
    Command(
        id="show-hints",
        title=t("Show hints"),
        help=t("List the checks' hints too, or leave them out again."),
        keys=("H",),
        run=lambda issues: issues.filters.toggle_hints(),
        group=SEARCH,
    ),
)
