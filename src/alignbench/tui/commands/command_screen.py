"""Screens whose keys are commands."""

from collections.abc import Coroutine, Mapping
from typing import Any, ClassVar

from textual import events, on
from textual.screen import Screen, ScreenResultType

from alignbench.tui.commands.command import Command
from alignbench.tui.widgets.search_bar import SearchBar


class CommandScreen(Screen[ScreenResultType]):
    """A screen that does what its commands say, where they apply."""

    commands: ClassVar[Mapping[str, Command[Any]]] = {}
    """By keymap id."""

    _questions = 0
    """How many questions are open, or about to be."""

    def ask(self, question: Coroutine[Any, Any, None]) -> None:
        """Put a question to people. Until it is answered no key means a command here.

        From now on, and not from when its dialog is drawn: who types on ahead means the dialog.
        """

        async def asked() -> None:
            try:
                await question
            finally:
                self._questions -= 1

        self._questions += 1
        self.run_worker(asked())

    @property
    def is_asking(self) -> bool:
        """Whether a question is open, or about to be, or what was answered is being done."""
        return self._questions > 0

    @property
    def controls(self) -> Any:
        """What the commands act on."""
        raise NotImplementedError

    @property
    def about(self) -> str:
        """What help says first: of what is chosen here."""
        return ""

    @property
    def is_typing(self) -> bool:
        """Whether letters are letters now, and no keys."""
        return False

    @property
    def search_bar(self) -> SearchBar | None:
        """The line to type words in, if there is one."""
        return None

    @on(SearchBar.Asked)
    def _keys_typed_before(self, event: SearchBar.Asked) -> None:
        event.bar.take_focus()

    def take_key(self, event: events.Key) -> bool:
        """Type a key that was pressed before the search line had the focus; whether it was one."""
        bar = self.search_bar
        if bar is None or not bar.is_opening:
            return False
        bar.type(event)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys mean what applies now."""
        if action == "command":
            able = self.is_mounted and not self.is_typing and not self._questions
            return able and self.commands[str(parameters[0])].applies(self.controls)
        return super().check_action(action, parameters)

    def action_command(self, name: str) -> None:
        """Do what a key or the palette says."""
        self.commands[name].run(self.controls)
