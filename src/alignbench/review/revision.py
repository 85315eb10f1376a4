"""The English text with what is proposed for it: a new text, the source untouched. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.domain.text import Document
from alignbench.review.row_text import read_text
from alignbench.review.views import Row


@dataclass(frozen=True, slots=True)
class Revision:
    """The revised English, the rows whose proposal is in it, and those that could not be placed.

    A proposal cannot be placed where the row's sentences do not stand together in the file, or
    where the file has more there than is read: markup, for one.
    """

    text: str
    placed: tuple[int, ...]
    left_out: tuple[int, ...]


def revised(document: Document, rows: Sequence[Row], *, accepted_only: bool = False) -> Revision:
    """The English of a document with its proposals, those that are refused left out."""
    content = document.en.content
    changes: list[tuple[int, int, str]] = []
    placed, left_out = [], []
    for at, row in enumerate(rows):
        proposal = row.link.proposal
        if proposal is None or proposal.state == "refused":
            continue
        if accepted_only and proposal.state != "accepted":
            continue
        start, end = (row.en[0].start, row.en[-1].end) if row.en else (0, 0)
        read = " ".join(read_text(row, "en").split())
        if row.en and " ".join(content[start:end].split()) == read:
            changes.append((start, end, proposal.text))
            placed.append(at)
        else:
            left_out.append(at)
    for start, end, text in sorted(changes, reverse=True):
        content = content[:start] + text + content[end:]
    return Revision(content, tuple(placed), tuple(left_out))
