"""What the commands of the review screen share."""

from collections.abc import Callable

from alignbench.tui.commands.command import Command, always
from alignbench.tui.review.controls import ReviewControls
from alignbench.tui.review.mode import Mode

ReviewCommand = Command[ReviewControls]
Test = Callable[[ReviewControls], bool]


def in_mode(mode: Mode, when: Test = always) -> Test:
    """Whether keys mean `mode`, on a document that has rows, and `when` holds."""

    def applies(review: ReviewControls) -> bool:
        page = review.page
        return page.mode is mode and bool(page.session.rows) and when(review)

    return applies


def review_command(
    id: str,
    title: str,
    help: str,
    keys: tuple[str, ...],
    run: Callable[[ReviewControls], object],
    group: str,
    *,
    footer: str = "",
    mode: Mode = Mode.REVIEW,
    when: Test = always,
    offered: Test = always,
    on_row: bool = False,
) -> ReviewCommand:
    """A command that applies in one mode; the palette lists it where `offered` holds too.

    `on_row`: it does something to the chosen row.
    """
    applies = in_mode(mode, when)
    return Command(
        id=id, title=title, help=help, keys=keys, run=run, group=group, footer=footer,
        applies=applies, offered=lambda review: applies(review) and offered(review),
        modes=frozenset({mode}), on_row=on_row,
    )  # fmt: skip
