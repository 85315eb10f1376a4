"""Words in all documents of the project: each link that holds them, both sides."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t, tn
from alignbench.project import Project
from alignbench.project.concordance import Occurrence
from alignbench.review.search import places, search_key
from alignbench.system.safe_text import one_line, printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.marked_list import MarkedList
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

LIMIT = 500
"""Links that are listed."""
PATIENCE = 0.15
"""Seconds after the last letter before one looks."""
NAME = 14
"""Cells of a document's name."""
NUMBER = 6
"""Cells of a segment's number, with the letter of its side."""


class Concordance(ModalScreen[tuple[Occurrence, int] | None]):
    """Lists where words stand. Dismisses with the link chosen and its line, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="concordance-leave"),
        Binding("down", "step(1)", show=False, id="concordance-next"),
        Binding("up", "step(-1)", show=False, id="concordance-previous"),
        Binding("pagedown", "page(1)", show=False, id="concordance-page-down"),
        Binding("pageup", "page(-1)", show=False, id="concordance-page-up"),
    ]

    def __init__(self, project: Project, words: str = "", at: int = 0) -> None:
        """`words` are looked for at once; the line `at` is chosen then."""
        super().__init__()
        self._project, self.words, self._at = project, words, at
        self._looked_for = self._found_for = ""
        self.found: Sequence[Occurrence] = ()
        """What is listed."""

    @property
    def is_looking(self) -> bool:
        """Whether what is listed is not yet what the words typed last are about."""
        return self._found_for != self.words

    def compose(self) -> ComposeResult:
        """Words, how often they stand, where."""
        with Vertical(classes="dialog"):
            yield Label(t("In all documents"), classes="title")
            yield Input(self.words, placeholder=t("words of either side"), compact=True)
            yield Static(id="concordance-count", markup=False)
            yield MarkedList(id="chooser")
            yield Label(
                t("enter goes there   arrows choose   escape comes back"), id="keys", markup=False
            )  # fmt: skip

    def on_mount(self) -> None:
        """Look at once."""
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        if self.words:
            self._look()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.words:
            self.words, self._at = event.value, 0
            self.set_timer(PATIENCE, self._look)

    def _look(self) -> None:
        if not self.is_attached or self.words == self._looked_for:
            return
        words = self._looked_for = self.words

        def look() -> None:
            try:
                found = self._project.concordance(words, LIMIT)
            except AlignbenchError as error:
                self.app.call_from_thread(self._show, words, [], str(error))
            else:
                self.app.call_from_thread(self._show, words, found, _count(words, len(found)))

        self.run_worker(look, thread=True, exclusive=True, group="concordance")

    def _show(self, words: str, found: Sequence[Occurrence], count: str) -> None:
        if not self.is_attached or words != self.words:
            return
        at = self.query_one(OptionList).highlighted if found == self.found else None
        self.found, self._found_for = found, words
        self.query_one("#concordance-count", Static).update(count)
        self._list(self._at if at is None else at)

    def _list(self, at: int) -> None:
        entries = self.query_one(OptionList)
        entries.clear_options()
        room = entries.content_size.width or max(20, self.app.size.width * 95 // 100 - 6)
        colour = self.app.theme_variables.get("primary", "")
        entries.add_options(
            Option(occurrence_lines(each, self.words, room, f"bold {colour}"))
            for each in self.found
        )
        entries.highlighted = min(at, len(self.found) - 1) if self.found else None

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Draw the lines for another width."""
        if self.found:
            self.call_after_refresh(self._list, self.query_one(OptionList).highlighted or 0)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._go(event.option_index)

    @on(Input.Submitted)
    def _entered(self) -> None:
        at = self.query_one(OptionList).highlighted
        if at is not None and not self.is_looking:
            self._go(at)

    def _go(self, at: int) -> None:
        if at < len(self.found):
            self.dismiss((self.found[at], at))

    def action_step(self, step: int) -> None:
        """Choose the next line, or the one before."""
        entries = self.query_one(OptionList)
        entries.action_cursor_down() if step > 0 else entries.action_cursor_up()

    def action_page(self, step: int) -> None:
        """Go on by as many lines as are shown, or back."""
        entries = self.query_one(OptionList)
        if self.found:
            at = (entries.highlighted or 0) + step * max(1, entries.size.height // 2)
            entries.highlighted = max(0, min(at, len(self.found) - 1))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def occurrence_lines(found: Occurrence, words: str, room: int, style: str) -> Text:
    """Document, number and Japanese on one line, the English on the next; the words in `style`."""
    name = cut(printable(found.document), NAME)
    number = f"{'j' if found.side == 'ja' else 'e'}{found.segment + 1}"
    head = Text(no_wrap=True)
    head.append(name + " " * (NAME - cells(name)), "dim").append(f" {number:>{NUMBER}}  ", "dim")
    left = NAME + NUMBER + 3
    head.append_text(_around(found.ja, words, room - left, style)).append("\n" + " " * left)
    return head.append_text(_around(found.en, words, room - left, style))


def _around(text: str, words: str, room: int, style: str) -> Text:
    """As much of a text as there is room for, the first place of the words in it."""
    text = one_line(text)
    found = list(places(search_key(words), text))
    start = found[0][0] if found else 0
    begin = 0
    if cells(text[: found[0][1] if found else 0]) > room * 2 // 3:
        begin, width = start, 0
        while begin and width < room // 3:
            begin -= 1
            width += cells(text[begin])
    more = glyphs.MORE if begin else ""
    line = Text(more + cut(text[begin:], max(1, room - cells(more))), no_wrap=True)
    for first, last in found:
        if last > begin:
            line.stylize(style, max(0, first - begin) + len(more), last - begin + len(more))
    return line


def _count(words: str, many: int) -> str:
    if not words.strip():
        return ""
    if many >= LIMIT:
        return t("The first {count:,} links are listed.", count=many)
    return tn("{count:,} link", "{count:,} links", many) if many else t("Nothing found.")
