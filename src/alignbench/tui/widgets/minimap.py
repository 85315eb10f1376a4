"""The whole document in one narrow column: where doubt is, what is done, where one stands."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.layout_view import LayoutView
from alignbench.tui.widgets.row_model import Mark

STYLES = ("confirmed", "suggested", "doubtful", "found", "row", "seen")
_MARKS = {Mark.CONFIRMED: "confirmed", Mark.SUGGESTED: "suggested", Mark.DOUBTFUL: "doubtful",
          Mark.FOUND: "found"}  # fmt: skip


class Minimap(Widget):
    """One cell for each stretch of rows, in the colour of its most doubtful row.

    A click goes there.

    The background shows which part is in view.
    """

    COMPONENT_CLASSES = {f"minimap--{name}" for name in STYLES}  # noqa: RUF012
    DEFAULT_CSS = """
    Minimap {
        width: 3;
        background: $background;
        & .minimap--confirmed { color: $success; }
        & .minimap--suggested { color: $foreground 25%; }
        & .minimap--doubtful { color: $warning; }
        & .minimap--found { color: $error; }
        & .minimap--row { color: $primary; text-style: bold; }
        & .minimap--seen { background: $foreground 12%; }
    }
    """

    row: var[int] = var(0)

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = b""
        self._share = 0.0
        self._view: LayoutView | None = None
        self._styles_known: dict[str, Style] = {}

    def show(self, marks: bytes) -> None:
        """Show a `Mark` for each row."""
        self._marks = marks
        self._share = marks.count(Mark.DOUBTFUL) / len(marks) if marks else 0.0
        self.refresh()

    def follow(self, view: LayoutView) -> None:
        """Show which part of the document `view` shows."""
        self._view = view
        self.watch(view, "scroll_y", self._view_moved, init=False)

    def _view_moved(self) -> None:
        self.refresh()

    def watch_row(self) -> None:
        """Show the chosen row."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The stretch of rows that belongs to line `y`."""
        plain = self._style("")
        first, last = stretch(y, self.size.height, len(self._marks))
        if first >= last or self._all_in_view:
            return Strip.blank(self.size.width, plain)
        marks = self._marks[first:last]
        name = _MARKS[Mark(max(marks))]
        seen = self._overlaps_view(first, last)
        ground = plain + self._style("seen") if seen else plain
        # Where a line stands for many rows, most hold some doubt: much of it is drawn heavy.
        little = name == "doubtful" and marks.count(Mark.DOUBTFUL) < self._share * len(marks)
        glyph = glyphs.MAP_LITTLE_DOUBT if little else _glyph(name)
        if first <= self.row < last:
            glyph, name = glyphs.HERE, "row"
        mark = ground + self._style(name)
        return Strip([Segment(" ", plain), Segment(glyph, mark), Segment(" ", plain)], 3)

    def _style(self, name: str) -> Style:
        """The style of a mark, of what is in view, or of the rest (""), until it changes."""
        if (known := self._styles_known.get(name)) is None:
            style = self.get_component_rich_style(f"minimap--{name}") if name else self.rich_style
            only = {"": style, "seen": Style(bgcolor=style.bgcolor)}
            known = self._styles_known[name] = only.get(name, Style(color=style.color))
        return known

    def notify_style_update(self) -> None:
        """Forget how it was drawn in other colours."""
        super().notify_style_update()
        self._styles_known.clear()

    @property
    def _all_in_view(self) -> bool:
        """Whether the document itself is its own map."""
        return self._view is not None and self._view.sheet.heights.total <= self.size.height

    def _overlaps_view(self, first: int, last: int) -> bool:
        if self._view is None or not len(self._view.sheet):
            return False
        top, bottom = self._view.rows_in_view()
        return first <= bottom and top < last

    def on_click(self, event: events.Click) -> None:
        """Go to the middle of the stretch."""
        first, last = stretch(event.y, self.size.height, len(self._marks))
        if first < last and not self._all_in_view:
            self.post_message(self.Chosen((first + last - 1) // 2))


def _glyph(name: str) -> str:
    return {
        "confirmed": glyphs.MAP_CONFIRMED, "doubtful": glyphs.MAP_DOUBTFUL,
        "found": glyphs.MAP_FOUND,
    }.get(name, glyphs.MAP_SUGGESTED)  # fmt: skip


def stretch(line: int, lines: int, rows: int) -> tuple[int, int]:
    """The rows (first, one past the last) of one of `lines` lines that share `rows` rows.

    Where there are fewer rows than lines, each has a line of its own from the top.
    """
    if rows <= lines:
        return min(line, rows), min(line + 1, rows)
    return line * rows // lines, (line + 1) * rows // lines
