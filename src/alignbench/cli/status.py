"""`alignbench status`: how far the review of each document is, as text or JSON."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alignbench.cli.import_ import NO_PAIRS, without_counterpart
from alignbench.cli.options import json_option
from alignbench.cli.output import show, talk
from alignbench.messages import t
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.domain.summary import DocumentSummary

HEADING = t(
    "settled  confirmed  suggested  one-sided  in doubt  not settled  flags  sentences  document"
)
"""`one-sided`: links of which one side is empty; `not settled`: sentences of either language."""


@click.command()
@json_option
@click.pass_obj
def status(root: Path, as_json: bool) -> None:
    """Say how far the review of each document is.

    One-sided are the links of which one side is empty; settled is the share of the sentences of
    both languages that belong to a link somebody has confirmed or made.

    The JSON has "documents", each with "name", "segments" ("ja", "en"), "links" (by status, and
    how many are "null"), "open_segments", "doubtful", "flags", "settled" (0 to 1) and "updated";
    "waiting", the names of the pairs in data/ that are not yet imported; and "unpaired", the files
    in data/ without a counterpart.
    """
    from alignbench.project import Project

    with Project.open(root) as project:
        documents = project.documents()
        waiting = [pair.name for pair in project.pairs() if not pair.imported]
        unpaired = project.unpaired()
    if as_json:
        found = {
            "documents": [record(document) for document in documents],
            "waiting": waiting,
            "unpaired": [str(path) for path in unpaired],
        }
        show(json.dumps(found, ensure_ascii=False, indent=2))
        return
    if documents:
        show("\n".join([HEADING, *map(status_line, documents)]))
    if waiting:
        names = ", ".join(waiting)
        talk(t("Not imported yet: {names}. Run `alignbench import` to bring them in.", names=names))
    elif not documents:
        talk(NO_PAIRS)
    if unpaired:
        talk(without_counterpart(unpaired))


def record(document: "DocumentSummary") -> dict[str, Any]:
    """A document's state as JSON holds it."""
    return {
        "name": document.name,
        "segments": {"ja": document.ja_segments, "en": document.en_segments},
        "links": {
            "suggested": document.suggested,
            "confirmed": document.confirmed,
            "rejected": document.rejected,
            "null": document.null_links,
        },
        "open_segments": document.open_segments,
        "doubtful": document.doubtful,
        "flags": document.flags,
        "settled": round(document.settled, 4),
        "updated": document.updated,
    }


def status_line(document: "DocumentSummary") -> str:
    """A document's state under `HEADING`."""
    size = f"{document.ja_segments}×{document.en_segments}"
    return (
        f"{document.settled:7.0%}  {document.confirmed:9}  {document.suggested:9}  "
        f"{document.null_links:9}  {document.doubtful:8}  {document.open_segments:11}  "
        f"{document.flags:5}  {size:9}  {printable(document.name)}"
    )
