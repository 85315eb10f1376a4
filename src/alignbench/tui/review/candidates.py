"""The panel below the texts: what is known of the chosen link, and what it might be instead."""

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from alignbench.domain.links import Candidate
from alignbench.tui.review.candidate_lines import Advice, panel_lines
from alignbench.tui.widgets.pointer import BOUNDARY, BoundaryMoved


class CandidatesPanel(Widget):
    """One line on the link, then its candidates, the likeliest first.

    A click selects a candidate and changes nothing; a second one on it takes it.
    """

    DEFAULT_CSS = """
    CandidatesPanel {
        height: 8;
        border-top: solid $foreground 25%;
        padding: 0 1;
        background: $surface;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    class Selected(Message):
        """A candidate was clicked that was not selected."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Taken(Message):
        """The candidate that is selected was clicked again."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class FindingChosen(Message):
        """A finding was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    class FlagChosen(Message):
        """A flag was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._advice: Advice | None = None
        self.selected: int | None = None
        """The number of the candidate that enter takes; None while there is none."""

    @property
    def shown(self) -> Sequence[Candidate]:
        """The candidates that can be chosen by number now."""
        if self._advice is None or self._advice.candidates is None:
            return ()
        return self._advice.candidates[:9]

    def show(self, advice: Advice | None) -> None:
        """Show what is known of another link; a candidate stays selected while all are the same."""
        if _choice(advice) != _choice(self._advice):
            self.selected = None
        self._advice = advice
        self.refresh()

    def select(self, number: int | None) -> None:
        """Select one of those that are shown, or none."""
        self.selected = number if number and number <= len(self.shown) else None
        self.refresh()

    def tell(self, lines: Sequence[Text]) -> None:
        """Show these lines below the first."""
        if self._advice is not None and lines != self._advice.words:
            self._advice = replace(self._advice, words=lines)
            self.refresh()

    def render(self) -> Text:
        """The lines that fit."""
        if self._advice is None:
            return Text("")
        lines = panel_lines(
            self._advice, self.size.width, self.app.theme_variables, self.selected
        )  # fmt: skip
        text = Text("\n", no_wrap=True, overflow="ellipsis").join(lines[: max(1, self.size.height)])
        text.no_wrap, text.overflow = True, "ellipsis"
        return text

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the arrows under the mouse."""
        self.tooltip = BOUNDARY if "boundary" in event.style.meta else None

    def on_click(self, event: events.Click) -> None:
        """Select the candidate, finding or flag that was clicked; move a boundary."""
        number = event.style.meta.get("candidate")
        if number is not None:
            if int(number) == self.selected:
                self.post_message(self.Taken(self.selected))
            else:
                self.select(int(number))
                self.post_message(self.Selected(int(number)))
        elif (boundary := event.style.meta.get("boundary")) and self._advice is not None:
            side, step = boundary
            self.post_message(BoundaryMoved(side, step, link=self._advice.row.link.id))
        elif (at := event.style.meta.get("finding")) is not None:
            self.post_message(self.FindingChosen(int(at)))
        elif (at := event.style.meta.get("flag")) is not None:
            self.post_message(self.FlagChosen(int(at)))


def _choice(advice: Advice | None) -> object:
    """What numbers mean: whose candidates they count, and which these are."""
    if advice is None or advice.candidates is None:
        return None
    return advice.row, list(advice.candidates)
