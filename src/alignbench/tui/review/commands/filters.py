"""Commands that choose which rows are shown."""

from alignbench.messages import t
from alignbench.tui.commands.groups import MOVING as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

FILTERS: tuple[ReviewCommand, ...] = (
    review_command(
        "filter-rows",
        t("Filter rows"),
        t("Show only rows in doubt, with findings, notes or certain words, and the like."),
        ("&", "f4"),
        lambda review: review.filters.ask(),
        GROUP,
    ),
    review_command(
        "show-all-rows",
        t("Show all rows"),
        t("Show all rows again after a filter."),
        ("*", "shift+f4"),
        lambda review: review.filters.clear(),
        GROUP,
        footer=t("all rows"),
        when=lambda review: review.filters.stands,
    ),
)
