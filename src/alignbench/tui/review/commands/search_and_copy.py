"""Commands that find, copy and leave, and change nothing."""

from collections.abc import Callable

from alignbench.messages import t
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import SEARCH as GROUP
from alignbench.tui.review.commands.review_command import (
    ReviewCommand,
    in_mode,
    review_command,
)
from alignbench.tui.review.controls import ReviewControls
from alignbench.tui.review.mode import Mode

Action = Callable[[ReviewControls], object]


def _copy(id: str, title: str, help: str, key: str, footer: str, copy: Action) -> ReviewCommand:
    """The second key of copying; the palette has it without the first."""
    mode = frozenset({Mode.COPYING})
    return Command(
        id=id, title=title, help=help, keys=(key,), run=copy, group=GROUP, footer=footer,
        applies=in_mode(Mode.COPYING), offered=in_mode(Mode.REVIEW), modes=mode, after="copy",
        shown_keys=f"y {key}", explained=False, is_rebindable=False,
    )  # fmt: skip


SEARCH_AND_COPY: tuple[ReviewCommand, ...] = (
    review_command(
        "search",
        t("Search"),
        t("Search both texts; results show while you type."),
        ("/", "ctrl+f"),
        lambda review: review.search.bar.open(),
        GROUP,
        footer=t("search"),
    ),
    review_command(
        "next-match",
        t("Next match"),
        t("Go to the next match of the search; so it is until escape ends the search."),
        ("n", "f3", "enter"),
        lambda review: review.search.step(1),
        GROUP,
        footer=t("next match"),
        when=lambda review: review.search.is_under_way,
    ),
    review_command(
        "previous-match",
        t("Previous match"),
        t("Go to the previous match of the search."),
        ("N", "shift+f3"),
        lambda review: review.search.step(-1),
        GROUP,
        when=lambda review: review.search.is_under_way,
    ),
    review_command(
        "end-search",
        t("End search"),
        t("End the search and its highlights."),
        ("escape",),
        lambda review: review.search.bar.close(),
        GROUP,
        footer=t("end search"),
        when=lambda review: review.search.is_under_way,
    ),
    review_command(
        "show-unanswered",
        t("Show unanswered"),
        t(
            "Underline the words of the chosen link that nothing on the other side answers, or stop."
        ),
        ("w",),
        lambda review: review.words.toggle(),
        GROUP,
    ),
    review_command(
        "copy",
        t("Copy"),
        t(
            "Copy this link: then j for the Japanese, e for the English, y for both with a tab between."
        ),
        ("y",),
        lambda review: review.clipboard.begin(),
        GROUP,
    ),
    _copy(
        "copy-japanese",
        t("Copy Japanese"),
        t("Copy this link's Japanese."),
        "j",
        t("copy Japanese"),
        lambda review: review.clipboard.copy_side("ja"),
    ),
    _copy(
        "copy-english",
        t("Copy English"),
        t("Copy this link's English."),
        "e",
        t("copy English"),
        lambda review: review.clipboard.copy_side("en"),
    ),
    _copy(
        "copy-both",
        t("Copy both"),
        t("Copy this link's Japanese and English, with a tab between."),
        "y",
        t("copy both"),
        lambda review: review.clipboard.copy_both(),
    ),
    Command(
        id="leave-copying",
        title=t("Leave copying"),
        help=t("Copy nothing."),
        keys=("escape",),
        run=lambda review: review.clipboard.leave(),
        group=GROUP,
        footer=t("leave"),
        applies=in_mode(Mode.COPYING),
        modes=frozenset({Mode.COPYING}),
        explained=False,
        is_rebindable=False,
    ),
    Command(
        id="back-to-library",
        title=t("Back to library"),
        help=t("Go back to the library; everything is kept."),
        keys=("q", "ctrl+w"),
        run=lambda review: review.leave(),
        group=GROUP,
        applies=lambda review: review.page.mode is Mode.REVIEW,  # on an empty document too
        modes=frozenset({Mode.REVIEW}),
    ),
    review_command(
        "back-to-list",
        t("Back to list"),
        t("Go back to the list that you came from: findings and flags, or where words stand."),
        ("escape",),
        lambda review: review.escape(),
        GROUP,
        offered=lambda review: review.came_from_list or review.concordance.is_left_open,
    ),
)
