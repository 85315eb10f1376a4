"""Asking what to replace in the English; what comes of it is shown meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Input, Label, Select, Static

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t, tn
from alignbench.review.replacements import Replaced, Replacement
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.dialogs.tick import Tick
from alignbench.tui.review.proposal_lines import difference

Steps = tuple[Replacement, ...]
PATIENCE = 0.2
"""Seconds after the last letter before anything is looked for."""
SHOWN = 100
"""Rows that the preview shows at most."""


class ReplacementQuestion(ModalScreen[Steps | None]):
    """Asks for replacements. Dismisses with the steps that were previewed, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    DEFAULT_CSS = """
    ReplacementQuestion { align: center middle; background: $background 60%; }
    ReplacementQuestion .dialog { padding: 0 2; width: 100; max-height: 100%; }
    ReplacementQuestion Checkbox { width: auto; background: transparent; margin-right: 1; }
    ReplacementQuestion #count { height: auto; color: $primary; }
    ReplacementQuestion #count.wrong { color: $error; }
    ReplacementQuestion VerticalScroll {
        height: auto; max-height: 14; margin-bottom: 1; scrollbar-size-vertical: 1;
    }
    ReplacementQuestion.-short VerticalScroll { max-height: 6; margin-bottom: 0; }
    ReplacementQuestion #preview { height: auto; margin: 0; text-wrap: wrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", id="dialog-leave"),
        Binding("ctrl+s", "keep_set", "keep in a set", id="replacement-keep"),
        Binding("pagedown", "turn(1)", "more", id="replacement-down"),
        Binding("pageup", "turn(-1)", "back", id="replacement-up"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        find: Callable[[Steps], Sequence[Replaced]],
        sets: Mapping[str, Sequence[Replacement]],
        keep: Callable[[str, Replacement], None],
    ) -> None:
        """`find` says what steps would do, and raises; `keep` puts a step into a set."""
        super().__init__()
        self._find, self._keep = find, keep
        self._sets = {name: tuple(steps) for name, steps in sets.items()}
        self._previewed: Steps = ()
        self._wanted: Steps = ()

    def compose(self) -> ComposeResult:
        """What to find and to put, how, and what comes of it."""
        with Vertical(classes="dialog wide"):
            yield Label(t("Replace in the English, as proposals"), classes="title")
            if self._sets:
                with Horizontal(classes="field"):
                    yield Label(t("Set"), classes="name")
                    names = [(name, name) for name in self._sets]
                    yield Select(names, prompt=t("none: as typed below"), compact=True, id="sets")
            for name, words in (("find", t("Find")), ("put", t("Replace"))):
                with Horizontal(classes="field"):
                    yield Label(words, classes="name")
                    yield Input(compact=True, id=name)
            with Horizontal(classes="field"):
                yield Label("", classes="name")
                yield Tick(t("regular expression"), value=True, id="pattern")
                yield Tick(t("any case"), id="case")
            yield Static("", id="count", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static("", id="preview", markup=False)
            yield Label(
                t("enter proposes   ctrl+s: keep in a set   tab   pgdn   escape leaves"),
                id="keys", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        """Type what to find."""
        self.query_one("#find", Input).focus()

    @property
    def typed(self) -> Replacement:
        """The replacement as typed."""
        return Replacement(
            self.query_one("#find", Input).value,
            self.query_one("#put", Input).value,
            self.query_one("#pattern", Checkbox).value,
            self.query_one("#case", Checkbox).value,
        )

    @property
    def steps(self) -> Steps:
        """What is to be done: a set's steps if one is chosen, else what is typed."""
        for select in self.query("#sets").results(Select):
            if isinstance(select.value, str):
                return self._sets[select.value]
        return (self.typed,) if self.typed.find else ()

    @on(Input.Changed)
    @on(Checkbox.Changed)
    @on(Select.Changed)
    def _changed(self) -> None:
        if self._wanted != self.steps:
            self._wanted = ()
        self.set_timer(PATIENCE, self._look)

    def _look(self) -> None:
        if not self.is_attached or (steps := self.steps) == self._previewed:
            return
        self._previewed = ()

        def look() -> None:
            try:
                found = self._find(steps) if steps else ()
            except AlignbenchError as error:
                self.app.call_from_thread(self._tell, steps, None, str(error))
            else:
                self.app.call_from_thread(self._tell, steps, found, _counted(found))

        self.run_worker(look, thread=True, exclusive=True, group="replacements")

    def _tell(self, steps: Steps, found: Sequence[Replaced] | None, told: str) -> None:
        if not self.is_attached or steps != self.steps:
            return
        self._previewed = steps if found else ()
        if self._previewed and self._wanted == steps:
            self.dismiss(steps)
            return
        count = self.query_one("#count", Static)
        count.set_class(found is None, "wrong")
        count.update(told)
        colours = self.app.theme_variables
        lines = [
            Text(f"{each.row + 1}  ", "bold").append_text(
                difference(each.english, each.wording, colours)
            )
            for each in (found or ())[:SHOWN]
        ]
        self.query_one("#preview", Static).update(Text("\n").join(lines))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Propose what was previewed; before it was, as soon as it is found."""
        if self._previewed and self._previewed == self.steps:
            self.dismiss(self._previewed)
        else:
            self._wanted = self.steps
            self._look()

    def action_keep_set(self) -> None:
        """Ask for a set and put what is typed into it."""
        step = self.typed

        def keep(name: str | None) -> None:
            if name is None:
                return
            count = self.query_one("#count", Static)
            try:
                self._keep(name, step)
            except AlignbenchError as error:
                count.add_class("wrong")
                count.update(f"{error} {error.hint}")
            else:
                count.remove_class("wrong")
                count.update(t("Kept in the set {name}.", name=name.strip()))

        question = TextQuestion(t("Keep this replacement in the set"), hint=t("a new name or one"))
        self.app.push_screen(question, keep)

    def action_turn(self, pages: int) -> None:
        """Scroll the preview."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * max(1, scroll.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def _counted(found: Sequence[Replaced]) -> str:
    if not found:
        return t("Nothing is found.")
    places = sum(each.places for each in found)
    rows = tn("{count:,} row", "{count:,} rows", len(found))
    return tn("{count:,} place in {rows}", "{count:,} places in {rows}", places, rows=rows)
