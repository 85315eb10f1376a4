"""Choosing another link."""

from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.review.page import Place, ReviewPage


class NavigationController:
    """Goes to the next paragraph, the next doubt, a number."""

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
        found = self._page.session.next_doubtful(self._page.row, step)
        self._page.go_to(found, t("No other link is in doubt."))

    def ask_segment(self) -> None:
        """Ask for a segment's number and go there."""
        self._page.screen.run_worker(self._ask_segment())

    async def _ask_segment(self) -> None:
        document = self._page.session.document
        counts = {"ja": len(document.ja.segments), "en": len(document.en.segments)}
        hint = t("0-{ja}, or e0-e{en} for the English", ja=counts["ja"] - 1, en=counts["en"] - 1)
        question = TextQuestion(t("Go to segment"), hint=hint)
        text = await self._page.app.push_screen_wait(question)
        if text is None:
            return
        place = read_place(text)
        if place is None:
            self._page.say(t("Type a number, or e and a number."))
        elif place[1] >= counts[place[0]]:
            self._page.say(
                t("There is no segment {number}: {range}.", number=text.strip(), range=hint)
            )
        else:
            self._page.row = self._page.row_at(place)


def read_place(text: str) -> Place | None:
    """`12` is a Japanese segment, `e12` an English one; digits may be full width."""
    text = text.strip(" \u3000")
    side: Side = "en" if text[:1] in ("e", "E", "ｅ", "Ｅ") else "ja"
    digits = text[1:].strip(" \u3000") if side == "en" else text
    return (side, int(digits)) if digits.isdecimal() else None
