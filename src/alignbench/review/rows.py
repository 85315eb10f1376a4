"""Links in reading order. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from alignbench.domain.doubt import is_doubtful
from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Status, reading_order
from alignbench.domain.quick_values import quick_maker
from alignbench.domain.segment_table import LinkedSegments, paragraph_numbers
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import UNTRANSLATED, Document, Side
from alignbench.review.views import Row

_row = quick_maker(Row)


def by_link(flags: Iterable[Flag]) -> dict[int, list[Flag]]:
    """The flags of each link, by id; no flags for the others."""
    found: dict[int, list[Flag]] = defaultdict(list)
    for flag in sorted(flags, key=lambda flag: flag.id):
        found[flag.link_id].append(flag)
    return found


Flow = tuple[int, int, int]
"""How far reading has come: the last paragraph of each side, Japanese first, and the furthest
English. A plain tuple: one is made for each row of a document, which may have 100,000."""
START: Flow = (-1, -1, -1)
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
            en_paragraph = self._en_paragraphs[en[-1]]
            if en[-1] > last_en:
                last_en = en[-1]
        row = _row(
            link,
            LinkedSegments(self._ja, ja),
            LinkedSegments(self._en, en),
            fresh and before != START,
            self._is_doubtful(link),
            crossing,
            tuple(flags) if flags else (),
        )
        return row, (ja_paragraph, en_paragraph, last_en)

    def draw_all(
        self, links: Iterable[Link], flags: Iterable[Flag]
    ) -> tuple[list[Row], list[Flow]]:
        """The rows of a document in reading order, and how far reading has come after each."""
        of_link = by_link(flags)
        rows: list[Row] = []
        flows: list[Flow] = []
        flow, draw = START, self.draw
        for link in reading_order([link for link in links if link.status is not Status.REJECTED]):
            row, flow = draw(link, of_link.get(link.id, ()), flow)
            rows.append(row)
            flows.append(flow)
        return rows, flows

    def _is_doubtful(self, link: Link) -> bool:
        if link.status is not Status.SUGGESTED:
            return False
        is_null = not link.ja or not link.en
        if not is_null and link.confidence is not None:  # nearly all
            return link.confidence < self._threshold
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
    ja = en = suggested = confirmed = nulls = still_open = doubtful = flags = proposals = 0
    for row in rows:  # once, and not once for each number: there may be 100,000
        link = row.link
        ja_segments, en_segments = len(link.ja), len(link.en)
        ja += ja_segments
        en += en_segments
        if not ja_segments or not en_segments:
            nulls += 1
        if link.status is Status.SUGGESTED:
            suggested += 1
            still_open += ja_segments + en_segments
        elif link.status is Status.CONFIRMED:
            confirmed += 1
        if row.doubtful:
            doubtful += 1
        if row.flags:
            flags += len(row.flags)
        if link.proposal is not None and link.proposal.state != "refused":
            proposals += 1
    return DocumentSummary(
        name=name,
        ja_segments=ja,
        en_segments=en,
        suggested=suggested,
        confirmed=confirmed,
        rejected=[link.status for link in links].count(Status.REJECTED),
        null_links=nulls,
        open_segments=still_open,
        doubtful=doubtful,
        flags=flags,
        findings=findings,
        updated=updated,
        proposals=proposals,
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
