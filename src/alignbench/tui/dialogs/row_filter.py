"""Asking which rows to show: what is the case of them, and their words."""

from dataclasses import replace
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t, tn
from alignbench.review.filters import FilterableRows, FilterCounts, Kind, RowFilter
from alignbench.tui.widgets import glyphs

KIND_WORDS = {
    Kind.UNSETTLED: t("not settled yet"),
    Kind.DOUBTFUL: t("in doubt"),
    Kind.FOUND: t("with open findings"),
    Kind.FLAGGED: t("flagged"),
    Kind.NOTED: t("with a note"),
    Kind.REWORDED: t("with a better English"),
    Kind.ONE_SIDED: t("omitted or added"),
    Kind.LONG: t("long for its Japanese"),
    Kind.SHORT: t("short for its Japanese"),
}
"""The lines of the dialog, in its order."""
KINDS = tuple(KIND_WORDS)
PATIENCE = 0.15
"""Seconds after the last letter before rows are counted."""


class KindList(Widget, can_focus=True):
    """What rows can be, each with a box and a number; a digit, space or a click ticks one."""

    DEFAULT_CSS = """
    KindList { height: 10; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j,ｊ", "move(1)", t("next"), id="kinds-next"),
        Binding("up,k,ｋ", "move(-1)", t("previous"), id="kinds-previous"),
        Binding("space,ideographic_space", "tick", t("tick"), id="kinds-tick"),
        Binding("enter", "screen.keep", t("keep"), id="kinds-keep"),
        Binding("r,ｒ", "pattern", t("regular expressions"), id="kinds-pattern"),
        *(
            Binding(f"{n},{chr(0xFF10 + n)}", f"number({n})", str(n), id=f"kinds-{n}")
            for n in range(1, len(KINDS) + 1)
        ),
    ]

    class Ticked(Message):
        """Other kinds are ticked."""

    def __init__(self, row_filter: RowFilter, *, is_checked: bool) -> None:
        super().__init__()
        self.chosen, self._is_checked = row_filter, is_checked
        self.counts = FilterCounts(0)
        self._at = 0

    def show(self, counts: FilterCounts) -> None:
        """Show other numbers."""
        self.counts = counts
        self.refresh()

    def render(self) -> Text:
        """One line for each kind, and one for how words are read."""
        lines = []
        for at, kind in enumerate(KINDS):
            line = self._line(at, str(at + 1), KIND_WORDS[kind], on=kind in self.chosen.kinds)
            unknown = kind is Kind.FOUND and not self._is_checked
            number = "?" if unknown else f"{self.counts.with_kind.get(kind, 0):,}"
            lines.append(line.append(f"{number:>9}", "bold"))
        words = t("words are regular expressions")
        lines.append(self._line(len(KINDS), "r", words, on=self.chosen.is_pattern))
        return Text("\n").join(lines)

    def _line(self, at: int, key: str, words: str, *, on: bool) -> Text:
        colours = self.app.theme_variables
        line = Text(
            f"{glyphs.THIS if self.has_focus and at == self._at else ' '} ",
            Style(meta={"kind": at}), no_wrap=True, overflow="ellipsis",
        )  # fmt: skip
        line.append(f"{key} ", f"bold {colours.get('primary', '')}")
        line.append(f"[{'x' if on else ' '}] ", "bold" if on else "")
        return line.append(f"{words:<32}", "bold" if on else "")

    def action_move(self, step: int) -> None:
        """Go to another line."""
        self._at = (self._at + step) % (len(KINDS) + 1)
        self.refresh()

    def action_number(self, number: int) -> None:
        """Tick the kind of this number, or take the tick away."""
        self._at = number - 1
        self.action_tick()

    def action_pattern(self) -> None:
        """Read words as regular expressions, or no longer."""
        self._at = len(KINDS)
        self.action_tick()

    def action_tick(self) -> None:
        """Tick the line one is on, or take the tick away."""
        if self._at == len(KINDS):
            self.chosen = replace(self.chosen, is_pattern=not self.chosen.is_pattern)
        else:
            self.chosen = replace(self.chosen, kinds=self.chosen.kinds ^ {KINDS[self._at]})
        self.refresh()
        self.post_message(self.Ticked())

    def on_click(self, event: events.Click) -> None:
        """Tick the line clicked."""
        if (at := event.style.meta.get("kind")) is not None:
            self._at = int(at)
            self.action_tick()


class FilterQuestion(ModalScreen[RowFilter | None]):
    """Asks for a filter. Dismisses with it, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    DEFAULT_CSS = """
    FilterQuestion { align: center middle; background: $background 60%; }
    FilterQuestion .dialog { padding: 0 2; }
    FilterQuestion #filter-count { height: auto; color: $primary; }
    FilterQuestion #filter-count.wrong { color: $error; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave"),
        Binding("ctrl+o", "nothing", t("all rows"), id="filter-nothing"),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self, rows: FilterableRows, row_filter: RowFilter, *, is_checked: bool = True
    ) -> None:
        """Of `rows` those that pass are counted; `row_filter` is what stands now.

        `is_checked`: the checks have run, so that the number of findings says something.
        """
        super().__init__()
        self._rows, self._was, self._is_checked = rows, row_filter, is_checked

    def compose(self) -> ComposeResult:
        """Kinds, words of either side, how many rows pass."""
        with Vertical(classes="dialog"):
            yield Label(t("Show only rows that are all of this"), classes="title")
            yield KindList(self._was, is_checked=self._is_checked)
            with Horizontal(classes="field"):
                yield Label(t("Japanese"), classes="name")
                yield Input(self._was.ja, placeholder=t("any"), compact=True, id="filter-ja")
            with Horizontal(classes="field"):
                yield Label(t("English"), classes="name")
                yield Input(self._was.en, placeholder=t("any"), compact=True, id="filter-en")
            yield Static("", id="filter-count", markup=False)
            yield Label(
                t("enter shows them   ctrl+o: all rows   tab   escape leaves"),
                id="keys", markup=False,
            )  # fmt: skip

    @property
    def chosen(self) -> RowFilter:
        """The filter as it is put together now."""
        ja, en = (self.query_one(f"#filter-{side}", Input).value.strip() for side in ("ja", "en"))
        return replace(self.query_one(KindList).chosen, ja=ja, en=en)

    def on_mount(self) -> None:
        """Begin with the kinds."""
        self.query_one(KindList).focus()
        self._count()

    @on(KindList.Ticked)
    def _count(self) -> None:
        wanted = self.chosen

        def count() -> None:
            try:
                counts = self._rows.counts(wanted)
            except AlignbenchError as error:
                self.app.call_from_thread(self._show, wanted, None, str(error))
            else:
                number = tn("{count:,} row is so", "{count:,} rows are so", counts.passing)
                self.app.call_from_thread(self._show, wanted, counts, number)

        self.run_worker(count, thread=True, exclusive=True, group="count")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.set_timer(PATIENCE, self._count_if_typed)

    def _count_if_typed(self) -> None:
        if self._is_there:
            self._count()

    @property
    def _is_there(self) -> bool:
        """Whether the dialog still has its parts: threads and timers answer late."""
        return self.is_attached and bool(self.query(KindList)) and bool(self.query("#filter-count"))

    def _show(self, wanted: RowFilter, counts: FilterCounts | None, told: str) -> None:
        if not self._is_there or wanted != self.chosen:
            return
        if counts is not None:
            self.query_one(KindList).show(counts)
        line = self.query_one("#filter-count", Static)
        line.set_class(counts is None, "wrong")
        line.update(told)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Show these rows."""
        self.dismiss(self.chosen)

    def action_nothing(self) -> None:
        """Show all rows."""
        self.dismiss(RowFilter())

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
