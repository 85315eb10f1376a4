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
from alignbench.review.issues import Issue
from alignbench.tui.issues.lines import check_room, issue_line


class IssueList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws issues, and knows which one is chosen. What it costs is what is in sight."""

    COMPONENT_CLASSES = {"issues--chosen"}  # noqa: RUF012
    DEFAULT_CSS = """
    IssueList {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-color: $primary 50%;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        & .issues--chosen { background: $primary 12%; }
    }
    """

    cursor: var[int] = var(0, init=False)

    class Moved(Message):
        """Another issue was chosen."""

    class Activated(Message):
        """An issue was clicked twice."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._issues: Sequence[Issue] = ()
        self._rows: Sequence[Row] = ()
        self._empty = ""
        self._check_room = 0

    @property
    def chosen(self) -> Issue | None:
        """The issue under the cursor."""
        return self._issues[self.cursor] if self._issues else None

    @property
    def issues(self) -> Sequence[Issue]:
        """The issues that are listed."""
        return self._issues

    @property
    def many(self) -> int:
        """How many there are."""
        return len(self._issues)

    def show(self, issues: Sequence[Issue], rows: Sequence[Row], cursor: int, empty: str) -> None:
        """Show other issues about `rows`; where there are none, say `empty`."""
        self._issues, self._rows, self._empty = issues, rows, empty
        self._check_room = check_room(issues, self.size.width)
        self.virtual_size = Size(self.size.width, max(1, len(issues)))
        self.set_reactive(IssueList.cursor, max(0, min(cursor, len(issues) - 1)))
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def validate_cursor(self, cursor: int) -> int:
        """Stay in the list."""
        return max(0, min(cursor, len(self._issues) - 1))

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
        self._check_room = check_room(self._issues, self.size.width)
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
        """One issue, or what is said where there are none."""
        width, plain = self.size.width, self.rich_style
        at = y + round(self.scroll_y)
        if not self._issues:
            middle = y == min(2, self.size.height - 1)
            text = Text(self._empty.center(width) if middle else "", "dim", end="")
            return self._strip(text, plain, width)
        if at >= len(self._issues):
            return Strip.blank(width, plain)
        issue, chosen = self._issues[at], at == self.cursor
        widths = (width, self._check_room, len(str(len(self._rows))))
        line = issue_line(
            issue, self._rows[issue.row], widths, self.app.theme_variables, chosen=chosen
        )
        if chosen:
            over = self.get_component_rich_style("issues--chosen", partial=True)
            whole = self.get_component_rich_style("issues--chosen")
            plain += over + Style(bgcolor=whole.bgcolor)
        return self._strip(line, plain, width)

    def _strip(self, text: Text, plain: Style, width: int) -> Strip:
        segments = text.render(self.app.console)
        strip = Strip([segment for segment in segments if segment.text != "\n"])
        return strip.apply_style(plain).extend_cell_length(width, plain).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Choose; twice, go there."""
        at = event.y + round(self.scroll_y)
        if at < len(self._issues):
            self.cursor = at
            if event.chain == 2:
                self.post_message(self.Activated())
