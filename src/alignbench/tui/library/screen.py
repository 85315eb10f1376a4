"""The library: the project's documents, how far each is, and what waits to be imported."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static

from alignbench.messages import t
from alignbench.project import Project
from alignbench.tui.commands.command import bindings, by_id
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.library.commands import LIBRARY_COMMANDS
from alignbench.tui.library.page import LibraryPage, OpenDocument
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.marked_list import MarkedList

EMPTY = t("""\
There is nothing here yet.

Put a Japanese text into data/ja and its English version, under the same name, into data/en
(chapter1.txt and chapter1.txt, say); then press r.

Or leave with q and run:  alignbench import JAPANESE ENGLISH
""")


HINT = t(
    "settled: decided by you   in doubt: look here first   findings: what the checks doubt   "
    "flags: errors marked.   enter opens a document"
)


class LibraryScreen(CommandScreen[None]):
    """One line for each document and each pair of files that is not imported yet."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIBRARY_COMMANDS)]
    commands = by_id(LIBRARY_COMMANDS)
    BINDING_GROUP_TITLE = "Library"

    def __init__(
        self, project: Project, open_document: OpenDocument, *, fresh: bool = False
    ) -> None:
        """`fresh`: the project was just opened; if it has no documents, its pairs are imported."""
        super().__init__()
        self._page = LibraryPage(self, project, open_document)
        self._fresh = fresh

    @property
    def controls(self) -> LibraryPage:
        """What the commands act on."""
        return self._page

    def compose(self) -> ComposeResult:
        """A title, the entries, or what to do where there are none."""
        name = self._page.project.root.resolve().name
        yield Static(Text(f"alignbench  {name}"), id="title")
        yield Static(id="headings")
        yield MarkedList(id="entries")
        yield Static(EMPTY, id="empty", markup=False)
        yield Static(HINT, id="legend", markup=False)
        yield Static(id="passed", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the entries."""
        page = self._page
        page.show_entries()
        self.app.theme_changed_signal.subscribe(self, lambda _: page.show_entries())
        if self._fresh and page.waiting and len(page.waiting) == len(page.listed):
            page.import_waiting()

    def on_resize(self) -> None:
        """Fit the columns into the new width."""
        if self.is_mounted:
            self._page.show_entries()

    def on_screen_resume(self) -> None:
        """Show what was done meanwhile."""
        self._page.show_entries()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self._page.open_entry()
