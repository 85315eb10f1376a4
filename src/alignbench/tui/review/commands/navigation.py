"""Commands that choose another link."""

from alignbench.messages import t
from alignbench.tui.commands.groups import MOVING as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

NAVIGATION: tuple[ReviewCommand, ...] = (
    review_command(
        "next-link",
        t("Next link"),
        t("Choose the next link."),
        ("j", "down"),
        lambda review: review.navigation.step(1),
        GROUP,
    ),
    review_command(
        "previous-link",
        t("Previous link"),
        t("Choose the previous link."),
        ("k", "up"),
        lambda review: review.navigation.step(-1),
        GROUP,
    ),
    review_command(
        "next-paragraph",
        t("Next paragraph"),
        t("Choose the first link of the next paragraph."),
        ("}", "shift+down"),
        lambda review: review.navigation.next_paragraph(),
        GROUP,
    ),
    review_command(
        "previous-paragraph",
        t("Previous paragraph"),
        t("Choose the first link of this paragraph, or of the one before it."),
        ("{", "shift+up"),
        lambda review: review.navigation.previous_paragraph(),
        GROUP,
    ),
    review_command(
        "next-doubtful",
        t("Next to look at"),
        t("Choose the next link to look at: one in doubt, or with an open finding."),
        ("n", "f8"),
        lambda review: review.navigation.next_doubtful(1),
        GROUP,
        footer=t("next to look at"),
    ),
    review_command(
        "previous-doubtful",
        t("Previous to look at"),
        t("Choose the previous link to look at: one in doubt, or with an open finding."),
        ("N", "f7"),
        lambda review: review.navigation.next_doubtful(-1),
        GROUP,
    ),
    review_command(
        "page-down",
        t("Page down"),
        t("Go down by as many links as the view shows."),
        ("pagedown", "ctrl+d"),
        lambda review: review.navigation.turn_page(1),
        GROUP,
    ),
    review_command(
        "page-up",
        t("Page up"),
        t("Go up by as many links as the view shows."),
        ("pageup", "ctrl+u"),
        lambda review: review.navigation.turn_page(-1),
        GROUP,
    ),
    review_command(
        "first-link",
        t("First link"),
        t("Choose the first link of the document."),
        ("g", "home"),
        lambda review: review.navigation.to_start(),
        GROUP,
    ),
    review_command(
        "last-link",
        t("Last link"),
        t("Choose the last link of the document."),
        ("G", "end"),
        lambda review: review.navigation.to_end(),
        GROUP,
    ),
    review_command(
        "go-to-link",
        t("Go to link"),
        t(
            "Type the number of a Japanese segment (or e and the number of an English one) to go to it."
        ),
        (":", "ctrl+g"),
        lambda review: review.navigation.ask_number(),
        GROUP,
    ),
)
