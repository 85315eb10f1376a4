"""Commands on the document as a whole."""

from alignbench.messages import t
from alignbench.tui.commands.groups import DOCUMENT as GROUP
from alignbench.tui.commands.groups import ISSUES as NOTES
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

DOCUMENT: tuple[ReviewCommand, ...] = (
    review_command(
        "export-links",
        t("Export"),
        t("Write a document's links as TMX, DOCX, XLSX and others; a preview comes first."),
        ("X",),
        lambda review: review.document.export(),
        GROUP,
    ),
    review_command(
        "read-back",
        t("Read a reviewed Word file"),
        t("Read an exported DOCX back: its changes become proposals, its comments notes."),
        ("O",),
        lambda review: review.document.read_back(),
        GROUP,
    ),
    review_command(
        "show-history",
        t("History"),
        t("List what was done, when and by whom; go there, or undo up to there."),
        ("Y", "f9"),
        lambda review: review.history.show(),
        GROUP,
    ),
    review_command(
        "come-back-later",
        t("Come back later"),
        t("Mark this link to come back to, or take the mark away."),
        ("z",),
        lambda review: review.history.toggle(),
        NOTES,
        on_row=True,
    ),
    review_command(
        "marked-for-later",
        t("Marked for later"),
        t("List the links that are marked to come back to, and go to one."),
        ("Z",),
        lambda review: review.history.show_marked(),
        NOTES,
    ),
    review_command(
        "statistics",
        t("Statistics"),
        t("What there is and what is left: links, words, characters, links an hour."),
        ("S", "f10"),
        lambda review: review.document.show_statistics(),
        GROUP,
    ),
    review_command(
        "show-settings",
        t("Settings"),
        t("List every setting of the project with the file that it comes from, and change it."),
        ("comma",),
        lambda review: review.document.show_settings(),
        GROUP,
    ),
)
