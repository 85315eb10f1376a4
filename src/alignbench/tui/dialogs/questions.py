"""The small questions: yes or no, a line of text, what kind of error, how far a job is."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, ProgressBar

from alignbench.messages import t
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.wrapped_text import WrappedText

PATIENCE = 0.25
"""Seconds before a job's dialog is shown."""


class Question(ModalScreen[bool]):
    """Asks whether to go on. Dismisses with the answer."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,ｙ", "answer(True)", t("yes"), id="dialog-yes"),
        Binding("n,ｎ,escape", "answer(False)", t("no"), id="dialog-no"),
        Binding("left,right,up,down,h,j,k,l", "other", show=False, id="dialog-other"),
    ]
    AUTO_FOCUS = None

    def __init__(self, title: str, body: str, *, enter: bool = False) -> None:
        """`enter` is what that key answers at first: yes only to what can be undone."""
        super().__init__()
        self._title, self._body, self._enter = title, body, enter

    def compose(self) -> ComposeResult:
        """Title, body, two buttons."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            yield WrappedText(self._body)
            with Horizontal(classes="buttons"):
                yield Button(t("Yes (y)"), id="yes", compact=True)
                yield Button(t("No (n)"), id="no", compact=True)
            yield Label(t("enter answers what is marked"), classes="hint")

    def on_mount(self) -> None:
        """Begin with what enter is to answer."""
        self.query_one("#yes" if self._enter else "#no", Button).focus()
        self._mark("yes" if self._enter else "no")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the answer that enter gives, by a sign and not by its colour alone."""
        self._mark(event.widget.id or "")

    def _mark(self, chosen: str) -> None:
        for name, words in (("yes", t("Yes (y)")), ("no", t("No (n)"))):
            button = self.query_one(f"#{name}", Button)
            button.label = f"{glyphs.THIS if name == chosen else ' '} {words}"

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the mouse, or enter."""
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer with a key."""
        self.dismiss(answer)

    def action_other(self) -> None:
        """Mark the other answer."""
        self.focus_next()


class TextQuestion(ModalScreen[str | None]):
    """Asks for a line of text. Dismisses with it, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave")
    ]

    def __init__(
        self, title: str, value: str = "", hint: str = "", enter: str = t("enter keeps it")
    ) -> None:
        """`hint` stands where nothing is typed yet; `enter` says what that key does."""
        super().__init__()
        self._title, self._value, self._hint, self._enter = title, value, hint, enter

    def compose(self) -> ComposeResult:
        """Title and input."""
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="title", markup=False)
            yield Input(self._value, placeholder=self._hint)
            yield Label(t("{enter}, escape leaves", enter=self._enter), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it."""
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)


class Working(ModalScreen[None]):
    """How far a long job is. Escape asks it to stop."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", t("stop"), id="dialog-stop")]

    def __init__(self, title: str, stop: Callable[[], None]) -> None:
        super().__init__()
        self._title, self._stop = printable(title), stop
        self._stage, self._done, self._total = "", 0, 0
        self.keys_lost = 0
        """Keys that were pressed and meant nothing."""
        self.add_class("-unseen")

    def on_mount(self) -> None:
        """Come into sight after a moment: what is done sooner needs no dialog, and makes none."""
        self.set_timer(PATIENCE, self._come_into_sight)

    async def _come_into_sight(self) -> None:
        await self.mount(
            Vertical(
                Label(self._title, classes="title", markup=False),
                Label("", id="stage", markup=False),
                ProgressBar(show_eta=False, id="bar"),
                Label(t("escape stops it; nothing half done is kept"), classes="hint"),
                classes="dialog",
            )
        )
        self.remove_class("-unseen")
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Count what is lost."""
        self.keys_lost += event.key != "escape"

    def report(self, stage: str, done: int, total: int) -> None:
        """Show a report of progress, as soon as anything is shown."""
        self._stage, self._done, self._total = printable(stage), done, total
        self._show()

    def _show(self) -> None:
        for label in self.query("#stage").results(Label):
            label.update(self._stage)
        for bar in self.query(ProgressBar):
            bar.update(total=self._total or None, progress=self._done)

    def action_stop(self) -> None:
        """Ask the job to stop."""
        self._stop()
        self._stage = t("stopping ...")
        self._show()
