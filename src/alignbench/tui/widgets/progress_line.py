"""The line at the top of the review: the document, what is done and what is in doubt."""

from rich.text import Text
from textual.reactive import var
from textual.widgets import Static

from alignbench.review import DocumentSummary
from alignbench.tui.widgets import glyphs

BAR = 20
"""Cells of the bar."""


def bar(share: float, width: int) -> str:
    """A bar that is full to `share`."""
    done = round(share * width)
    return glyphs.BAR_DONE * done + glyphs.BAR_LEFT * (width - done)


class ProgressLine(Static):
    """Name, bar and counts of one document."""

    DEFAULT_CSS = """
    ProgressLine {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    """

    mode_text: var[str] = var("")

    def show(self, summary: DocumentSummary, mode_text: str = "") -> None:
        """Draw the numbers of `summary`; `mode_text` says what keys mean, where not the usual."""
        self.update(self._line(summary, mode_text))

    def _line(self, summary: DocumentSummary, mode_text: str) -> Text:
        theme = self.app.theme_variables
        success, warning = theme.get("success", "green"), theme.get("warning", "yellow")
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(f"{glyphs.printable(summary.name)}  ", "bold")
        if mode_text:
            text.append(mode_text, f"bold {warning}")
            return text
        narrow = self.size.width < 100
        text.append(bar(summary.settled, BAR // 2 if narrow else BAR), success)
        text.append(f" {summary.settled:.0%} settled   ")
        text.append(f"{glyphs.CONFIRMED} {summary.confirmed}  ", success)
        text.append(f"{glyphs.DOUBTFUL} {summary.doubtful} in doubt  ", warning)
        if not narrow:
            text.append(f"{glyphs.SUGGESTED} {summary.suggested} suggested  ")
        text.append(f"{glyphs.NOTHING} {summary.null_links}  {glyphs.FLAG} {summary.flags}")
        return text
