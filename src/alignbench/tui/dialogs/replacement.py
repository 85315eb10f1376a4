"""Asking what to replace in the English; what comes of it is shown meanwhile."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Input, Label, Select, Static

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t, tn
from alignbench.review.replacements import Key, Replaced, Replacement
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.dialogs.quick_select import QuickSelect
from alignbench.tui.dialogs.replacement_places import PlaceList
from alignbench.tui.dialogs.tick import Tick

Steps = tuple[Replacement, ...]
Answer = Sequence[Replaced]
"""The rows that change, as they were previewed."""
PATIENCE = 0.2
"""Seconds after the last letter before anything is looked for."""


class ReplacementQuestion(ModalScreen[Answer | None]):
    """Asks for replacements. Dismisses with the rows that were previewed, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    DEFAULT_CSS = """
    ReplacementQuestion { align: center middle; background: $background 60%; }
    ReplacementQuestion .dialog { padding: 0 2; width: 100; max-height: 100%; }
    ReplacementQuestion Checkbox { width: auto; background: transparent; margin-right: 1; }
    ReplacementQuestion.-narrow #ticks .name { display: none; }
    ReplacementQuestion #pattern { margin-right: 0; }
    ReplacementQuestion #count { height: auto; color: $primary; }
    ReplacementQuestion #count.wrong { color: $error; }
    ReplacementQuestion PlaceList { max-height: 14; margin-bottom: 1; }
    ReplacementQuestion.-short PlaceList { max-height: 6; margin-bottom: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave"),
        Binding("ctrl+s", "keep_set", t("keep in a set"), id="replacement-keep"),
        Binding("pagedown", "turn(1)", t("more"), id="replacement-down"),
        Binding("pageup", "turn(-1)", t("back"), id="replacement-up"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012

    def __init__(
        self,
        find: Callable[[Steps, Set[Key]], Sequence[Replaced]],
        sets: Mapping[str, Sequence[Replacement]],
        keep: Callable[[str, Replacement], None],
    ) -> None:
        """`find` says what steps do but in some places, and raises; `keep` puts one into a set."""
        super().__init__()
        self._find, self._keep = find, keep
        self._sets = {name: tuple(steps) for name, steps in sets.items()}
        self._previewed: Steps = ()
        self._found: Sequence[Replaced] = ()
        """What the steps that were previewed do."""
        self._wanted: Steps = ()

    def compose(self) -> ComposeResult:
        """What to find and to put, how, and what comes of it."""
        with Vertical(classes="dialog wide"):
            yield Label(t("Replace in the English, as proposals"), classes="title")
            if self._sets:
                with Horizontal(classes="field"):
                    yield Label(t("Set"), classes="name")
                    names = [(name, name) for name in self._sets]
                    yield QuickSelect(
                        names, prompt=t("none: as typed below"), compact=True, id="sets"
                    )
            for name, words in (("find", t("Find")), ("put", t("Replace"))):
                with Horizontal(classes="field"):
                    yield Label(words, classes="name")
                    yield Input(compact=True, id=name)
            with Horizontal(classes="field", id="ticks"):
                yield Label("", classes="name")
                yield Tick(t("whole words"), id="whole")
                yield Tick(t("any case"), id="case")
                yield Tick(t("regular expression"), id="pattern")
            yield Static("", id="count", markup=False)
            yield PlaceList()
            yield Label(
                t("enter proposes   tab, space: untick a place   ctrl+s: into a set   esc"),
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
            self.query_one("#whole", Checkbox).value,
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
        self.query_one(PlaceList).left.clear()
        self._preview(steps)

    def _preview(self, steps: Steps) -> None:
        left = frozenset(self.query_one(PlaceList).left)

        def look() -> None:
            try:
                found = self._find(steps, left) if steps else ()
            except AlignbenchError as error:
                self.app.call_from_thread(self._tell, steps, None, str(error))
            else:
                self.app.call_from_thread(self._tell, steps, found, _counted(found, left))

        self.run_worker(look, thread=True, exclusive=True, group="replacements")

    def _tell(self, steps: Steps, found: Sequence[Replaced] | None, told: str) -> None:
        if not self.is_attached or steps != self.steps:
            return
        self._previewed, self._found = (steps, found) if found else ((), ())
        if self._previewed and self._wanted == steps:
            self._wanted = ()
            self.action_keep()
            return
        count = self.query_one("#count", Static)
        count.set_class(found is None, "wrong")
        count.update(told)
        self.query_one(PlaceList).show(found or ())

    @on(PlaceList.Ticked)
    def _ticked(self) -> None:
        self._preview(self._previewed)

    @on(Input.Submitted)
    @on(QuickSelect.Kept)
    @on(PlaceList.Kept)
    def action_keep(self) -> None:
        """Propose what was previewed; before it was, as soon as it is found."""
        if self._previewed and self._previewed == self.steps:
            if chosen := [each for each in self._found if each.changes]:
                self.dismiss(chosen)
            else:
                self.app.bell()
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
        """Turn a page of the places."""
        places = self.query_one(PlaceList)
        places.call_later(places.run_action, "page_down" if pages > 0 else "page_up")

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def _counted(found: Sequence[Replaced], left: Set[Key]) -> str:
    if not found:
        return t("Nothing is found.")
    places = [place.key for each in found for place in each.places]
    rows = tn("{count:,} row", "{count:,} rows", len(found))
    said = tn("{count:,} place in {rows}", "{count:,} places in {rows}", len(places), rows=rows)
    ticked = sum(key not in left for key in places)
    return (
        said if ticked == len(places) else t("{said}, {ticked:,} ticked", said=said, ticked=ticked)
    )
