"""A scrolling view of a sheet whose row heights are refined while one looks at it."""

import asyncio
from time import monotonic

from textual import work
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from alignbench.tui.widgets.columns import Columns
from alignbench.tui.widgets.layout import Layout
from alignbench.tui.widgets.row_model import ListSource, RowSource

MEASURE_SLICE = 0.004
MEASURE_PAUSE = 0.004
PUBLISH_EVERY = 0.25
"""Seconds: measuring works in slices this long, rests between them, and shows what it found."""
MARGIN = 6
"""Lines kept in view around the revealed row, where the view is tall enough."""


class LayoutView(ScrollView, inherit_bindings=False):
    """Lays out the rows of a `RowSource`; subclasses draw them.

    Opening costs the same for a hundred rows as for a hundred thousand: heights are estimated from
    lengths, measured where the view is, and refined in the background while the row at the top of
    the view stays where it is.
    """

    DEFAULT_CSS = """
    LayoutView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 0 0;
    }
    """

    class Arranged(Message):
        """The columns have another width."""

        def __init__(self, columns: Columns) -> None:
            super().__init__()
            self.columns = columns

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet = Layout(ListSource([]), 80)
        self._has_readings = False

    @property
    def sheet(self) -> Layout:
        """The document as laid out now."""
        return self._sheet

    def show_source(self, source: RowSource, row: int) -> None:
        """Lay out another document and show `row`."""
        self._sheet = Layout(source, self._text_width, has_readings=self._has_readings)
        self._arrange(row, 0)
        self.reveal(row)
        self._refine()
        self.post_message(self.Arranged(self._sheet.columns))

    def splice_source(self, source: RowSource, first: int, count: int, row: int) -> None:
        """Lay out `source`, which differs in `count` rows from `first` on, and show `row`."""
        anchor, offset = self._anchor()
        self._sheet.splice(source, first, count)
        self._arrange(min(anchor, len(source) - 1), offset)
        self.reveal(row)
        self._refine()

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row of which a line is in view."""
        top = round(self.scroll_y)
        heights = self._sheet.heights
        return heights.row_at(top), heights.row_at(top + max(0, self.size.height - 1))

    def forget_drawn(self) -> None:
        """Drop what subclasses keep of drawn rows."""

    @property
    def _text_width(self) -> int:
        return max(20, self.size.width)

    def _anchor(self) -> tuple[int, int]:
        """The row at the top of the view, and which of its lines."""
        if not len(self._sheet):
            return 0, 0
        top = round(self.scroll_y)
        row = self._sheet.heights.row_at(top)
        return row, top - self._sheet.heights.top(row)

    def _arrange(self, row: int, offset: int) -> None:
        """Put line `offset` of `row` at the top, with all that is in view exact."""
        self.forget_drawn()
        if len(self._sheet):
            self._sheet.settle(row, offset + self.size.height)
            heights = self._sheet.heights
            self._scroll_sheet(heights.top(row) + min(offset, heights.height(row) - 1))
        self.refresh()

    def _scroll_sheet(self, top: int) -> None:
        self.virtual_size = Size(self._text_width, self._sheet.heights.total)
        self.scroll_to(y=max(0, top), animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Make the rows that came into view exact."""
        super().watch_scroll_y(old_value, new_value)
        if not self._sheet.is_settled(round(new_value), self.size.height):
            self._arrange(*self._anchor())

    def on_resize(self) -> None:
        """Fit the new width; the row at the top stays there."""
        if self._text_width != self._sheet.columns.width:
            self.lay_out_anew()
        else:
            self._arrange(*self._anchor())
            self.keep_in_view()
            self._refine()

    def leave_room_for_readings(self, *, on: bool) -> None:
        """Have a line for readings above the Japanese, or no longer."""
        if on is not self._has_readings:
            self._has_readings = on
            self.lay_out_anew()

    def lay_out_anew(self) -> None:
        """Measure every row again: its room or what is drawn of it has another length."""
        anchor, _ = self._anchor()
        self._sheet.resize(self._text_width, has_readings=self._has_readings)
        self._arrange(anchor, 0)
        self.post_message(self.Arranged(self._sheet.columns))
        self.keep_in_view()
        self._refine()

    @work(exclusive=True, group="refine")
    async def _refine(self) -> None:
        """Measure the rest in slices, so that keys are answered meanwhile."""
        found: list[tuple[int, int]] = []
        slice_ends = publish_at = 0.0
        for row in self._sheet.unmeasured(self._anchor()[0]):
            if (now := monotonic()) > slice_ends:
                if now > publish_at:
                    self._publish(found)
                    publish_at = now + PUBLISH_EVERY
                await asyncio.sleep(MEASURE_PAUSE)
                slice_ends = monotonic() + MEASURE_SLICE
            found.append((row, self._sheet.measured(row)))
        self._publish(found)

    def _publish(self, found: list[tuple[int, int]]) -> None:
        if found:
            anchor, offset = self._anchor()
            self._sheet.take(found)
            self._arrange(anchor, offset)
            found.clear()

    def keep_in_view(self) -> None:
        """Called after a resize; subclasses reveal what must stay visible."""

    def reveal(self, row: int) -> None:
        """Scroll as little as needed to show the row with some of its neighbours."""
        height = self.size.height
        if not len(self._sheet) or not height:
            return
        anchor, offset = self._anchor()
        self._sheet.settle(row, height)
        self._sheet.settle(row, -height)
        heights = self._sheet.heights
        now = heights.top(anchor) + offset
        margin = min(height // 4, MARGIN)
        highest = heights.top(row) - margin
        lowest = heights.top(row) + heights.height(row) + margin - height
        if not lowest - height <= now <= highest + height:
            self._scroll_sheet(heights.top(row) - height // 3)
        elif now > highest or lowest > highest:
            self._scroll_sheet(highest)
        else:
            self._scroll_sheet(max(now, lowest))
