"""Commands of the library screen."""

from alignbench.domain.summary import DocumentSummary
from alignbench.messages import t
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import LIBRARY, PROJECT
from alignbench.tui.library.page import LibraryPage


def is_some(library: LibraryPage) -> bool:
    """Whether an entry is chosen."""
    return library.entry is not None


def is_document(library: LibraryPage) -> bool:
    """Whether a document is chosen, and no pair that waits."""
    return isinstance(library.entry, DocumentSummary)


LIBRARY_COMMANDS: tuple[Command[LibraryPage], ...] = (
    Command(
        id="open-document",
        title=t("Open document"),
        help=t("Open this document for review; a pair not imported yet is imported first."),
        keys=("enter", "space"),
        run=lambda library: library.open_entry(),
        group=LIBRARY,
        footer=t("open"),
        applies=is_some,
    ),
    Command(
        id="import-pairs",
        title=t("Import pairs"),
        help=t("Import every pair of files in data/ja and data/en that is not in the project yet."),
        keys=("i",),
        run=lambda library: library.import_waiting(),
        group=LIBRARY,
        footer=t("import"),
        applies=lambda library: bool(library.waiting),
    ),
    Command(
        id="import-files",
        title=t("Import files or folders"),
        help=t("Import files or folders from anywhere; says what is not paired, and why."),
        keys=("I",),
        run=lambda library: library.import_files(),
        group=LIBRARY,
        footer=t("import files"),
    ),
    Command(
        id="export-links",
        title=t("Export"),
        help=t("Write a document's links as TMX, DOCX, XLSX and others; a preview comes first."),
        keys=("X",),
        run=lambda library: library.export(),
        group=LIBRARY,
        footer=t("export"),
        applies=is_document,
    ),
    Command(
        id="project-issues",
        title=t("Findings and flags of all documents"),
        help=t("List what is open in all documents, and go there."),
        keys=("v", "f6"),
        run=lambda library: library.show_issues(),
        group=PROJECT,
        footer=t("findings"),
    ),
    Command(
        id="concordance",
        title=t("Search all documents"),
        help=t("List where words stand in all documents, with both languages, and go there."),
        keys=("K", "f12"),
        run=lambda library: library.search(),
        group=PROJECT,
    ),
    Command(
        id="statistics",
        title=t("Statistics"),
        help=t("What there is and what is left: links, words, characters, links an hour."),
        keys=("S", "f10"),
        run=lambda library: library.show_statistics(),
        group=PROJECT,
        footer=t("statistics"),
    ),
    Command(
        id="show-settings",
        title=t("Settings"),
        help=t(
            "List every setting of the project with the file that it comes from, and change it."
        ),
        keys=("comma",),
        run=lambda library: library.show_settings(),
        group=PROJECT,
    ),
    Command(
        id="choose-model",
        title=t("Models"),
        help=t("List the models that can be used here, and choose the one for new documents."),
        keys=("M",),
        run=lambda library: library.choose_model(),
        group=PROJECT,
    ),
    Command(
        id="next-entry",
        title=t("Next entry"),
        help=t("Choose the next document."),
        keys=("j", "down"),
        run=lambda library: library.entries.action_cursor_down(),
        group=LIBRARY,
        applies=is_some,
    ),
    Command(
        id="previous-entry",
        title=t("Previous entry"),
        help=t("Choose the previous document."),
        keys=("k", "up"),
        run=lambda library: library.entries.action_cursor_up(),
        group=LIBRARY,
        applies=is_some,
    ),
    Command(
        id="first-entry",
        title=t("First entry"),
        help=t("Choose the first document."),
        keys=("g", "home"),
        run=lambda library: library.entries.action_first(),
        group=LIBRARY,
        applies=is_some,
    ),
    Command(
        id="last-entry",
        title=t("Last entry"),
        help=t("Choose the last document."),
        keys=("G", "end"),
        run=lambda library: library.entries.action_last(),
        group=LIBRARY,
        applies=is_some,
    ),
    Command(
        id="look-again",
        title=t("Look again"),
        help=t("Look again for new files and for what other windows have done."),
        keys=("r", "f5"),
        run=lambda library: library.show_entries(),
        group=LIBRARY,
        footer=t("look again"),
    ),
    Command(
        id="quit",
        title=t("Quit"),
        help=t("Leave alignbench; everything is kept."),
        keys=("q",),
        run=lambda library: library.app.exit(),
        group=LIBRARY,
        footer=t("quit"),
    ),
)
