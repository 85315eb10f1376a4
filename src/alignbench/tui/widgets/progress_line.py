"""The line at the top of the review: the document, what is done and what to look at."""

from collections.abc import Mapping

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from alignbench.domain.summary import DocumentSummary
from alignbench.messages import t
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

BAR = 20
"""DocumentBand of the bar, where there is room."""
TOLD_FOR = 4.0
"""Seconds that one can read what was done."""
NARROW = 100
NARROWEST = 60
LOOK_AT = "look-at"
"""What is known of the cells that a click goes on from, to the next row to look at."""


def bar(share: float, width: int) -> str:
    """A bar that is full to `share`, and full only if all is done."""
    done = round(share * width)
    if share < 1:
        done = min(done, width - 1)
    return glyphs.BAR_DONE * done + glyphs.BAR_LEFT * (width - done)


def percent(share: float) -> str:
    """`74%`; 100% only if all is done, 0% only if nothing is."""
    if 0 < share < 0.01:
        return "<1%"
    return f"{min(share, 0.99) if share < 1 else 1:.0%}"


class ProgressLine(Widget):
    """Name, bar and counts of one document."""

    DEFAULT_CSS = """
    ProgressLine {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    class NextWanted(Message):
        """The number of rows to look at was clicked."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._summary: DocumentSummary | None = None
        self._mode_text = self._filter_text = ""
        self._to_look_at = 0
        self._told = self._busy = ""
        self._timer: Timer | None = None

    @property
    def told(self) -> str:
        """What is said at the right that was just done; empty after a moment."""
        return self._told

    def show(
        self, summary: DocumentSummary, to_look_at: int, mode_text: str = "", filter_text: str = ""
    ) -> None:
        """Draw the numbers of `summary`, and how many of the rows in view are to be looked at.

        `mode_text` says what keys mean, where not the usual; `filter_text` what is in view, where
        not everything is.
        """
        self._summary, self._to_look_at = summary, to_look_at
        self._mode_text, self._filter_text = mode_text, filter_text
        self.refresh()

    def tell(self, text: str) -> None:
        """Say at the right what was just done, for a moment."""
        self._told = printable(text)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(TOLD_FOR, self._forget)
        self.refresh()

    def busy(self, text: str) -> None:
        """Say at the right what goes on behind the screen, while nothing else is told there."""
        if text != self._busy:
            self._busy = printable(text)
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the next row to look at."""
        if LOOK_AT in event.style.meta:
            self.post_message(self.NextWanted())

    def _forget(self) -> None:
        self._told = ""
        self.refresh()

    def render(self) -> Text:
        """Name and numbers, or name and mode; and what was just done, if need be over them."""
        if self._summary is None:
            return Text("")
        width, colours = self.size.width, self.app.theme_variables
        numbers = _numbers(self._summary, self._to_look_at, width, colours)
        if self._mode_text:
            numbers = Text(self._mode_text, f"bold {colours.get('warning', 'yellow')}")
        elif self._filter_text:
            only = Text(f"{self._filter_text}  ", f"bold {colours.get('warning', 'yellow')}")
            numbers = only.append_text(numbers)
        name = cut(printable(self._summary.name), max(8, width - cells(numbers.plain) - 2))
        line = Text.assemble((name, "bold"), "  ", numbers, no_wrap=True, overflow="ellipsis")
        if self._told:
            return beside(line, self._told, width, f"bold {colours.get('primary', '')}")
        return beside(line, self._busy, width, "dim") if self._busy else line


def beside(line: Text, told: str, width: int, style: str) -> Text:
    """`line` in `width` cells with `told` at the right, which hides of it what it must."""
    told = cut(told, width)
    line.truncate(max(0, width - cells(told) - 2))
    line.append(" " * (width - cells(line.plain) - cells(told)))
    return line.append(told, style)


def _numbers(
    summary: DocumentSummary, to_look_at: int, width: int, colours: Mapping[str, str]
) -> Text:
    """Bar and counts, fewer of them where there is less room."""
    success, warning = colours.get("success", "green"), colours.get("warning", "yellow")
    text = Text()
    if width >= NARROWEST:
        text.append(bar(summary.settled, BAR if width >= NARROW else BAR // 2), success)
        text.append(" ")
    words = " settled" if width >= NARROWEST else ""
    text.append(f"{percent(summary.settled)}{words}  ")
    if width >= NARROWEST:
        text.append(f"{glyphs.CONFIRMED} {summary.confirmed}  ", success)
    if summary.findings:
        text.append(f"{glyphs.FOUND} {summary.findings}  ", colours.get("error", "red"))
    asking = f"{glyphs.DOUBTFUL} {t('{count:,} to look at', count=to_look_at)}"
    tone = Style.parse(warning if to_look_at else "dim")
    text.append(asking, tone + Style(meta={LOOK_AT: True})).append("  ")
    if width >= NARROW:
        text.append(f"{glyphs.SUGGESTED} {summary.suggested} suggested  ")
    if width >= NARROWEST:
        text.append(f"{glyphs.NOTHING} {summary.null_links}  {glyphs.FLAG} {summary.flags}")
        if summary.proposals:
            text.append(f"  {glyphs.REWORDED} {summary.proposals}")
    return text
