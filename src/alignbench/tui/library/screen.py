"""The library: the project's documents, how far each is, and what waits to be imported."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from alignbench.domain.errors import AlignbenchError
from alignbench.project import Project
from alignbench.project.file_pairs import FilePair
from alignbench.tui.commands.catalogue import bindings, by_id
from alignbench.tui.commands.command_screen import CommandedScreen
from alignbench.tui.library.commands import LIBRARY_COMMANDS
from alignbench.tui.library.imports import import_pairs
from alignbench.tui.library.lines import Entry, headings, line, widths
from alignbench.tui.notices import complain
from alignbench.tui.widgets.key_line import KeyLine

EMPTY = """\
There is nothing here yet.

Put a Japanese text into data/ja and its English version, under the same name, into data/en
(chapter1.txt and chapter1.txt, say); then press r.

Or leave with q and run:  alignbench import JAPANESE ENGLISH
"""


class LibraryScreen(CommandedScreen[None]):
    """One line for each document and each pair of files that is not imported yet."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIBRARY_COMMANDS)]
    commands = by_id(LIBRARY_COMMANDS)
    BINDING_GROUP_TITLE = "Library"

    def __init__(self, project: Project, *, fresh: bool = False) -> None:
        """`fresh`: the project was just opened; if it has no documents, its pairs are imported."""
        super().__init__()
        self.project = project
        self._fresh = fresh
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        """A title, the entries, or what to do where there are none."""
        yield Static(Text(f"alignbench  {self.project.root.resolve().name}"), id="title")
        yield Static(id="headings")
        yield OptionList(id="entries")
        yield Static(EMPTY, id="empty", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the entries."""
        self.show_entries()
        self.app.theme_changed_signal.subscribe(self, lambda _: self.show_entries())
        if self._fresh and self.waiting and len(self.waiting) == len(self._entries):
            self.import_waiting()

    def on_screen_resume(self) -> None:
        """Show what was done meanwhile."""
        self.show_entries()

    @property
    def entries(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    @property
    def entry(self) -> Entry | None:
        """The chosen document or pair."""
        at = self.entries.highlighted if self.is_mounted else None
        return None if at is None or at >= len(self._entries) else self._entries[at]

    @property
    def waiting(self) -> list[FilePair]:
        """Pairs that are not imported yet."""
        return [entry for entry in self._entries if isinstance(entry, FilePair)]

    def show_entries(self) -> None:
        """Read the project again and show it."""
        at = self.entries.highlighted or 0
        try:
            waiting = [pair for pair in self.project.pairs() if not pair.imported]
            self._entries = [*self.project.documents(), *waiting]
        except AlignbenchError as error:
            complain(self.app, error)
            return
        columns = widths(self._entries)
        self.query_one("#headings", Static).update(headings(columns))
        self.entries.clear_options()
        colours = self.app.theme_variables
        self.entries.add_options(Option(line(each, columns, colours)) for each in self._entries)
        self.set_class(not self._entries, "-empty")
        if self._entries:
            self.entries.highlighted = min(at, len(self._entries) - 1)
            self.entries.focus()
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.open_entry()

    def open_entry(self) -> None:
        """Open the chosen document; import it first if that has not been done."""
        entry = self.entry
        if isinstance(entry, FilePair):
            self._import([entry], lambda count: self._open(entry.name) if count else None)
        elif entry is not None:
            self._open(entry.name)

    def import_waiting(self) -> None:
        """Import every pair that waits."""
        self._import(self.waiting, lambda _: None)

    def _open(self, name: str) -> None:
        self.app.show_review(name)  # type: ignore[attr-defined]

    def _import(self, pairs: list[FilePair], then: Callable[[int], None]) -> None:
        def done(count: int) -> None:
            self.show_entries()
            then(count)

        import_pairs(self.app, self.project, pairs, done)
