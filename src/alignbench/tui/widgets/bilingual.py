"""The whole document in one widget: Japanese and English side by side, drawn line by line."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from alignbench.domain.text import Reading, Side
from alignbench.tui.widgets.appearance import APPEARANCE, component, palette_of
from alignbench.tui.widgets.column_selection import (
    ColumnSelection,
    column_text,
    copied_text,
    decode,
    piece_at,
    pointed_at,
)
from alignbench.tui.widgets.layout_view import LayoutView
from alignbench.tui.widgets.painter import STYLES, Decor, Palette, RowPainter, Spans
from alignbench.tui.widgets.pointer import BOUNDARY, BoundaryMoved, Pointed, SegmentLinked
from alignbench.tui.widgets.row_model import RowSource

CACHED_ROWS = 512
RIGHT = 3
"""Textual's number of the right button."""


class BilingualView(LayoutView, can_focus=True):
    """Draws a document's rows and knows which one is chosen."""

    ALLOW_SELECT = True
    COMPONENT_CLASSES: ClassVar[set[str]] = set(map(component, STYLES))
    DEFAULT_CSS = APPEARANCE

    cursor: var[int] = var(0, init=False)

    class Moved(Message):
        """Another row was chosen."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Activated(Message):
        """A row was clicked twice."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class PieceClicked(Message):
        """A segment was clicked."""

        def __init__(self, row: int, side: Side, piece: int) -> None:
            super().__init__()
            self.row, self.side, self.piece = row, side, piece

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.underlay: Callable[[int], Mapping[tuple[Side, int], Spans]] | None = None
        """What is drawn upon a row's segments below the decorations; asked once it is drawn."""
        self.readings: Callable[[int], Sequence[Sequence[Reading]]] | None = None
        """How each Japanese segment of a row is read; asked once the row is drawn."""
        self._strips: LRUCache[tuple[int, bool, bool], list[Strip]] = LRUCache(CACHED_ROWS)
        self._spans: dict[tuple[Side, int], Spans] = {}
        self._palette: Palette | None = None
        self._drag_side: Side = "ja"
        self._clicked: int | None = None
        """The row of the first click of two."""
        self._is_still = False
        self.moves_boundaries = False
        """Whether the chosen row has arrows for its boundaries while the pointer is on it."""
        self._pointed: int | None = None
        """The row that the pointer is on."""

    def show(self, source: RowSource, row: int = 0) -> None:
        """Show another document, with `row` chosen."""
        self.set_reactive(BilingualView.cursor, max(0, min(row, len(source) - 1)))
        self.show_source(source, self.cursor)

    def replace(self, source: RowSource, first: int, count: int, row: int) -> None:
        """Show `source`, which differs in `count` rows from `first` on; choose `row`."""
        self.set_reactive(BilingualView.cursor, max(0, min(row, len(source) - 1)))
        self.splice_source(source, first, count, self.cursor)

    def decorate(self, spans: Mapping[tuple[Side, int], Spans]) -> None:
        """Draw these characters in these styles, and no others."""
        if spans != self._spans:
            self._spans = dict(spans)
            self.forget_drawn()
            self.refresh()

    # The chosen row

    def validate_cursor(self, cursor: int) -> int:
        """Stay in the document, on a row that is shown: the next one on the way, or before it."""
        cursor = max(0, min(cursor, len(self.sheet) - 1))
        step = 1 if cursor >= self.cursor else -1
        heights = self.sheet.heights
        found = heights.shown_from(cursor, step)
        return max(0, found if found >= 0 else heights.shown_from(cursor, -step))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two rows and no more."""
        heights = self.sheet.heights
        if not self._is_still:
            self.reveal(new)
        for row in (old, new):
            if row < len(self.sheet):
                self.refresh_lines(heights.top(row), heights.height(row))
        self.post_message(self.Moved(new))

    def keep_in_view(self) -> None:
        """Keep the chosen row in view."""
        self.reveal(self.cursor)

    def row_a_page_away(self, pages: int) -> int:
        """The row so many views below (or above) the chosen one."""
        line = self.sheet.heights.top(self.cursor) + pages * max(1, self.size.height - 2)
        row = self.sheet.heights.row_at(max(0, line))
        return row if row != self.cursor else row + pages

    def turn_page(self, pages: int) -> None:
        """Choose the row a page further; within a row longer than the view, scroll instead."""
        top = self.sheet.heights.top(self.cursor) if len(self.sheet) else 0
        hidden = self.sheet.heights.height(self.cursor) - self.size.height if len(self.sheet) else 0
        past = round(self.scroll_y) - top
        if hidden > 0 and (past < hidden if pages > 0 else past > 0):
            step = pages * max(1, self.size.height - 1)
            self.scroll_to(y=top + max(0, min(past + step, hidden)), animate=False, immediate=True)
        else:
            self.cursor = self.row_a_page_away(pages)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the view.

        Textual may paint between a new size and the event that tells of it: then rows are drawn
        at their old width, and a row whose height is still a guess may lack a line.
        """
        line = y + round(self.scroll_y)
        heights = self.sheet.heights
        if len(self.sheet) and line < heights.total:
            row = heights.row_at(line)
            strips = self._row_strips(row)
            if (place := line - heights.top(row)) < len(strips):
                return strips[place].adjust_cell_length(self.size.width, self._styles().base)
        return Strip.blank(self.size.width, self._styles().base)

    def _row_strips(self, row: int) -> list[Strip]:
        chosen = row == self.cursor
        key = (row, chosen, self.moves_boundaries and chosen and row == self._pointed)
        selection = self.text_selection
        if selection is None and (strips := self._strips.get(key)) is not None:
            return strips
        below = self.underlay(row) if self.underlay is not None else {}
        spans = self._spans | {at: (*below[at], *self._spans.get(at, ())) for at in below}
        read = self.readings(row) if self.readings is not None else ()
        decor = Decor(chosen, spans, self._selected_in(row, selection), key[2], read)
        model = self.sheet.source.row(row)
        strips = RowPainter(model, row, self.sheet.columns, self._styles(), decor).paint()
        if selection is None:
            self._strips[key] = strips
        return strips

    def _styles(self) -> Palette:
        if self._palette is None:
            self._palette = palette_of(self)
        return self._palette

    def forget_drawn(self) -> None:
        """Drop the strips kept of drawn rows."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._palette = None
        self.forget_drawn()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note in which column a drag begins."""
        if (offset := event.style.meta.get("offset")) is not None:
            self._drag_side = decode(offset[0])[0]

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell which character the pointer is on."""
        self._point_at(self._row_at(event))
        self.tooltip = BOUNDARY if "boundary" in event.style.meta else None
        found = pointed_at(event, self.screen, self.sheet.source)
        self.post_message(Pointed(*(found or ())))

    def on_leave(self) -> None:
        """Tell that the pointer is gone."""
        self._point_at(None)
        self.post_message(Pointed())

    def _row_at(self, event: events.MouseEvent) -> int | None:
        line = event.y + round(self.scroll_y)
        heights = self.sheet.heights
        return heights.row_at(line) if 0 <= line < heights.total else None

    def _point_at(self, row: int | None) -> None:
        was, self._pointed = self._pointed, row
        if was != row and self.moves_boundaries and self.cursor in (was, row):
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row; twice, act on it."""
        row = self._row_at(event)
        if self.text_selection is not None or row is None:
            return
        if boundary := event.style.meta.get("boundary"):
            self._clicked = None  # what comes to lie under the pointer was not clicked
            side, step = boundary
            self.post_message(BoundaryMoved(side, step, row=row))
            return
        if event.chain > 1:
            if event.chain == 2 and row == self._clicked == self.cursor:
                self.post_message(self.Activated(row))
            return
        self._clicked = row
        self._is_still = True  # under the mouse nothing moves: a second click means the same row
        self.cursor = row
        self._is_still = False
        if (offset := event.style.meta.get("offset")) is not None:
            side, place = decode(offset[0])
            model = self.sheet.source.row(row)
            piece = piece_at(model, side, place)
            if piece is not None and model.side(side)[piece].is_of_file:
                links = event.ctrl or event.button == RIGHT
                told = SegmentLinked if links else self.PieceClicked
                self.post_message(told(row, side, piece))

    @property
    def select_container(self) -> Widget:
        """Itself: three clicks select no more than two."""
        return self

    def text_select_all(self) -> None:
        """A double click acts on the row instead of selecting everything."""

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Draw the selection."""
        self.forget_drawn()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, of the column where the drag began."""
        source = self.sheet.source
        chosen = ColumnSelection.of(selection, self._drag_side, len(source))
        lines = []
        for row in range(chosen.first[0], chosen.last[0] + 1):
            text = column_text(source.row(row), chosen.side)
            if text and (span := chosen.span(row, len(text))) is not None:
                lines.append(copied_text(source.row(row), chosen.side, *span))
        return "\n".join(lines), "\n"

    def _selected_in(
        self, row: int, selection: Selection | None
    ) -> Callable[[Side, int], tuple[int, int] | None] | None:
        if selection is None:
            return None
        chosen = ColumnSelection.of(selection, self._drag_side, len(self.sheet))
        return lambda side, length: chosen.span(row, length) if side == chosen.side else None
