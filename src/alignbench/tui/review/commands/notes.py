"""Commands that say something of a link."""

from alignbench.messages import t
from alignbench.tui.commands.groups import ISSUES as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

NOTES: tuple[ReviewCommand, ...] = (
    review_command(
        "write-note",
        t("Write note"),
        t("Write a note on this link."),
        ("t",),
        lambda review: review.notes.write_note(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "flag-error",
        t("Flag error"),
        t("Flag an error in the translation, with its type and severity."),
        ("f",),
        lambda review: review.notes.flag(),
        GROUP,
        footer=t("flag"),
        on_row=True,
    ),
    review_command(
        "declare-and-flag",
        t("Declare and flag"),
        t("Declare this omitted or added and flag it as an error; one undo takes both back."),
        ("ctrl+o",),
        lambda review: review.notes.declare_and_flag(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "edit-last-flag",
        t("Edit last flag"),
        t(
            "Change the type, severity, comment or words of this link's last flag; a click picks any."
        ),
        ("c",),
        lambda review: review.notes.change_last_flag(),
        GROUP,
        offered=lambda review: bool(review.notes.flags),
        on_row=True,
    ),
    review_command(
        "remove-flag",
        t("Remove flag"),
        t("Remove the last flag of this link."),
        ("F",),
        lambda review: review.notes.remove_last_flag(),
        GROUP,
        offered=lambda review: bool(review.notes.flags),
        on_row=True,
    ),
    review_command(
        "add-term",
        t("Add term"),
        t(
            "Add a term to the glossary, a file that undo leaves alone: its Japanese, then its English."
        ),
        ("T",),
        lambda review: review.notes.add_term(),
        GROUP,
        on_row=True,
    ),
)
