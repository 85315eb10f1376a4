"""The library's list, and what one does to its entries."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from alignbench.domain.errors import AlignbenchError
from alignbench.project import Project
from alignbench.project.file_pairs import FilePair
from alignbench.tui.library.imports import import_pairs
from alignbench.tui.library.lines import Entry, headings, line, widths
from alignbench.tui.notices import complain

SIDES = 4
"""Blank cells at the left and the right of the list."""


class LibraryPage:
    """The documents of a project and the pairs that wait, one of them chosen."""

    def __init__(
        self, screen: Screen[None], project: Project, open_document: Callable[[str], None]
    ) -> None:
        """`open_document` opens the document of a name for review."""
        self._screen, self.project, self._open = screen, project, open_document
        self.listed: list[Entry] = []

    @property
    def app(self) -> App[Any]:
        """The app."""
        return self._screen.app

    @property
    def entries(self) -> OptionList:
        """The list."""
        return self._screen.query_one(OptionList)

    @property
    def entry(self) -> Entry | None:
        """The chosen document or pair."""
        at = self.entries.highlighted if self._screen.is_mounted else None
        return None if at is None or at >= len(self.listed) else self.listed[at]

    @property
    def waiting(self) -> list[FilePair]:
        """Pairs that are not imported yet."""
        return [entry for entry in self.listed if isinstance(entry, FilePair)]

    def show_entries(self) -> None:
        """Read the project again and show it."""
        at = self.entries.highlighted or 0
        try:
            waiting = [pair for pair in self.project.pairs() if not pair.imported]
            self.listed = [*self.project.documents(), *waiting]
        except AlignbenchError as error:
            complain(self.app, error)
            return
        columns = widths(self.listed, self.app.size.width - SIDES)
        self._screen.query_one("#headings", Static).update(headings(columns))
        self.entries.clear_options()
        colours = self.app.theme_variables
        self.entries.add_options(Option(line(each, columns, colours)) for each in self.listed)
        self._screen.set_class(not self.listed, "-empty")
        if self.listed:
            self.entries.highlighted = min(at, len(self.listed) - 1)
            self.entries.focus()
        self._screen.refresh_bindings()

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

    def _import(self, pairs: list[FilePair], then: Callable[[int], None]) -> None:
        def done(count: int) -> None:
            self.show_entries()
            then(count)

        import_pairs(self.app, self.project, pairs, done)
