"""Commands of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.commands.command import Command

if TYPE_CHECKING:
    from alignbench.tui.library.screen import LibraryScreen


class Shelving(Command["LibraryScreen"]):
    """A command of the library."""

    group = "Library"

    def applies(self, screen: LibraryScreen) -> bool:
        """On an entry."""
        return screen.entry is not None


class NextEntry(Shelving):
    """Choose the next document."""

    keys = ("j", "down")

    def run(self, screen: LibraryScreen) -> None:
        """One down."""
        screen.entries.action_cursor_down()


class PreviousEntry(Shelving):
    """Choose the previous document."""

    keys = ("k", "up")

    def run(self, screen: LibraryScreen) -> None:
        """One up."""
        screen.entries.action_cursor_up()


class OpenDocument(Shelving):
    """Open this document for review; a pair not imported yet is imported first."""

    keys = ("enter", "space")
    shown_keys = "enter  space"
    footer = "open"

    def run(self, screen: LibraryScreen) -> None:
        """Open."""
        screen.open_entry()


class ImportPairs(Shelving):
    """Import every pair of files in data/ja and data/en that is not in the project yet."""

    keys = ("i",)
    footer = "import"

    def applies(self, screen: LibraryScreen) -> bool:
        """Where there are some."""
        return bool(screen.waiting)

    def run(self, screen: LibraryScreen) -> None:
        """Import."""
        screen.import_waiting()


class LookAgain(Shelving):
    """Look again for new files and for what other windows have done."""

    keys = ("r", "f5")

    def applies(self, screen: LibraryScreen) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def run(self, screen: LibraryScreen) -> None:
        """Look."""
        screen.show_entries()


class Quit(Shelving):
    """Leave alignbench; everything is kept."""

    keys = ("q",)
    footer = "quit"

    def applies(self, screen: LibraryScreen) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def run(self, screen: LibraryScreen) -> None:
        """Leave."""
        screen.app.exit()


LIBRARY_COMMANDS = (
    OpenDocument(), ImportPairs(), NextEntry(), PreviousEntry(), LookAgain(), Quit(),
)  # fmt: skip
