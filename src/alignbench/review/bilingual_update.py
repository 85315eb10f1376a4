"""The bilingual file that a document came from, with what the review changed in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alignbench.documents import read_bilingual
from alignbench.documents.source_file import open_file
from alignbench.documents.updates import UPDATED, updated
from alignbench.domain.errors import InputError
from alignbench.domain.text import Document
from alignbench.messages import t, tn
from alignbench.review.file_changes import file_changes, is_same_text
from alignbench.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class BilingualUpdate:
    """The file's bytes with the changes, how many pairs have some, and what is left out and why.

    `left_out` has the numbers of rows, from 0, by the reason.
    """

    data: bytes
    count: int
    left_out: Mapping[str, tuple[int, ...]]

    @property
    def said(self) -> list[str]:
        """What came of it, for people, a line each."""
        told: list[str] = [
            tn("{count} pair has changes.", "{count:,} pairs have changes.", self.count)
        ]
        for why, numbers in self.left_out.items():
            if numbers:
                links = ", ".join(str(number + 1) for number in numbers)
                told.append(
                    t("Left out of the file, links {links}: {why}.", links=links, why=why)
                )  # fmt: skip
        return told


def has_way_back(document: Document) -> bool:
    """Whether a document came from one bilingual file of a format that can be written again."""
    return document.ja.sha256 == document.en.sha256 and document.ja.format in UPDATED


def bilingual_update(
    session: ReviewSession, source: Path, output: Path, *, author: str, at: str
) -> BilingualUpdate:
    """The file `source` with the review's changes, to be written to `output`.

    `author` writes the comments; `at` is a moment as ISO 8601 has it.

    Raises:
        InputError: it is not the file that the document came from, its format has no way back,
            nothing has changed, or `output` is the file itself.
    """
    document = session.document
    if output.exists() and output.samefile(source):
        raise InputError(
            t("{path} is to stay as it is.", path=source),
            t("Write to another file, which is named beside it."),
        )
    file = open_file(source)
    if file.sha256 != document.ja.sha256 or file.sha256 != document.en.sha256:
        raise InputError(
            t("{path} is not the file that {name} came from.", path=source, name=document.name),
            t("Name the bilingual file that was imported, as it was then."),
        )
    encoding = document.ja.encoding or None
    pairs = read_bilingual(source, encoding=encoding)
    if pairs is None or not is_same_text(session.rows, pairs):
        raise InputError(
            t("{path} is not read as it was when it was imported.", path=source),
            t("Import it anew under another name."),
        )
    found = file_changes(session.rows, pairs, author=author, at=at)
    made = updated(file, document.ja.format, pairs.pairs, found.changes, encoding=encoding)
    if made.data == file.data:
        raise InputError(
            t(
                "There is nothing to write: nothing has changed since {path} was imported.",
                path=source,
            ),
            t("Confirm links, accept proposals or write notes first."),
        )
    left_out: dict[str, tuple[int, ...]] = {
        t("the link is no pair of the file any more"): found.other_links,
        t("the file has the pair locked"): found.locked,
    }
    rows = dict(zip((change.place for change in found.changes), found.rows, strict=True))
    for place, why in made.left_out:
        left_out[why] = (*left_out.get(why, ()), rows[place])
    return BilingualUpdate(made.data, len(found.changes), left_out)
