"""The project's links as text, for pipes and for those without a terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.import_ import NO_PAIRS, import_waiting
from alignbench.cli.output import show, talk
from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import joined_view
from alignbench.messages import t
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.domain.summary import DocumentSummary
    from alignbench.review import ReviewSession, Row

NOTHING = "—"


def print_links(root: Path) -> None:
    """Print all links of the project in `root`; pairs not yet in it are imported first.

    Raises:
        InputError: `root` holds no project, or nothing to show.
        AlignbenchError: some pairs could not be imported; the rest was printed.
    """
    from alignbench.project import Project

    with Project.open(root) as project:
        waiting = [pair for pair in project.pairs() if not pair.imported]
        failed = import_waiting(project, waiting)
        documents = project.documents()
        if not documents and not failed:
            talk(NO_PAIRS)
        for summary in documents:
            for line in document_lines(summary, project.review(summary.name)):
                show(line)
    if failed:
        raise AlignbenchError(
            t("{failed} of the project's pairs could not be imported.", failed=failed)
        )


def document_lines(summary: "DocumentSummary", session: "ReviewSession") -> Iterator[str]:
    """A heading for the document, then its links in reading order."""
    yield (
        t(
            "{name}: {ja_segments} Japanese and {en_segments} English segments in {rows} "
            "links, {confirmed} confirmed, {null_links} with one side empty, {doubtful} "
            "in doubt",
            name=printable(summary.name),
            ja_segments=summary.ja_segments,
            en_segments=summary.en_segments,
            rows=len(session.rows),
            confirmed=summary.confirmed,
            null_links=summary.null_links,
            doubtful=summary.doubtful,
        )
    )
    for number, row in enumerate(session.rows, 1):
        yield from row_lines(number, row)
    yield ""


def row_lines(number: int, row: "Row") -> Iterator[str]:
    """A link: its number, confidence and status, then both texts."""
    link = row.link
    confidence = " -  " if link.confidence is None else f"{link.confidence:.2f}"
    doubt = t(", in doubt") if row.doubtful else ""
    yield f"{number:5}  {confidence}  {link.status}{doubt}"
    yield "       ja  " + (printable(joined_view(row.ja, "ja")) or NOTHING)
    yield "       en  " + (printable(joined_view(row.en, "en")) or NOTHING)
