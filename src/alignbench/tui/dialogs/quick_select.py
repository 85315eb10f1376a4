"""A choice that is also made by typing one character, while its list is closed."""

import unicodedata
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Select, Static
from textual.widgets._select import SelectCurrent

from alignbench.messages import t
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.marked_list import MarkedOverlay


class _Current(SelectCurrent):
    """The choice as it is shown, with arrows that are drawn as marks are.

    Textual's take two cells in some terminals.
    """

    def compose(self) -> ComposeResult:
        """The choice, and an arrow down or up."""
        label, *_ = super().compose()
        yield label
        yield Static(glyphs.DOWN, classes="arrow down-arrow")
        yield Static(glyphs.UP, classes="arrow up-arrow")


class QuickSelect(Select[Any]):
    """Tells which character was typed; space and the arrows open the list, enter keeps all."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "keep", t("keep"), id="select-keep")]

    class Typed(Message):
        """A character was typed while the list was closed; full width is made plain."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    class Kept(Message):
        """Enter was pressed while the list was closed."""

    def compose(self) -> ComposeResult:
        """The choice, and the list that it opens."""
        yield _Current(self.prompt)
        yield MarkedOverlay(type_to_search=self._type_to_search).data_bind(compact=Select.compact)

    def on_key(self, event: events.Key) -> None:
        """Tell of letters and digits."""
        if not self.expanded and event.is_printable and event.character not in (None, " "):
            event.stop()
            self.post_message(self.Typed(unicodedata.normalize("NFKC", event.character or "")))

    def action_keep(self) -> None:
        """Tell the dialog to keep all."""
        self.post_message(self.Kept())
