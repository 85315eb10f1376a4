"""Commands that settle a link, and those that take a decision back."""

from alignbench.messages import t
from alignbench.tui.commands.groups import DECIDING as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

DECISIONS: tuple[ReviewCommand, ...] = (
    review_command(
        "confirm-and-go-on",
        t("Confirm and go on"),
        t("Confirm this link and go on to the next one that is not settled."),
        ("space", "enter"),
        lambda review: review.links.confirm_and_go_on(),
        GROUP,
        footer=t("confirm"),
        on_row=True,
    ),
    review_command(
        "confirm-up-to-here",
        t("Confirm up to here"),
        t("Confirm this link and every one above it."),
        ("C",),
        lambda review: review.links.confirm_up_to_here(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "unconfirm",
        t("Unconfirm"),
        t("Make this link a suggestion again."),
        ("U",),
        lambda review: review.links.unconfirm(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "reject",
        t("Reject"),
        t("Say that this link is wrong; what it joined is aligned anew, and never so again."),
        ("x", "delete"),
        lambda review: review.links.reject(),
        GROUP,
        footer=t("reject"),
        on_row=True,
    ),
    review_command(
        "declare-omitted",
        t("Declare omitted"),
        t("Declare that the English leaves this Japanese out."),
        ("o",),
        lambda review: review.links.omit(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "declare-added",
        t("Declare added"),
        t("Declare that this English was added and answers no Japanese."),
        ("a",),
        lambda review: review.links.add(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "undo",
        t("Undo"),
        t("Take back the last change, as far back as you like, even after a restart."),
        ("u", "ctrl+z"),
        lambda review: review.links.undo(),
        GROUP,
        footer=t("undo"),
    ),
    review_command(
        "redo",
        t("Redo"),
        t("Make again what was last undone."),
        ("ctrl+r", "ctrl+y"),
        lambda review: review.links.redo(),
        GROUP,
    ),
)
