"""Asking for a better English: the Japanese above, the text to write, what it changes below."""

import os
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, TextArea

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t
from alignbench.project.drafts import Draft
from alignbench.system.editor import edited, editor_command
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.draft_question import DraftQuestion
from alignbench.tui.jobs.foreground import in_foreground
from alignbench.tui.notices import complain
from alignbench.tui.review.proposal_lines import difference
from alignbench.tui.widgets.wrapped_text import WrappedText
from alignbench.tui.widgets.writing_area import WritingArea


class _Writing(WritingArea):
    """A text of several lines in which enter keeps what is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.keep", t("keep"), priority=True, id="wording-keep"),
        Binding("ctrl+s", "screen.keep", t("keep"), id="wording-keep-too"),
    ]


class WordingQuestion(DraftQuestion[str]):
    """Asks for a wording. Dismisses with it, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave"),
        Binding("ctrl+r", "restore", t("as it was"), id="wording-restore"),
        Binding("ctrl+o", "editor", t("editor"), id="wording-editor"),
    ]

    def __init__(self, ja: str, en: str, proposed: str = "", draft: Draft | None = None) -> None:
        """`en` is what the row reads; a `draft`, or what is `proposed` already, is written on."""
        super().__init__(draft)
        self._ja, self._en, self._proposed = printable(ja), en, proposed

    def compose(self) -> ComposeResult:
        """Japanese, text, difference, keys."""
        with Vertical(classes="dialog wide"):
            yield Label(t("A better English") + self.draft_told, classes="title", markup=False)
            yield WrappedText(self._ja, id="wording-ja")
            if self._proposed or self.begun_with:
                yield WrappedText(
                    t("In the file: {english}", english=printable(self._en)), id="wording-file"
                )
            text = self.begun_with or self._proposed or self._en
            yield _Writing(text, soft_wrap=True, id="wording", compact=True)
            yield WrappedText(id="wording-difference")
            yield Label(
                t("enter keeps it   ctrl+r: as it was   ctrl+o: editor   esc leaves"),
                id="keys", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        """Write at the end."""
        area = self.query_one(_Writing)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def _show_difference(self) -> None:
        text = self.query_one(_Writing).text
        colours = self.app.theme_variables
        self.query_one("#wording-difference", WrappedText).update(
            difference(self._en, " ".join(text.split()), colours)
        )

    def action_keep(self) -> None:
        """Keep what is written."""
        self.dismiss(" ".join(self.query_one(_Writing).text.split()))

    def action_restore(self) -> None:
        """Write what the row reads."""
        self.query_one(_Writing).text = self._en

    def action_editor(self) -> None:
        """Write on in the editor that VISUAL or EDITOR names; what it leaves stands here then."""
        area = self.query_one(_Writing)
        comments = [
            t("The better English stands above; lines of this comment are taken away."), self._ja
        ]  # fmt: skip
        try:
            command = editor_command(os.environ)
            text = in_foreground(self.app, lambda: edited(area.text, comments, command))
        except AlignbenchError as error:
            complain(self.app, error)
        else:
            area.text = text
            area.move_cursor(area.document.end)

    def typed(self) -> str:
        """The text, unless it is the one that would stand here anyway."""
        text = " ".join(self.query_one(_Writing).text.split())
        return "" if text == (self._proposed or self._en) else text
