"""A line for the name of a file or folder, completed by → from what there is."""

from pathlib import Path

from textual.suggester import Suggester
from textual.widgets import Input


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

    def __init__(self, placeholder: str, id: str) -> None:
        super().__init__(
            placeholder=placeholder, id=id, compact=True, suggester=PathSuggester(),
            select_on_focus=False,
        )  # fmt: skip

    @property
    def path(self) -> Path | None:
        """What is named; None while nothing is."""
        text = self.value.strip().strip("'\"")
        return Path(text).expanduser() if text else None
