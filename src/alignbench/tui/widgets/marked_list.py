"""Lists whose chosen line has a sign in front, so that no shade alone tells it."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets._select import SelectOverlay

from alignbench.tui.widgets import glyphs


class MarkedList(OptionList):
    """A list that draws the cursor's bar before each line of what is chosen."""

    DEFAULT_CSS = """
    MarkedList > .option-list--option { padding: 0 1; }
    """

    def render_line(self, y: int) -> Strip:
        """One line of the list, with the sign in its first cell."""
        return _marked(self, y, super().render_line(y))


class MarkedOverlay(SelectOverlay):
    """The list that a field opens."""

    DEFAULT_CSS = """
    MarkedOverlay.-textual-compact > .option-list--option { padding: 0 1; }
    """

    def render_line(self, y: int) -> Strip:
        """One line of the list, with the sign in its first cell."""
        return _marked(self, y, super().render_line(y))


def _marked(entries: OptionList, y: int, strip: Strip) -> Strip:
    line = entries.scroll_offset.y + y
    chosen = entries.highlighted
    if chosen is None or not 0 <= line < len(entries._lines):
        return strip
    if entries._lines[line][0] != chosen or not strip.cell_length:
        return strip
    style = next((segment.style for segment in strip if segment.text), None)
    return Strip.join([Strip([Segment(glyphs.CURSOR, style)]), strip.crop(1)])
