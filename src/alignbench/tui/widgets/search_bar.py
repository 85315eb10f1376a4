"""The search line: results while one types, kept until escape."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from alignbench.messages import t
from alignbench.tui.wrapping import cells

KEYS = t("enter goes to it, esc ends")
BETWEEN = "   "
"""What stands between the keys that are told."""
LEAST = 24
"""Cells for the words that are sought, whatever is told beside them, and for the blanks."""
PATIENCE = 0.15
"""Seconds after the last letter: a Japanese input method sends a word letter by letter."""


class SearchBar(Horizontal):
    """An input and the number of matches. Hidden while there is no search."""

    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        display: none;
        background: $panel;
        padding: 0 1;
        &.-open { display: block; }
        & Input { width: 1fr; height: 1; border: none; background: $panel; padding: 0; }
        & #search-label { width: auto; color: $primary; text-style: bold; }
        & #search-count { width: auto; color: $text-muted; padding: 0 1; }
    }
    """

    class Sought(Message):
        """Other words are sought; empty words end the search."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Asked(Message):
        """The line was asked for: comes behind all keys that were pressed by then."""

        def __init__(self, bar: "SearchBar") -> None:
            super().__init__()
            self.bar = bar

    class Left(Message):
        """The search line was left for the document."""

    def __init__(self, label: str = "", id: str | None = None, *, after: str = KEYS) -> None:
        """`after` says what keys do once the document has them again."""
        super().__init__(id=id)
        self._count, self._after = "", after
        self._label = label or t("search")
        self._input = Input(placeholder=t("Japanese or English"), id="search-input", compact=True)
        self._timer: Timer | None = None
        self._opening = False

    def compose(self) -> ComposeResult:
        """A label, the input, the count."""
        yield Static(f"{self._label} ", id="search-label")
        yield self._input
        yield Static(KEYS, id="search-count")

    @property
    def is_open(self) -> bool:
        """Whether there is a search."""
        return self.has_class("-open")

    @property
    def is_opening(self) -> bool:
        """Whether it was asked for and has no focus yet."""
        return self._opening

    @property
    def is_typing(self) -> bool:
        """Whether letters are meant for the search line: from when it is asked for."""
        return self._opening or self._input.has_focus

    def open(self) -> None:
        """Show the line and type into it."""
        self.add_class("-open")
        # Keys typed in one burst are on their way to the widget that had the focus when they came.
        # They bubble up in order and are taken by `type`; this message comes behind them.
        self._opening = True
        (self.screen.focused or self).post_message(self.Asked(self))

    def take_focus(self) -> None:
        """Have the keys, now that all that were on their way are typed."""
        self._input.focus()

    def type(self, event: events.Key) -> None:
        """Type a key that went elsewhere while the line was opening."""
        line = self._input
        if event.is_printable and event.character:
            line.insert_text_at_cursor(event.character)
        elif event.key == "backspace":
            line.action_delete_left()
        elif event.key == "escape":
            self.key_escape()
        elif event.key == "enter":
            self._go(line.value)

    def on_descendant_focus(self) -> None:
        """The line has the focus it was promised."""
        self._opening = False
        self._tell()

    def on_descendant_blur(self) -> None:
        """Keys mean something else now."""
        self._tell()

    def close(self) -> None:
        """End the search."""
        self.remove_class("-open")
        self._opening = False
        self._stop()
        self._input.value = ""
        self.post_message(self.Sought(""))

    def show_count(self, at: int | None, total: int) -> None:
        """Say which match is the current one, counted from 1."""
        sought = bool(self._input.value)
        self._count = "" if not sought else f"{at}/{total}" if total else t("nothing found")
        self._tell()

    def _tell(self) -> None:
        keys = (KEYS if self.is_typing else self._after).split(BETWEEN)
        room = self.size.width - cells(f"{self._label} {self._count}") - LEAST
        while len(keys) > 1 and cells(BETWEEN.join(keys)) > room:
            del keys[1 if len(keys) > 2 else 0]  # how one leaves is said last, and always
        told = BETWEEN.join(filter(None, (self._count, *keys)))
        self.query_one("#search-count", Static).update(told)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._tell()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Seek a moment after the last letter."""
        event.stop()
        self._stop()
        words = event.value
        self._timer = self.set_timer(PATIENCE, lambda: self.post_message(self.Sought(words)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the document, with the matches kept."""
        event.stop()
        self._go(event.value)

    def _go(self, words: str) -> None:
        self._opening = False
        self._stop()
        self.post_message(self.Sought(words))
        self.post_message(self.Left())

    def key_escape(self) -> None:
        """End the search and go back."""
        self.close()
        self.post_message(self.Left())

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
