"""A text in a dialog, its lines broken by the Japanese rules and the English ones."""

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from alignbench.tui.wrapping import wrap


class WrappedText(Widget):
    """Shows a text on as many lines as it takes.

    Textual's own label breaks lines at blanks only, and lets 」 or 。 begin one.
    """

    DEFAULT_CSS = """
    WrappedText { height: auto; width: 1fr; }
    """

    def __init__(self, text: str | Text = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = _as_text(text)

    @property
    def plain(self) -> str:
        """What is shown, without styles and breaks."""
        return self._text.plain

    def update(self, text: str | Text) -> None:
        """Show another text."""
        self._text = _as_text(text)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes."""
        return len(lines_of(self._text, width))

    def render(self) -> Text:
        """Its lines."""
        lines = lines_of(self._text, self.content_size.width)
        return Text("\n", no_wrap=True, overflow="crop", end="").join(lines)


def lines_of(text: Text, width: int) -> list[Text]:
    """A text in lines of at most `width` cells, its own line ends kept."""
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        starts = wrap(line.plain, max(1, width))
        pieces = line.divide(starts[1:])
        for piece in pieces:
            piece.rstrip()
        lines += pieces
    return lines or [Text()]


def _as_text(text: str | Text) -> Text:
    return text if isinstance(text, Text) else Text(text)
