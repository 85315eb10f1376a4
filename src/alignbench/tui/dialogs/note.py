"""Asking for a note on a link."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from alignbench.messages import t
from alignbench.project.drafts import Draft
from alignbench.tui.dialogs.draft_question import DraftQuestion


class NoteQuestion(DraftQuestion[str]):
    """Asks for a note. Dismisses with it, which is empty where there is to be none, or None."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave")
    ]

    def __init__(self, note: str, draft: Draft | None = None) -> None:
        """`note` is the one that there is; a `draft` is written on instead."""
        super().__init__(draft)
        self._note = note

    def compose(self) -> ComposeResult:
        """Title and input."""
        with Vertical(classes="dialog"):
            yield Label(t("Note on this link") + self.draft_told, classes="title", markup=False)
            yield Input(self.begun_with or self._note, select_on_focus=False)
            yield Label(t("enter keeps it, escape leaves"), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it."""
        self.dismiss(event.value.strip())

    def typed(self) -> str:
        """The note, unless it is the one that there is."""
        text = self.query_one(Input).value.strip()
        return "" if text == self._note else text
