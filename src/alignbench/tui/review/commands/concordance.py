"""Commands on words beyond this document."""

from alignbench.messages import t
from alignbench.tui.commands.groups import SEARCH as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

CONCORDANCE: tuple[ReviewCommand, ...] = (
    review_command(
        "concordance",
        t("Search all documents"),
        t("List where words stand in all documents: those selected, the lit word, or any typed."),
        ("K", "f12"),
        lambda review: review.concordance.ask(),
        GROUP,
    ),
)
