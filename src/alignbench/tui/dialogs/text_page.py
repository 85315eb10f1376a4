"""A text that is read in a dialog, and scrolls."""

from typing import ClassVar

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from alignbench.messages import t


class TextPage(ModalScreen[None]):
    """Shows a text until a key closes it."""

    CSS_PATH = "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ,enter", "dismiss", t("close"), id="page-close"),
        Binding("j,ｊ,down", "scroll(1)", show=False, id="page-down"),
        Binding("k,ｋ,up", "scroll(-1)", show=False, id="page-up"),
    ]

    def __init__(self, title: str, text: RenderableType) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(classes="dialog broad"):
            yield Label(self._title, classes="title", markup=False)
            with VerticalScroll(id="page"):
                yield Static(self._text, markup=False)
            yield Label(t("arrows scroll, escape closes"), id="keys", markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
