"""A list of lines from which one is chosen, in a dialog."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from alignbench.messages import t
from alignbench.review.search import search_key
from alignbench.tui.widgets.marked_list import MarkedList

ESCAPE = t("esc leaves")


class Chooser(ModalScreen[tuple[str, int] | None]):
    """Lists lines. Dismisses with `enter` or the other key pressed, and the line's number."""

    CSS_PATH = "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ", "leave", t("leave"), id="chooser-leave"),
        Binding("down,j,ｊ", "step(1)", show=False, id="chooser-next"),
        Binding("up,k,ｋ", "step(-1)", show=False, id="chooser-previous"),
        Binding("g,ｇ,home", "end(0)", show=False, id="chooser-first"),
        Binding("G,Ｇ,end", "end(1)", show=False, id="chooser-last"),
        Binding("slash,／", "seek", show=False, id="chooser-seek"),
        Binding("u,ｕ", "other('u')", show=False, id="chooser-undo"),
        Binding("delete,x,ｘ", "other('x')", show=False, id="chooser-remove"),
    ]

    def __init__(
        self, title: str, lines: Sequence[Text], hint: str, *, empty: str = "",
        keys: str = "", at: int = 0, note: str = "", typing: bool = False,
        details: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """`keys` are those of `u` and `x` that mean something; `note` stands above the lines.

        `typing`: words are looked for from the first key on. `details`: what is said at length
        below the lines of the one that is chosen; words are looked for there too,
        and lines that have them themselves come first.
        """
        super().__init__()
        self._title, self._lines, self._hint = title, lines, hint
        self._empty, self._keys, self._at, self._note = empty, keys, at, note
        self._typing, self._details = typing, details
        said = [*details, *[""] * (len(lines) - len(details))]
        self._sought = [
            (search_key(line.plain.removesuffix(detail)), search_key(f"{line.plain} {detail}"))
            for line, detail in zip(lines, said, strict=True)
        ]
        """What a line says itself, and with what is said of it at length."""

    def compose(self) -> ComposeResult:
        """Title, lines, keys."""
        with Vertical(classes="dialog broad"):
            yield Label(self._title, classes="title", markup=False)
            if self._note:
                yield Static(self._note, id="chooser-note", markup=False)
            yield Input(placeholder=t("words to look for"), id="chooser-seek", compact=True)
            looks = ("-explained" if self._details else "", "-noted" if self._note else "")
            yield MarkedList(id="chooser", classes=" ".join(looks).strip())
            yield Static(self._empty, id="chooser-empty", markup=False)
            if self._details:
                yield Static(id="chooser-detail", markup=False)
            yield Label(self._hint, id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the line asked for."""
        self._list("")
        entries = self.query_one(OptionList)
        (self.query_one(Input) if self._typing else entries).focus()
        entries.highlighted = min(self._at, len(self._lines) - 1) if self._lines else None

    def _list(self, words: str) -> None:
        wanted = search_key(words).split()
        entries = self.query_one(OptionList)
        entries.clear_options()
        found = [
            (not all(word in own for word in wanted), at)
            for at, (own, whole) in enumerate(self._sought)
            if all(word in whole for word in wanted)
        ]
        entries.add_options(Option(self._lines[at], id=str(at)) for _, at in sorted(found))
        if entries.option_count:
            entries.highlighted = 0
        entries.display = bool(entries.option_count)
        nothing = self.query_one("#chooser-empty", Static)
        nothing.display = not entries.option_count
        nothing.update(t("Nothing found.") if wanted else self._empty)

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        for detail in self.query("#chooser-detail").results(Static):
            detail.update(self._details[int(str(event.option.id))])

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _sought_enough(self) -> None:
        entries = self.query_one(OptionList)
        if entries.option_count and self._typing:
            entries.action_select()
        elif entries.option_count:
            entries.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(("enter", int(str(event.option.id))))

    def action_other(self, key: str) -> None:
        """Answer with another key than enter."""
        entries = self.query_one(OptionList)
        if key in self._keys and entries.highlighted is not None:
            option = entries.get_option_at_index(entries.highlighted)
            self.dismiss((key, int(str(option.id))))

    def action_step(self, step: int) -> None:
        """Choose the next line, or the one before."""
        entries = self.query_one(OptionList)
        entries.action_cursor_down() if step > 0 else entries.action_cursor_up()

    def action_end(self, last: int) -> None:
        """Choose the first line, or the last."""
        entries = self.query_one(OptionList)
        entries.action_last() if last else entries.action_first()

    def action_seek(self) -> None:
        """Look for words among the lines."""
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        """Go back to the lines while words are typed, else leave."""
        if self.query_one(Input).has_focus and not self._typing:
            self.query_one(Input).value = ""
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)
