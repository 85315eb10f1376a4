"""Choosing another link."""

import unicodedata
from typing import Literal

from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.review.page import ReviewPage


class NavigationController:
    """Goes to the next paragraph, the next link to look at, a number."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page

    def step(self, step: int) -> None:
        """Choose the row so many further."""
        self._page.row += step

    def to_end(self) -> None:
        """Choose the last row."""
        self._page.row = len(self._page.session.rows) - 1

    def to_start(self) -> None:
        """Choose the first row."""
        self._page.row = 0

    def turn_page(self, pages: int) -> None:
        """Go as far as the view shows."""
        self._page.view.turn_page(pages)

    def next_paragraph(self) -> None:
        """Down to a row that begins a paragraph, or to the last row."""
        rows = self._page.session.rows
        below = range(self._page.row + 1, len(rows))
        self._page.row = next((row for row in below if rows[row].new_paragraph), len(rows) - 1)

    def previous_paragraph(self) -> None:
        """Up to a row that begins a paragraph, or to the first row."""
        rows = self._page.session.rows
        above = range(self._page.row - 1, -1, -1)
        self._page.row = next((row for row in above if rows[row].new_paragraph), 0)

    def next_doubtful(self, step: int) -> None:
        """To the next row (1) that a person should look at, or the one before (-1)."""
        page = self._page
        found = page.session.next_doubtful(page.row, step, page.shown.has)
        page.go_to(
            found,
            t("No other link that is shown is to be looked at.") if page.shown.is_filtered
            else t(
                "No other link is to be looked at; {key} chooses what to read next.",
                key=key_of(page.screen, "read-riskiest"),
            ),
        )  # fmt: skip

    def tell_arrived(self) -> None:
        """Say what decides, where enter may still be the one that led here."""
        number = self._page.row + 1
        self._page.say(t("Link {number}: space, or enter once more, confirms it.", number=number))

    def ask_number(self) -> None:
        """Ask for the number of a link or a segment and go there."""
        self._page.screen.ask(self._ask_number())

    async def _ask_number(self) -> None:
        session = self._page.session
        many = {
            "": len(session.rows),
            "ja": len(session.document.ja.segments),
            "en": len(session.document.en.segments),
        }
        hint = t(
            "a link 1-{links}, a sentence j1-j{ja} or e1-e{en}",
            links=many[""], ja=many["ja"], en=many["en"],
        )  # fmt: skip
        text = await self._page.app.push_screen_wait(
            TextQuestion(t("Go to link"), hint=hint, enter=t("enter goes there"))
        )
        if text is None:
            return
        found = read_number(text)
        if found is None:
            self._page.say(t("Type {hint}.", hint=hint))
        elif not 1 <= found[1] <= many[found[0]]:
            self._page.say(t("There is no {number}: {hint}.", number=text.strip(), hint=hint))
        elif found[0] == "":
            self._page.arrive(found[1] - 1)
        else:
            self._page.arrive(self._page.row_at((found[0], found[1] - 1)))


def read_number(text: str) -> tuple[Side | Literal[""], int] | None:
    """`12` is a link, `j12` a Japanese sentence, `e12` an English one, all from 1.

    Letters and digits may be full width.
    """
    text = unicodedata.normalize("NFKC", text).strip().lower()
    sides: dict[str, Side] = {"j": "ja", "e": "en"}
    side: Side | Literal[""] = sides.get(text[:1], "")
    digits = text[1:].strip() if side else text
    return (side, int(digits)) if digits.isdecimal() else None
