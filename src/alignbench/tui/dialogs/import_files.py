"""Asking which files or folders to import; what would come in, and what not, is shown meanwhile."""

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t, tn
from alignbench.project.import_plan import ImportPlan, import_plan
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.path_input import PathInput
from alignbench.tui.widgets.glyphs import key_name

INTRODUCTION = t(
    "Two files; or folders whose files are called alike (ch04.ja.txt, ch04.en.txt); or one file "
    "of both languages, alone in the first line."
)


class ImportQuestion(ModalScreen[ImportPlan | None]):
    """Asks what to import. Dismisses with the plan, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave")
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(self, known: Collection[str], waiting: ImportPlan) -> None:
        """`known`: names in use; `waiting`: what the project's own folders hold."""
        super().__init__()
        self._known, self._waiting = known, waiting
        self._plan: ImportPlan | None = None

    def compose(self) -> ComposeResult:
        """Two lines, then what comes of them."""
        with Vertical(classes="dialog wide"):
            yield Label(t("Import files or folders"), classes="title")
            yield Static(INTRODUCTION, id="legend-import", markup=False)
            for name, id_, hint in (
                (t("Japanese"), "ja", t("data/ja and data/en if both are empty")),
                (t("English"), "en", t("empty: the first line holds both")),
            ):
                with Horizontal(classes="field"):
                    yield Label(name, classes="name")
                    yield PathInput(hint, id_)
            with VerticalScroll(id="plan"):
                yield Static(id="plan-text", markup=False)
            yield Label(
                key_name(t("enter imports   tab: next   →: complete   esc leaves")),
                id="keys", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        """Begin with the Japanese."""
        self.query_one("#ja", PathInput).focus()
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        shown = self.query_one("#plan-text", Static)
        ja, en = (self.query_one(f"#{side}", PathInput).path for side in ("ja", "en"))
        try:
            self._plan = self._waiting if ja is None else import_plan(ja, en, self._known)
        except AlignbenchError as error:
            self._plan = None
            shown.update(Text(printable(str(error)), self.app.theme_variables.get("warning", "")))
            return
        shown.update(plan_text(self._plan))

    @on(Input.Submitted)
    def _keep(self) -> None:
        if self._plan is None or not (self._plan.pairs or self._plan.bilingual):
            self.app.bell()
            return
        self.dismiss(self._plan)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)


def plan_text(plan: ImportPlan) -> Text:
    """What comes in, and what is passed over and why, a line each."""
    many = len(plan.pairs) + len(plan.bilingual)
    text = Text(
        tn("{count:,} document comes in.", "{count:,} documents come in.", many)
        if many
        else t("Nothing comes in."),
        "bold",
    )
    for pair in plan.pairs:
        text.append(f"\n  {printable(pair.name)}", "bold")
        text.append(f"  {printable(pair.ja.name)} + {printable(pair.en.name)}", "dim")
    for path in plan.bilingual:
        text.append(f"\n  {printable(path.name)}", "bold")
        text.append("  " + t("both languages"), "dim")
    if plan.passed_over:
        count = len(plan.passed_over)
        text.append("\n" + tn("{count:,} file is passed over:", "{count:,} files are passed over:",
                              count), "bold not dim")  # fmt: skip
    for each in plan.passed_over:
        text.append(f"\n  {_short(each.path)}", "")
        text.append(f"  {printable(each.why)}", "dim")
    return text


def _short(path: Path) -> str:
    return printable(f"{path.parent.name}/{path.name}")
