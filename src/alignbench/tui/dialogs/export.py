"""Asking what to export: format, which links, where to; what comes of it is shown meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Checkbox, Input, Label, Select, Static

from alignbench.exchange.better_english import as_proposed, wordings_told
from alignbench.exchange.bitext_files import KINDS, STATES, chosen_pairs, file_names
from alignbench.exchange.formats import FORMATS
from alignbench.exchange.pair import Pair
from alignbench.exchange.selection import Bitext, Wanted
from alignbench.messages import t, tn
from alignbench.tui.dialogs.export_preview import preview
from alignbench.tui.dialogs.quick_select import QuickSelect
from alignbench.tui.dialogs.tick import Tick

BACK = "back"
"""Stands for the bilingual file that the document came from, among the formats."""
BACK_WORDS = t("the file it came from, with what changed in it")
BACK_MEANS = t(
    "States, accepted better English, notes and flags go where they changed; every other byte "
    "stays. All links are looked at, whatever is chosen above."
)
ENGLISH_WORDS = ((t("as in the file"), "file"), (t("as proposed: the better English"), "proposed"))
WITH_FINDINGS = ("jsonl", "xlsx")
"""Formats that have room for findings."""
EITHER: tuple[tuple[str, str], ...] = (
    (t("all the same"), "any"), (t("only links with some"), "yes"), (t("only links without"), "no")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """What is to be written, and where to."""

    path: Path
    format_name: str
    wanted: Wanted
    spreadsheet: bool
    english: str = "file"
    """One of `ENGLISH`."""
    source: Path | None = None
    """The bilingual file to be given back with what changed in it, instead of a format."""


class ExportQuestion(ModalScreen[ExportAnswer | None]):
    """Asks for an export. Dismisses with what is wanted, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave"),
        Binding("ctrl+s", "keep", t("write it"), id="export-keep"),
        Binding("ctrl+l", "all_links", t("all links"), id="export-all"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self, pairs: Sequence[Pair], folder: Path, name: str, *, checked: bool,
        source: Path | None = None,
    ) -> None:  # fmt: skip
        """`folder`: where a name without one stands; `checked`: whether pairs have findings.

        `source`: the bilingual file that the document came from, if it can be given back.
        """
        super().__init__()
        self._pairs, self._folder, self._name = pairs, folder, name
        self._checked, self._source = checked, source
        self._typed = False
        """Whether the file's name is the user's own."""
        self._status_chosen = False
        """Whether the user said which links; else it goes by the format."""

    def compose(self) -> ComposeResult:
        """A field a line, then what comes of them."""
        formats = [(f"{each.name}  {each.about}", each.name) for each in FORMATS.values()]
        if self._source is not None:
            formats.insert(0, (BACK_WORDS, BACK))
        states = [
            (t("confirmed"), "confirmed"),
            (t("suggested"), "suggested"),
            (t("all of them"), "all"),
        ]
        found = EITHER if self._checked else ((t("the checks are not through yet"), "any"),)
        with Vertical(classes="dialog wide export"):
            yield Label(t("Export {name}", name=self._name), classes="title", markup=False)
            yield from _choice(t("Format"), formats, "tmx", "format")
            yield from _choice(t("Links"), states, "confirmed", "status")
            yield from _choice(t("English"), ENGLISH_WORDS, "file", "english")
            yield from _choice(t("Flags"), EITHER, "any", "flagged")
            yield from _choice(t("Findings"), found, "any", "found")
            with Horizontal(classes="field"):
                yield Label(t("Shapes"), classes="name")
                for kind in KINDS:
                    name = t("empty") if kind == "null" else kind
                    yield Tick(name, value=True, id=f"kind-{kind}")
            with Horizontal(classes="field"):
                yield Label(t("Sure"), classes="name")
                yield Input("0", id="least", compact=True, classes="number")
                yield Label(t(" to "))
                yield Input("1", id="most", compact=True, classes="number")
                yield Tick(t("code too"), id="code")
                yield Tick(t("for Excel"), id="spreadsheet")
            with Horizontal(classes="field", id="came-from"):
                yield Label(t("Came from"), classes="name")
                yield Input(str(self._source or ""), id="source", compact=True)
            with Horizontal(classes="field"):
                yield Label(t("File"), classes="name")
                yield Input(self._file("tmx"), id="file", compact=True, select_on_focus=False)
            yield Static(id="preview", markup=False)
            yield Label(
                t("enter writes   tab: next   space: list   ctrl+l: all links   esc"),
                id="keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin with the format."""
        self.query_one("#format", Select).focus()
        self._show()

    def _file(self, format_name: str) -> str:
        if format_name == BACK and self._source is not None:
            return f"{self._source.stem}.reviewed{self._source.suffix}"
        return f"{self._name}{FORMATS[format_name].suffix}"

    @property
    def _format(self) -> str:
        return str(self.query_one("#format", Select).value)

    @property
    def _wanted(self) -> Wanted:
        """What the fields say; a bound that is no number is none."""
        kinds = {k for k in KINDS if self.query_one(f"#kind-{k}", Checkbox).value}
        least, most = (_number(self.query_one(name, Input).value) for name in ("#least", "#most"))
        return Wanted(
            STATES[str(self.query_one("#status", Select).value)],
            flagged=_either(self.query_one("#flagged", Select).value),
            found=_either(self.query_one("#found", Select).value),
            lowest=least or None,
            highest=None if most is None or most >= 1 else most,
            kinds=None if len(kinds) == len(KINDS) else frozenset(kinds),
            code=self.query_one("#code", Checkbox).value,
        )

    @on(Select.Changed)
    @on(Checkbox.Changed)
    @on(Input.Changed)
    def _show(self, event: Select.Changed | Checkbox.Changed | Input.Changed | None = None) -> None:
        """Say what would be written; the file is called after the format until one types."""
        file = self.query_one("#file", Input)
        if isinstance(event, Select.Changed) and event.select.id == "format" and not self._typed:
            with self.prevent(Input.Changed):
                file.value = self._file(self._format)
        if isinstance(event, Select.Changed) and event.select.id == "format":
            self._suit_links()
        if isinstance(event, Select.Changed) and event.select.id == "status":
            self._status_chosen = event.value != self._usual_links
        if isinstance(event, Input.Changed) and event.input is file:
            self._typed = file.value != self._file(self._format)
            return
        shown = self.query_one("#preview", Static)
        self.query_one("#came-from").display = self._format == BACK
        if self._format == BACK:
            shown.update(self._back_means())
            return
        chosen: Bitext = chosen_pairs(self._pairs, self._wanted, self._format)
        width = max(20, (shown.size.width or 76))
        told = wordings_told(chosen.pairs, self._format, self._english)
        if self._english == "proposed":
            chosen = replace(chosen, pairs=as_proposed(chosen.pairs))
        shown.update(preview(chosen, len(self._pairs), width, self.app.theme_variables, told))

    @property
    def _english(self) -> str:
        return str(self.query_one("#english", Select).value)

    @property
    def _usual_links(self) -> str:
        about = FORMATS.get(self._format)
        return "all" if about is not None and about.for_reading else "confirmed"

    def _suit_links(self) -> None:
        """Have the links that people expect in this format, unless they said which they want."""
        if not self._status_chosen:
            self.query_one("#status", Select).value = self._usual_links

    def action_all_links(self) -> None:
        """Write all links, whatever their state."""
        self.query_one("#status", Select).value = "all"

    def _back_means(self) -> str:
        accepted = sum(pair.proposal_state == "accepted" for pair in self._pairs)
        waiting = sum(bool(pair.proposal) for pair in self._pairs) - accepted
        if not waiting:
            return BACK_MEANS
        left = tn(
            "{count:,} better English wording that nobody has accepted stays here.",
            "{count:,} better English wordings that nobody has accepted stay here.",
            waiting,
        )
        return f"{BACK_MEANS} {left}"

    def on_resize(self) -> None:
        """Fit the preview into the new width."""
        self.call_after_refresh(self._show)

    @on(Input.Submitted)
    @on(QuickSelect.Kept)
    def action_keep(self) -> None:
        """Answer, if a file is named and something is left to write."""
        text = self.query_one("#file", Input).value.strip()
        if self._format == BACK:
            source = self.query_one("#source", Input).value.strip()
            if text and source:
                path, known = (self._folder / Path(each).expanduser() for each in (text, source))
                self.dismiss(ExportAnswer(path, BACK, self._wanted, False, source=known))
            else:
                self.app.bell()
            return
        if not text or not chosen_pairs(self._pairs, self._wanted, self._format).pairs:
            self.app.bell()
            return
        path = self._folder / Path(text).expanduser()
        stem, suffix = file_names(self._format, path)
        if not FORMATS[self._format].several and not path.suffix:
            path = path.with_name(stem + suffix)
        excel = self.query_one("#spreadsheet", Checkbox).value
        self.dismiss(ExportAnswer(path, self._format, self._wanted, excel, self._english))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)


def _choice(name: str, options: Sequence[tuple[str, str]], value: str, id: str) -> ComposeResult:
    with Horizontal(classes="field"):
        yield Label(name, classes="name")
        yield QuickSelect(options, value=value, allow_blank=False, id=id, compact=True)


def _either(value: object) -> bool | None:
    return {"yes": True, "no": False}.get(str(value))


def _number(text: str) -> float | None:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return None
