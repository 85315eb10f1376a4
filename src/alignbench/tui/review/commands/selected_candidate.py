"""What keys mean before anything else: where a candidate is selected, and where enter led to."""

from alignbench.messages import t
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import LINKS as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, in_mode, review_command
from alignbench.tui.review.mode import Mode

SELECTED_CANDIDATE: tuple[ReviewCommand, ...] = (
    review_command(
        "take-selected",
        t("Take the selected candidate"),
        t("Link what the candidate says that was clicked, confirm it and go on."),
        ("enter", "space"),
        lambda review: review.candidates.take_selected(),
        GROUP,
        footer=t("takes it"),
        when=lambda review: review.candidates.has_selected,
        on_row=True,
    ),
    review_command(
        "leave-selected",
        t("Leave the selected candidate"),
        t("Select no candidate; the link stays as it is."),
        ("escape",),
        lambda review: review.candidates.deselect(),
        GROUP,
        footer=t("leaves it"),
        when=lambda review: review.candidates.has_selected,
    ),
    Command(
        id="stay-here",
        title=t("Stay here"),
        help=t("Decide nothing with the enter that may still be the one that led here."),
        keys=("enter",),
        run=lambda review: review.navigation.tell_arrived(),
        group=GROUP,
        applies=in_mode(
            Mode.REVIEW,
            lambda review: review.page.has_arrived and not review.search.is_under_way,
        ),
        offered=lambda _: False,
        modes=frozenset({Mode.REVIEW}),
        explained=False,
        is_rebindable=False,
    ),
)
