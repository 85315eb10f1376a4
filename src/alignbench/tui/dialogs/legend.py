"""What keys stand for, in lines that are broken between two keys."""

from collections.abc import Sequence

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from alignbench.tui.wrapping import cells

GAP = "  "


class Legend(Widget):
    """Entries one after the other, none of them broken."""

    DEFAULT_CSS = "Legend { height: auto; }"

    def __init__(self, entries: Sequence[str], id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries = entries

    def render(self) -> Text:
        """As many lines as it takes."""
        return Text("\n".join(lines_of(self._entries, self.size.width)), no_wrap=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines in this width."""
        return len(lines_of(self._entries, width))


def lines_of(entries: Sequence[str], width: int) -> list[str]:
    """The entries in lines of `width` cells; one that is longer has a line of its own."""
    lines: list[str] = []
    for entry in entries:
        if lines and cells(lines[-1] + GAP + entry) <= width:
            lines[-1] += GAP + entry
        else:
            lines.append(entry)
    return lines
