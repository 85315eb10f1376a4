"""Commands on a better English for the chosen link."""

from alignbench.messages import t
from alignbench.tui.commands.groups import WORDING as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

WORDING: tuple[ReviewCommand, ...] = (
    review_command(
        "write-wording",
        t("Write a better English"),
        t("Write what this English should read; emptied or as it was, the proposal is withdrawn."),
        ("b", "f2"),
        lambda review: review.wording.write(),
        GROUP,
        footer=t("better English"),
        on_row=True,
    ),
    review_command(
        "accept-wording",
        t("Accept the better English"),
        t("Say that the English is to read as proposed."),
        ("+",),
        lambda review: review.wording.settle("accepted"),
        GROUP,
        offered=lambda review: review.wording.is_proposed,
        on_row=True,
    ),
    review_command(
        "refuse-wording",
        t("Refuse the better English"),
        t("Say that the English stays as it is; what was proposed is kept."),
        ("-",),
        lambda review: review.wording.settle("refused"),
        GROUP,
        offered=lambda review: review.wording.is_proposed,
        on_row=True,
    ),
    review_command(
        "replace-in-english",
        t("Replace in the English"),
        t("Find and replace in the rows shown, by regular expression too, as proposals."),
        ("~", "shift+f2"),
        lambda review: review.replacements.ask(),
        GROUP,
    ),
)
