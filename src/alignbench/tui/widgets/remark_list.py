"""The list of findings and flags: a line each, drawn when it comes into sight."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from alignbench.review import Row
from alignbench.review.remark_list import Remark
from alignbench.tui.widgets.remark_lines import check_room, remark_line


class RemarkList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws remarks, and knows which one is chosen. What it costs is what is in sight."""

    COMPONENT_CLASSES = {"remarks--chosen"}  # noqa: RUF012
    DEFAULT_CSS = """
    RemarkList {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-color: $primary 50%;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        & .remarks--chosen { background: $primary 12%; }
    }
    """

    cursor: var[int] = var(0, init=False)

    class Moved(Message):
        """Another remark was chosen."""

    class Activated(Message):
        """A remark was clicked twice."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._remarks: Sequence[Remark] = ()
        self._rows: Sequence[Row] = ()
        self._empty = ""
        self._check_room = 0

    @property
    def chosen(self) -> Remark | None:
        """The remark under the cursor."""
        return self._remarks[self.cursor] if self._remarks else None

    @property
    def many(self) -> int:
        """How many there are."""
        return len(self._remarks)

    def show(self, remarks: Sequence[Remark], rows: Sequence[Row], cursor: int, empty: str) -> None:
        """Show other remarks about `rows`; where there are none, say `empty`."""
        self._remarks, self._rows, self._empty = remarks, rows, empty
        self._check_room = check_room(remarks, self.size.width)
        self.virtual_size = Size(self.size.width, max(1, len(remarks)))
        self.set_reactive(RemarkList.cursor, max(0, min(cursor, len(remarks) - 1)))
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def validate_cursor(self, cursor: int) -> int:
        """Stay in the list."""
        return max(0, min(cursor, len(self._remarks) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw two lines anew, and no more."""
        self._reveal()
        top = round(self.scroll_y)
        for at in (old, new):
            if 0 <= at - top < self.size.height:
                self.refresh_lines(at, 1)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Fit the width, and keep the chosen one in sight."""
        self._check_room = check_room(self._remarks, self.size.width)
        self._reveal()

    def _reveal(self) -> None:
        height = self.size.height
        if not height:
            return
        margin = min(2, height // 4)
        top = round(self.scroll_y)
        lowest, highest = self.cursor + margin + 1 - height, self.cursor - margin
        if not lowest <= top <= highest:
            to = lowest if top < lowest else highest
            self.scroll_to(y=max(0, to), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One remark, or what is said where there are none."""
        width, plain = self.size.width, self.rich_style
        at = y + round(self.scroll_y)
        if not self._remarks:
            middle = y == min(2, self.size.height - 1)
            text = Text(self._empty.center(width) if middle else "", "dim", end="")
            return self._strip(text, plain, width)
        if at >= len(self._remarks):
            return Strip.blank(width, plain)
        remark, chosen = self._remarks[at], at == self.cursor
        widths = (width, self._check_room, len(str(len(self._rows))))
        line = remark_line(
            remark, self._rows[remark.row], widths, self.app.theme_variables, chosen=chosen
        )
        if chosen:
            over = self.get_component_rich_style("remarks--chosen", partial=True)
            whole = self.get_component_rich_style("remarks--chosen")
            plain += over + Style(bgcolor=whole.bgcolor)
        return self._strip(line, plain, width)

    def _strip(self, text: Text, plain: Style, width: int) -> Strip:
        segments = text.render(self.app.console)
        strip = Strip([segment for segment in segments if segment.text != "\n"])
        return strip.apply_style(plain).extend_cell_length(width, plain).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Choose; twice, go there."""
        at = event.y + round(self.scroll_y)
        if at < len(self._remarks):
            self.cursor = at
            if event.chain == 2:
                self.post_message(self.Activated())
