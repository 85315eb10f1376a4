"""Copying the chosen link's texts."""

from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.tui.review.mode import Mode
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.widgets.column_selection import column_text

MEANT = frozenset("jeyｊｅｙ")
"""Characters that mean something while copying, beside escape."""


class ClipboardController:
    """Waits for the key that says what to copy."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page

    def begin(self) -> None:
        """Wait for the second key."""
        self._page.enter(Mode.COPYING, t("Copy: j Japanese, e English, y both"))

    def leave(self) -> None:
        """Copy nothing."""
        self._page.enter(Mode.REVIEW)

    def copy_side(self, side: Side) -> None:
        """Copy one side."""
        what = t("Copied the Japanese.") if side == "ja" else t("Copied the English.")
        self._copy(column_text(self._page.row_model, side), what)

    def copy_both(self) -> None:
        """Copy both sides, with a tab between."""
        both = (column_text(self._page.row_model, side) for side in ("ja", "en"))
        self._copy("\t".join(both), t("Copied the Japanese and the English."))

    def _copy(self, text: str, said: str) -> None:
        self.leave()
        self._page.app.copy_to_clipboard(text)
        self._page.say(said)
