"""What a reader does not show, counted as it goes."""

from alignbench.documents.segmentation.account import left_out
from alignbench.domain.text import LeftOut


class Tally:
    """Things left out, by kind; each kind is a message."""

    def __init__(self) -> None:
        self._told: dict[str, list[str]] = {}

    def add(self, what: str, text: str) -> None:
        """That `text` is not shown; blank texts are nothing."""
        if text.strip():
            self._told.setdefault(what, []).append(text)

    def mention(self, what: str) -> None:
        """That something without text of its own, such as a picture, is not shown."""
        self._told.setdefault(what, []).append("")

    def told(self) -> tuple[LeftOut, ...]:
        """All of it, in the order in which the kinds were met."""
        return tuple(left_out(what, parts) for what, parts in self._told.items())
