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

from alignbench.exchange.bitext_files import chosen_pairs, file_names
from alignbench.exchange.formats import FORMATS
from alignbench.exchange.pair import Pair
from alignbench.exchange.proposals import as_proposed, wordings_told
from alignbench.exchange.selection import Bitext, Wanted
from alignbench.messages import t, tn
from alignbench.project.export_choices import ExportChoices
from alignbench.tui.dialogs.export_fields import chosen, fields, fill, usual_links, wanted
from alignbench.tui.dialogs.export_preview import preview
from alignbench.tui.dialogs.quick_select import QuickSelect

BACK = "back"
"""Stands for the bilingual file that the document came from, among the formats."""
BACK_WORDS = t("the file it came from, with what changed in it")
BACK_MEANS = t(
    "States, accepted better English, notes and flags go where they changed; every other byte "
    "stays. All links are looked at, whatever is chosen above."
)
WITH_FINDINGS = ("jsonl", "xlsx")
"""Formats that have room for findings."""
AS_AT_FIRST = ExportChoices()


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """What is to be written, and where to."""

    path: Path
    choices: ExportChoices
    source: Path | None = None
    """The bilingual file to be given back with what changed in it, instead of a format."""

    @property
    def wanted(self) -> Wanted:
        """Which pairs."""
        return wanted(self.choices)


class ExportQuestion(ModalScreen[ExportAnswer | None]):
    """Asks for an export. Dismisses with what is wanted, or None for escape."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("leave"), id="dialog-leave"),
        Binding("ctrl+s", "keep", t("write it"), id="export-keep"),
        Binding("ctrl+l", "all_links", t("all links"), id="export-all"),
        Binding("ctrl+r", "at_first", t("as at first"), id="export-at-first"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self, pairs: Sequence[Pair], folder: Path, name: str, *, checked: bool,
        source: Path | None = None, choices: ExportChoices = AS_AT_FIRST,
    ) -> None:  # fmt: skip
        """`folder`: where a name without one stands; `checked`: whether pairs have findings.

        `source`: the bilingual file that the document came from, if it can be given back;
        `choices`: what is remembered of the last export.
        """
        super().__init__()
        self._pairs, self._folder, self._name = pairs, folder, name
        self._checked, self._source = checked, source
        formats = {BACK, *FORMATS} if source is not None else set(FORMATS)
        known = choices.format_name in formats
        self._begun = choices if known else replace(choices, format_name=AS_AT_FIRST.format_name)
        self._goes_to = choices.folder
        """The folder before the name that a file has by itself."""
        self._typed = False
        """Whether the file's name is the user's own."""
        self._status_chosen = bool(choices.status)
        """Whether the user said which links; else it goes by the format."""

    def compose(self) -> ComposeResult:
        """A field a line, then what comes of them."""
        formats = [(f"{each.name}  {each.about}", each.name) for each in FORMATS.values()]
        if self._source is not None:
            formats.insert(0, (BACK_WORDS, BACK))
        begun = self._begun
        again = "" if begun == AS_AT_FIRST else t("   as last time; ctrl+r: as at first")
        with Vertical(classes="dialog wide export"):
            yield Label(
                t("Export {name}", name=self._name) + again, id="title", classes="title",
                markup=False,
            )  # fmt: skip
            yield from fields(begun, formats, checked=self._checked)
            with Horizontal(classes="field", id="came-from"):
                yield Label(t("Came from"), classes="name")
                yield Input(str(self._source or ""), id="source", compact=True)
            with Horizontal(classes="field"):
                yield Label(t("File"), classes="name")
                yield Input(
                    self._file(begun.format_name), id="file", compact=True, select_on_focus=False
                )
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
            name = f"{self._source.stem}.reviewed{self._source.suffix}"
        else:
            name = f"{self._name}{FORMATS[format_name].suffix}"
        return str(Path(self._goes_to) / name)

    @property
    def _format(self) -> str:
        return str(self.query_one("#format", Select).value)

    @property
    def _choices(self) -> ExportChoices:
        """What the fields say."""
        folder = str(Path(self.query_one("#file", Input).value.strip()).parent)
        folder = "" if folder == "." else folder
        return chosen(self, status_said=self._status_chosen, folder=folder)

    @property
    def _wanted(self) -> Wanted:
        status = str(self.query_one("#status", Select).value)
        return wanted(replace(self._choices, status=status))

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
            self._status_chosen = event.value != usual_links(self._format)
        if isinstance(event, Input.Changed) and event.input is file:
            self._typed = file.value != self._file(self._format)
            return
        shown = self.query_one("#preview", Static)
        self.query_one("#came-from").display = self._format == BACK
        if self._format == BACK:
            shown.update(self._back_means())
            return
        written: Bitext = chosen_pairs(self._pairs, self._wanted, self._format)
        width = max(20, (shown.size.width or 76))
        told = wordings_told(written.pairs, self._format, self._english)
        if self._english == "proposed":
            written = replace(written, pairs=as_proposed(written.pairs))
        shown.update(preview(written, len(self._pairs), width, self.app.theme_variables, told))

    @property
    def _english(self) -> str:
        return str(self.query_one("#english", Select).value)

    def _suit_links(self) -> None:
        """Have the links that people expect in this format, unless they said which they want."""
        if not self._status_chosen:
            self.query_one("#status", Select).value = usual_links(self._format)

    def action_at_first(self) -> None:
        """Choose what is chosen where nothing is remembered."""
        self._status_chosen, self._typed, self._goes_to = False, False, ""
        fill(self, AS_AT_FIRST)
        self.query_one("#file", Input).value = self._file(AS_AT_FIRST.format_name)
        self.query_one("#title", Label).update(t("Export {name}", name=self._name))

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
                self.dismiss(ExportAnswer(path, self._choices, known))
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
        self.dismiss(ExportAnswer(path, self._choices))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
