"""A line for the name of a file or folder, completed by → from what there is."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label

from alignbench.messages import t
from alignbench.tui.widgets.glyphs import key_name


class PathSuggester(Suggester):
    """Offers the first name in the folder that begins as what is typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed, completed; None where nothing begins so."""
        head, slash, begin = value.rpartition("/")
        if not value:
            return None
        try:
            folder = Path(head + slash or ".").expanduser()
            names = sorted(
                each.name + ("/" if each.is_dir() else "")
                for each in folder.iterdir()
                if each.name.startswith(begin) and not each.name.startswith(".")
            )
        except OSError:
            return None
        return f"{head}{slash}{names[0]}" if names else None


class PathInput(Input):
    """The line."""

    def __init__(self, placeholder: str, id: str, value: str = "") -> None:
        super().__init__(
            value, placeholder=placeholder, id=id, compact=True, suggester=PathSuggester(),
            select_on_focus=False,
        )  # fmt: skip

    @property
    def path(self) -> Path | None:
        """What is named; None while nothing is."""
        text = self.value.strip().strip("'\"")
        return Path(text).expanduser() if text else None


class PathQuestion(ModalScreen[Path | None]):
    """Asks for a file. Dismisses with it, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave")
    ]

    def __init__(self, title: str, value: str, enter: str) -> None:
        """`enter` says what that key does."""
        super().__init__()
        self._title, self._value, self._enter = title, value, enter

    def compose(self) -> ComposeResult:
        """Title and line."""
        with Vertical(classes="dialog wide"):
            yield Label(self._title, classes="title", markup=False)
            yield PathInput(t("a file's name"), "path", self._value)
            yield Label(
                key_name(t("{enter}   →: complete   escape leaves", enter=self._enter)),
                classes="hint",
            )

    def on_input_submitted(self) -> None:
        """Keep it, if something is named."""
        if (path := self.query_one(PathInput).path) is not None:
            self.dismiss(path)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
