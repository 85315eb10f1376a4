"""A text in which words are marked with keys, in a dialog."""

from itertools import pairwise
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from alignbench.domain.text import Span
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.word_marks import WordMark
from alignbench.tui.wrapping import cells, wrap

MOST = 5
"""Lines shown at a time; a longer text scrolls with the pointer."""


class SpanField(Widget, can_focus=True):
    """Draws a text and what is marked in it: bold and underlined, the pointer reversed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"span--marked"}
    DEFAULT_CSS = """
    SpanField {
        height: auto;
        & .span--marked { color: $error; text-style: bold underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h,ｈ", "move(-1)", id="span-left"),
        Binding("right,l,ｌ", "move(1)", id="span-right"),
        Binding("up,k,ｋ", "move_line(-1)", id="span-up"),
        Binding("down,j,ｊ", "move_line(1)", id="span-down"),
        Binding("home,g,ｇ", "move(-100000)", id="span-home"),
        Binding("end,G,Ｇ", "move(100000)", id="span-end"),
        Binding("shift+left,H,Ｈ", "extend(-1)", id="span-extend-left"),
        Binding("shift+right,L,Ｌ", "extend(1)", id="span-extend-right"),
        Binding("space,ideographic_space", "mark", id="span-mark"),
        Binding("delete,backspace,x,ｘ", "clear", id="span-clear"),
        Binding("enter", "keep", id="span-keep"),
    ]

    mark: reactive[WordMark] = reactive(WordMark("", ()), layout=False)

    class Kept(Message):
        """Enter was pressed."""

    def __init__(self, mark: WordMark, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(SpanField.mark, mark)
        self._shown = printable(mark.text)

    # Keys

    def action_move(self, step: int) -> None:
        """Point at another word."""
        self.mark = self.mark.moved_to(self.mark.at + step)

    def action_extend(self, step: int) -> None:
        """Point at another word and mark up to it."""
        self.mark = self.mark.extended_to(self.mark.at + step)

    def action_move_line(self, step: int) -> None:
        """Point at the word above or below."""
        if (word := self.mark.pointed) is None:
            return
        lines = self._lines(self.size.width)
        at = _line_of(lines, word.start)
        to = at + step
        if 0 <= to < len(lines):
            column = cells(self._shown[lines[at].start : word.start])
            place = lines[to].start
            while (
                place < lines[to].end - 1 and cells(self._shown[lines[to].start : place]) < column
            ):
                place += 1
            self.mark = self.mark.moved_to(self.mark.word_at(place))

    def action_mark(self) -> None:
        """Begin a mark, or end it."""
        self.mark = self.mark.toggled()

    def action_clear(self) -> None:
        """Mark nothing."""
        self.mark = self.mark.cleared()

    def action_keep(self) -> None:
        """Tell the dialog to keep all."""
        self.post_message(self.Kept())

    def on_click(self, event: events.Click) -> None:
        """Mark the word clicked, or with shift up to it."""
        if (place := event.style.meta.get("place")) is not None:
            at = self.mark.word_at(int(place))
            if event.shift:
                self.mark = self.mark.extended_to(at)
            else:
                self.mark = self.mark.moved_to(at).begun().toggled()

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the text needs, to a limit."""
        return min(MOST, len(self._lines(width)))

    def _lines(self, width: int) -> list[Span]:
        starts = wrap(self._shown, max(2, width))
        return [Span(*ends) for ends in pairwise([*starts, len(self._shown)])]

    def render(self) -> Text:
        """The lines around the pointer."""
        lines = self._lines(self.size.width)
        word = self.mark.pointed if self.has_focus else None
        at = _line_of(lines, word.start) if word else 0
        top = max(0, min(at - MOST // 2, len(lines) - MOST))
        marked = self.get_component_rich_style("span--marked", partial=True)
        text = Text(no_wrap=True)
        for line in lines[top : top + MOST]:
            text.append("\n" if text else "")
            text.append_text(self._line(line, word, marked))
        return text

    def _line(self, line: Span, word: Span | None, marked: Style) -> Text:
        part = Text()
        styled = [(self.mark.span, marked), (word, Style(reverse=True))]
        edges = {line.start, line.end}
        edges |= {
            edge
            for span, _ in styled
            if span
            for edge in (span.start, span.end)
            if line.start < edge < line.end
        }
        edges |= {each.start for each in self.mark.words if line.start < each.start < line.end}
        for start, end in pairwise(sorted(edges)):
            style = Style.from_meta({"place": start})
            for span, over in styled:
                if span and span.start <= start and end <= span.end:
                    style += over
            part.append(self._shown[start:end], style)
        part.rstrip()
        return part

    def watch_mark(self) -> None:
        """Draw it."""
        self.refresh()


def _line_of(lines: list[Span], place: int) -> int:
    return next((at for at, line in enumerate(lines) if line.start <= place < line.end), 0)
