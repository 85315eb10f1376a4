"""Commands of linking by hand: pointing at segments anywhere in the document, and marking them."""

from alignbench.messages import t
from alignbench.tui.commands.groups import BY_HAND as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command
from alignbench.tui.review.mode import Mode

MANUAL_LINKS: tuple[ReviewCommand, ...] = (
    review_command(
        "next-segment",
        t("Next segment"),
        t("Point at the next segment on this side."),
        ("j", "down"),
        lambda review: review.manual_links.point(1),
        GROUP,
        mode=Mode.LINKING,
    ),
    review_command(
        "previous-segment",
        t("Previous segment"),
        t("Point at the previous segment on this side."),
        ("k", "up"),
        lambda review: review.manual_links.point(-1),
        GROUP,
        mode=Mode.LINKING,
    ),
    review_command(
        "other-side",
        t("Other side"),
        t("Point at the other side of this link."),
        ("tab", "h", "l", "left", "right"),
        lambda review: review.manual_links.point(0),
        GROUP,
        footer=t("other side"),
        mode=Mode.LINKING,
    ),
    review_command(
        "mark-segment",
        t("Mark segment"),
        t("Mark the segment pointed at, or take its mark away."),
        ("space",),
        lambda review: review.manual_links.toggle(),
        GROUP,
        footer=t("mark"),
        mode=Mode.LINKING,
    ),
    review_command(
        "link-marked",
        t("Link marked"),
        t("Link the marked segments and leave."),
        ("enter",),
        lambda review: review.manual_links.link(),
        GROUP,
        footer=t("link"),
        mode=Mode.LINKING,
    ),
    review_command(
        "leave-linking",
        t("Leave linking"),
        t("Leave without linking."),
        ("escape", "q"),
        lambda review: review.manual_links.leave(),
        GROUP,
        footer=t("leave"),
        mode=Mode.LINKING,
    ),
)
