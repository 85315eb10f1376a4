"""A dialog that loses nothing of what is typed: what one leaves stands there the next time."""

from collections.abc import Iterable
from typing import Any, TypeVar

from textual.screen import ModalScreen, Screen

from alignbench.messages import t
from alignbench.project.drafts import Draft

Answer = TypeVar("Answer")
KEEP_EVERY = 3.0
"""Seconds between two looks whether a draft has changed: what a power cut may cost."""


class DraftQuestion(ModalScreen[Answer | None]):
    """Keeps a draft when it is left, when the app ends over it, and every few seconds."""

    def __init__(self, draft: Draft | None) -> None:
        super().__init__()
        self._draft_kept = draft
        self.begun_with = draft.text if draft else ""
        """The draft that was there; empty where there is none."""

    def on_mount(self) -> None:
        """Keep the draft from now on."""
        self.set_interval(KEEP_EVERY, self.keep_draft)

    @property
    def draft_told(self) -> str:
        """What the title says of a draft."""
        return t("   your draft") if self.begun_with else ""

    def typed(self) -> str:
        """What was typed, as a draft has it; empty if that changes nothing."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keep what was typed."""
        if self._draft_kept is not None and self.is_mounted:
            self._draft_kept.keep(self.typed())

    def action_leave(self) -> None:
        """Leave; what was typed is kept."""
        self.keep_draft()
        self.dismiss(None)


def keep_drafts(screens: Iterable[Screen[Any]]) -> None:
    """Keep what was typed into those of the screens that are such dialogs."""
    for screen in screens:
        if isinstance(screen, DraftQuestion):
            screen.keep_draft()
