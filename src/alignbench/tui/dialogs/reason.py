"""Asking why a finding is no error."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label

from alignbench.messages import t
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.wrapped_text import WrappedText

REASONS = (t("not an error"), t("style choice"), t("source is wrong"))
OWN_WORDS = ""
"""The answer of who wants to say it in other words."""


class ReasonQuestion(ModalScreen[str | None]):
    """Asks for a reason. Dismisses with it, with OWN_WORDS, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,１", "answer(0)", t("not an error"), id="reason-1"),
        Binding("2,２", "answer(1)", t("style choice"), id="reason-2"),
        Binding("3,３", "answer(2)", t("source is wrong"), id="reason-3"),
        Binding("4,４", "answer(3)", t("other words"), id="reason-4"),
        Binding("down,j,ｊ", "app.focus_next", t("next"), id="reason-next"),
        Binding("up,k,ｋ", "app.focus_previous", t("previous"), id="reason-previous"),
        Binding("escape", "leave", t("leave"), id="dialog-leave"),
    ]

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = printable(message)

    def compose(self) -> ComposeResult:
        """The finding, and a button for each reason."""
        with Vertical(classes="dialog"):
            yield Label(t("Why is this no error?"), classes="title")
            yield WrappedText(self._message)
            for at, reason in enumerate((*REASONS, t("other words"))):
                yield Button(f"  {at + 1}  {reason}", id=f"reason-{at}", compact=True)
            yield Label(t("a number, or arrows and enter; escape leaves it open"), classes="hint")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Mark the reason that enter gives, by a sign and not by its colour alone."""
        for at, reason in enumerate((*REASONS, t("other words"))):
            button = self.query_one(f"#reason-{at}", Button)
            sign = glyphs.THIS if button is event.widget else " "
            button.label = f"{sign} {at + 1}  {reason}"

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the mouse."""
        self.action_answer(int(str(event.button.id).rpartition("-")[2]))

    def action_answer(self, at: int) -> None:
        """Answer with a key."""
        self.dismiss((*REASONS, OWN_WORDS)[at])

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
