"""Commands on the document as a whole."""

from alignbench.messages import t
from alignbench.tui.commands.groups import DOCUMENT as GROUP
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
)
