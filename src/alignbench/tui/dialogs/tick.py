"""A box to be ticked in a dialog."""

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Checkbox

from alignbench.tui.wrapping import cells


class Tick(Checkbox):
    """A checkbox that says by its shape whether it is ticked, in characters of any terminal.

    Textual's own draws the same X in two colours.
    """

    def __init__(self, label: str, value: bool = False, id: str | None = None) -> None:
        super().__init__(label, value, id=id, compact=True)
        self._words = label

    def render(self) -> Content:
        """`[x] label`."""
        mark = "[x]" if self.value else "[ ]"
        style = "reverse" if self.has_focus else "bold" if self.value else ""
        return Content.styled(f"{mark} {self._words}", style)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as mark and words."""
        return 4 + cells(self._words)
