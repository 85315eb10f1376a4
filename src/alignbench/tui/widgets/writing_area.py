"""A text of several lines to be written: lines broken as everywhere here, keys as in editors."""

from itertools import accumulate
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from alignbench.tui.wrapping import widths, wrap


class WritingArea(TextArea):
    """Breaks lines by the Japanese rules and the English ones.

    Keys as in editors of texts: to the beginning and the end of all, all selected. The rest of
    them (words, lines, undo, redo, cut, paste) Textual has itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_start(False)", show=False, id="writing-start"),
        Binding("ctrl+end", "to_end(False)", show=False, id="writing-end"),
        Binding("ctrl+shift+home", "to_start(True)", show=False, id="writing-select-start"),
        Binding("ctrl+shift+end", "to_end(True)", show=False, id="writing-select-end"),
        Binding("ctrl+a", "select_all", show=False, id="writing-select-all"),
    ]

    def action_to_start(self, select: bool) -> None:
        """Go to the beginning of all, `select` what lies between."""
        self.move_cursor(self.document.start, select=select)

    def action_to_end(self, select: bool) -> None:
        """Go to the end of all, `select` what lies between."""
        self.move_cursor(self.document.end, select=select)

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = _Lines(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()


class _Lines(WrappedDocument):
    """The lines of a document as `wrap` breaks them. All anew after each edit: it is short."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        if not width or any("\t" in line for line in self.document.lines):
            super().wrap(width, tab_width)  # a tab is as wide as what stands before it has it
            return
        super().wrap(0, tab_width)  # which takes the document in, a line each
        self._width = width
        self._wrap_offsets = [breaks(line, width) for line in self.document.lines]
        counts = [len(offsets) + 1 for offsets in self._wrap_offsets]
        ends = list(accumulate(counts))
        self._offset_to_line_info = [
            (line, section) for line, count in enumerate(counts) for section in range(count)
        ]
        self._line_index_to_offsets = [
            list(range(end - count, end)) for end, count in zip(ends, counts, strict=True)
        ]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:  # noqa: ARG002
        self.wrap(self._width)


def breaks(line: str, width: int) -> list[int]:
    """Where lines of a text begin, the first left out; blanks at the end go on below.

    There the cursor stands while one types, which has to be in sight.
    """
    starts = wrap(line, width)
    sizes = widths(line)
    room = width
    for at in range(starts[-1], len(line)):
        room -= sizes[at]
        if room < 0:
            starts.append(at)
            room = width - sizes[at]
    return starts[1:]
