"""Links in reading order. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import NamedTuple

from alignbench.domain.doubt import is_doubtful
from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Status, reading_order
from alignbench.domain.segment_table import LinkedSegments, paragraph_numbers
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import UNTRANSLATED, Document, Side
from alignbench.review.views import Row


def by_link(flags: Iterable[Flag]) -> dict[int, list[Flag]]:
    """The flags of each link, by id; no flags for the others."""
    found: dict[int, list[Flag]] = defaultdict(list)
    for flag in sorted(flags, key=lambda flag: flag.id):
        found[flag.link_id].append(flag)
    return found


class Flow(NamedTuple):
    """How far reading has come: the last paragraph of each side and the furthest English."""

    ja_paragraph: int = -1
    en_paragraph: int = -1
    last_en: int = -1


START = Flow()
"""Before the first row."""


class RowMaker:
    """Makes the rows of a document's links; their segments are made when they are looked at."""

    def __init__(self, document: Document, threshold: float) -> None:
        """Suggestions under the confidence `threshold` are doubtful."""
        self._threshold = threshold
        self._ja, self._en = document.ja.segments, document.en.segments
        self._ja_paragraphs = paragraph_numbers(self._ja)
        self._en_paragraphs = paragraph_numbers(self._en)

    def draw(self, link: Link, flags: Sequence[Flag], before: Flow) -> tuple[Row, Flow]:
        """The row of a link, and how far reading has come after it."""
        ja, en = link.ja, link.en
        ja_paragraph, en_paragraph, last_en = before
        fresh, crossing = False, False
        if ja:
            fresh = self._ja_paragraphs[ja[0]] != ja_paragraph
            ja_paragraph = self._ja_paragraphs[ja[-1]]
        if en:
            fresh = fresh if ja else self._en_paragraphs[en[0]] > en_paragraph
            crossing = en[0] < last_en
            en_paragraph, last_en = self._en_paragraphs[en[-1]], max(last_en, en[-1])
        row = Row(
            link,
            LinkedSegments(self._ja, ja),
            LinkedSegments(self._en, en),
            fresh and before != START,
            self._is_doubtful(link),
            crossing,
            tuple(flags),
        )
        return row, Flow(ja_paragraph, en_paragraph, last_en)

    def draw_all(
        self, links: Iterable[Link], flags: Iterable[Flag]
    ) -> tuple[list[Row], list[Flow]]:
        """The rows of a document in reading order, and how far reading has come after each."""
        of_link = by_link(flags)
        rows: list[Row] = []
        flows: list[Flow] = []
        flow = START
        for link in reading_order([link for link in links if link.status is not Status.REJECTED]):
            row, flow = self.draw(link, of_link.get(link.id, ()), flow)
            rows.append(row)
            flows.append(flow)
        return rows, flows

    def _is_doubtful(self, link: Link) -> bool:
        is_null = not link.ja or not link.en
        # Asked only of the few links with an empty side: this runs for each row.
        says_something = is_null and any(
            segments[at].kind not in UNTRANSLATED
            for segments, run in ((self._ja, link.ja), (self._en, link.en))
            for at in run
        )
        return is_doubtful(link.status, link.confidence, is_null, says_something, self._threshold)


def segment_after(rows: Sequence[Row], row: int, side: Side) -> int:
    """The segment of `side` that comes after those of `row` in the text."""
    for at in range(row, -1, -1):
        link = rows[at].link
        if run := link.ja if side == "ja" else link.en:
            return run[-1] + 1
    return 0


def summarise(
    name: str, links: Iterable[Link], rows: Sequence[Row], updated: str, findings: int = 0
) -> DocumentSummary:
    """A document's numbers from its rows."""
    by_status = [row.link.status for row in rows]
    return DocumentSummary(
        name=name,
        ja_segments=sum([len(row.link.ja) for row in rows]),
        en_segments=sum([len(row.link.en) for row in rows]),
        suggested=by_status.count(Status.SUGGESTED),
        confirmed=by_status.count(Status.CONFIRMED),
        rejected=sum(link.status is Status.REJECTED for link in links),
        null_links=sum(row.link.is_null for row in rows),
        open_segments=sum(
            len(row.link.ja) + len(row.link.en)
            for row in rows
            if row.link.status is Status.SUGGESTED
        ),
        doubtful=sum(row.doubtful for row in rows),
        flags=sum(len(row.flags) for row in rows),
        findings=findings,
        updated=updated,
        proposals=sum(
            row.link.proposal is not None and row.link.proposal.state != "refused" for row in rows
        ),
    )


def revised(summary: DocumentSummary, gone: Sequence[Row], come: Sequence[Row]) -> DocumentSummary:
    """A document's numbers with some rows in place of others: quick, however long it is."""
    less, more = (summarise(summary.name, (), rows, "") for rows in (gone, come))
    numbers = {
        name: value + getattr(more, name) - getattr(less, name)
        for name, value in asdict(summary).items()
        if isinstance(value, int)
    }
    return replace(summary, **numbers)
