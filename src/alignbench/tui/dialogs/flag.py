"""Asking what is wrong: kind, severity, comment, and the words concerned on either side."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Button, Input, Label

from alignbench.domain.flags import FLAG_TYPES, FlagDraft, Severity
from alignbench.domain.text import Side, Span
from alignbench.messages import t
from alignbench.project.drafts import Draft
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.draft_question import DraftQuestion
from alignbench.tui.dialogs.flag_answer import Answer, as_text, from_text
from alignbench.tui.dialogs.legend import Legend
from alignbench.tui.dialogs.quick_select import QuickSelect
from alignbench.tui.dialogs.span_field import SpanField
from alignbench.tui.dialogs.word_marks import WordMark

NAMES: dict[Side, str] = {"ja": "Japanese", "en": "English"}


class Wording(NamedTuple):
    """How the question is put."""

    title: str
    button: str
    enter: str
    """What enter does."""


NEW = Wording(t("Flag an error"), t("Flag"), t("flag it"))
DECLARE = Wording(
    t("Declare omitted (a: added), and flag"), t("Declare and flag"), t("declare and flag")
)
CHANGE = Wording(t("Change this flag"), t("Save"), t("save it"))


LETTERS: dict[str, str] = {
    "m": "accuracy/mistranslation", "o": "accuracy/omission", "a": "accuracy/addition",
    "u": "accuracy/untranslated", "t": "terminology/resource", "i": "terminology/inconsistent",
    "w": "terminology/wrong-term", "g": "linguistic/grammar", "p": "linguistic/punctuation",
    "s": "linguistic/spelling", "r": "style/register", "k": "style/awkward",
    "n": "locale/number-format", "d": "locale/date-format", "e": "other/source-error",
}  # fmt: skip
"""The letter that chooses a kind."""
SHORT: dict[str, str] = {
    "t": t("term of the glossary"), "i": t("term not kept"), "w": t("wrong term"),
    "k": t("awkward"), "n": t("number"), "d": t("date"), "e": t("source error"), "r": t("register"),
}  # fmt: skip
"""What some letters stand for in few words, for the line that explains all of them."""
LEGEND = tuple(
    f"{letter} {SHORT.get(letter, FLAG_TYPES[kind].lower())}" for letter, kind in LETTERS.items()
)
"""Every letter with what it stands for."""
NARROW = 70
"""Cells below which the line of keys says less."""
SEVERITIES = tuple(Severity)
"""Chosen by 1 to 4."""


class FlagQuestion(DraftQuestion[Answer]):
    """Asks for an error's type, severity, comment and words."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave")
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self, draft: FlagDraft, marks: Mapping[Side, WordMark], wording: Wording = NEW,
        kept: Draft | None = None,
    ) -> None:  # fmt: skip
        """`draft` is what the fields begin with, unless something else was typed and `kept`.

        A side without words has no field.
        """
        super().__init__(kept)
        spans = {side: mark.span for side, mark in marks.items()}
        given: Answer = draft.type, draft.severity, draft.comment, spans
        self._untouched = as_text(given)
        kind, severity, comment, spans = from_text(self.begun_with, spans) or given
        self._draft = replace(draft, type=kind, severity=severity, comment=comment)
        self._marks = {side: mark.with_marked(spans[side]) for side, mark in marks.items()}
        self._wording = wording
        self._comment = printable(comment)

    def compose(self) -> ComposeResult:
        """A field a line, the two texts below."""
        draft = self._draft
        letters = {kind: letter for letter, kind in LETTERS.items()}
        types = [(f"{letters.get(id_, ' ')}  {name}", id_) for id_, name in FLAG_TYPES.items()]
        severities = [(severity.value, severity) for severity in Severity]
        with Vertical(classes="dialog wide"):
            yield Label(self._wording.title + self.draft_told, classes="title")
            with Horizontal(classes="field"):
                yield Label("Kind", classes="name")
                yield QuickSelect(
                    types, value=draft.type, allow_blank=False, id="type", compact=True
                )
            yield Legend(LEGEND, id="legend")
            with Horizontal(classes="field"):
                yield Label("Severity", classes="name")
                yield QuickSelect(
                    severities, value=draft.severity, allow_blank=False, id="severity",
                    compact=True,
                )  # fmt: skip
            with Horizontal(classes="field last"):
                yield Label("Comment", classes="name")
                yield Input(
                    self._comment, placeholder=t("What is wrong?"), id="comment", compact=True,
                    select_on_focus=False,
                )  # fmt: skip
            for side, mark in self._marks.items():
                if mark.words:
                    with Horizontal(classes="field"):
                        yield Label(NAMES[side], classes="name")
                        yield SpanField(mark, id=f"span-{side}")
            with Horizontal(classes="buttons"):
                yield Button(self._wording.button, variant="primary", id="flag", compact=True)
            yield Label(self._keys(), id="keys")

    def on_mount(self) -> None:
        """Begin with the kind, where letters and digits choose, or with a filled in comment."""
        comment = self.query_one("#comment", Input)
        comment.cursor_position = 0  # which shows how it begins
        (comment if self._comment else self.query_one("#type", QuickSelect)).focus()

    @on(QuickSelect.Typed)
    def _choose(self, event: QuickSelect.Typed) -> None:
        """A letter chooses the kind, a digit the severity."""
        if event.character in LETTERS:
            self.query_one("#type", QuickSelect).value = LETTERS[event.character]
        elif event.character in ("1", "2", "3", "4"):
            severity = SEVERITIES[int(event.character) - 1]
            self.query_one("#severity", QuickSelect).value = severity

    @on(DescendantFocus)
    def _explain(self, event: DescendantFocus) -> None:
        # Where there is room for one of them, the letters take that of the texts.
        self.set_class(isinstance(event.widget, QuickSelect), "-choosing")
        self.query_one("#keys", Label).update(self._keys(event.widget))

    def _keys(self, at: Widget | None = None) -> str:
        enter = t("enter: {what}", what=self._wording.enter)
        if isinstance(at, SpanField):
            return t("arrows: word   space: begin, end   del: clear   {enter}", enter=enter)
        if isinstance(at, Input):
            return t("{enter}   tab: mark words   shift+tab: kind, severity", enter=enter)
        if self.size.width < NARROW:
            return t("letter: kind  1-4: how bad  tab  {enter}", enter=enter)
        return t("letter: kind  1-4: neutral to critical  tab: next  {enter}", enter=enter)

    @on(Input.Submitted)
    @on(Button.Pressed)
    @on(SpanField.Kept)
    @on(QuickSelect.Kept)
    def _keep(self) -> None:
        self.dismiss(self._answer())

    def _answer(self) -> Answer:
        kind = self.query_one("#type", QuickSelect).value
        severity = self.query_one("#severity", QuickSelect).value
        comment = self.query_one("#comment", Input).value
        # What is shown of a comment is not all of it if it has line ends: untouched, it stays.
        comment = self._draft.comment if comment == self._comment else comment.strip()
        spans: dict[Side, Span | None] = {"ja": None, "en": None}
        for side in spans:
            for field in self.query(f"#span-{side}").results(SpanField):
                spans[side] = field.mark.span
        return str(kind), Severity(str(severity)), comment, spans

    def typed(self) -> str:
        """The answer, unless nothing was changed."""
        text = as_text(self._answer())
        return "" if text == self._untouched else text
