"""Asking what is wrong: kind, severity, comment, and the words concerned on either side."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Select

from alignbench.domain.flags import FLAG_TYPES, FlagDraft, Severity
from alignbench.domain.text import Side, Span
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.span_field import SpanField
from alignbench.tui.dialogs.word_marks import WordMark

Answer = tuple[str, Severity, str, dict[Side, Span | None]]
"""Type, severity, comment, and what is marked in the row's two texts as they are read."""
NAMES: dict[Side, str] = {"ja": "Japanese", "en": "English"}


class Wording(NamedTuple):
    """How the question is put."""

    title: str
    button: str
    enter: str
    """What enter does."""


NEW = Wording("Flag an error", "Flag", "flag it")
CHANGE = Wording("Change this flag", "Save", "save it")


class FlagQuestion(ModalScreen[Answer | None]):
    """Asks for an error's type, severity, comment and words."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", id="dialog-leave")]

    def __init__(
        self, draft: FlagDraft, marks: Mapping[Side, WordMark], wording: Wording = NEW
    ) -> None:
        """`draft` is what the fields begin with; a side without words has no field."""
        super().__init__()
        self._draft, self._marks, self._wording = draft, marks, wording
        self._comment = printable(draft.comment)

    def compose(self) -> ComposeResult:
        """A field a line, the two texts below."""
        draft = self._draft
        types = [(name, id_) for id_, name in FLAG_TYPES.items()]
        severities = [(severity.value, severity) for severity in Severity]
        with Vertical(classes="dialog wide"):
            yield Label(self._wording.title, classes="title")
            with Horizontal(classes="field"):
                yield Label("Kind", classes="name")
                yield Select(types, value=draft.type, allow_blank=False, id="type", compact=True)
            with Horizontal(classes="field"):
                yield Label("Severity", classes="name")
                yield Select(
                    severities, value=draft.severity, allow_blank=False, id="severity",
                    compact=True,
                )  # fmt: skip
            with Horizontal(classes="field last"):
                yield Label("Comment", classes="name")
                yield Input(
                    self._comment, placeholder="What is wrong?", id="comment", compact=True,
                    select_on_focus=False,
                )  # fmt: skip
            for side, mark in self._marks.items():
                if mark.words:
                    with Horizontal(classes="field"):
                        yield Label(NAMES[side], classes="name")
                        yield SpanField(mark, id=f"span-{side}")
            with Horizontal(classes="buttons"):
                yield Button(self._wording.button, variant="primary", id="flag", compact=True)
            yield Label(self._keys(marking=False), id="keys")

    def on_mount(self) -> None:
        """Begin with the comment: kind and severity have likely values, shift+tab goes there."""
        comment = self.query_one("#comment", Input)
        comment.cursor_position = 0  # which shows how a filled in comment begins
        comment.focus()

    @on(DescendantFocus)
    def _explain(self, event: DescendantFocus) -> None:
        marking = isinstance(event.widget, SpanField)
        self.query_one("#keys", Label).update(self._keys(marking=marking))

    def _keys(self, *, marking: bool) -> str:
        enter = f"enter: {self._wording.enter}"
        if marking:
            return f"arrows: word   space: begin, end   del: clear   {enter}"
        return f"{enter}   tab: mark words   shift+tab: kind, severity"

    @on(Input.Submitted)
    @on(Button.Pressed)
    @on(SpanField.Kept)
    def _keep(self) -> None:
        kind = self.query_one("#type", Select).value
        severity = self.query_one("#severity", Select).value
        comment = self.query_one("#comment", Input).value
        # What is shown of a comment is not all of it if it has line ends: untouched, it stays.
        comment = self._draft.comment if comment == self._comment else comment.strip()
        spans: dict[Side, Span | None] = {"ja": None, "en": None}
        for side in spans:
            for field in self.query(f"#span-{side}").results(SpanField):
                spans[side] = field.mark.span
        self.dismiss((str(kind), Severity(str(severity)), comment, spans))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
