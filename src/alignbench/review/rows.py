"""Links in reading order. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import NamedTuple

from alignbench.domain.doubt import is_doubtful
from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Status, reading_order
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import UNTRANSLATED, Document, Segment, Side
from alignbench.review.views import Row


def by_link(flags: Iterable[Flag]) -> dict[int, list[Flag]]:
    """The flags of each link, by id; no flags for the others."""
    found: dict[int, list[Flag]] = defaultdict(list)
    for flag in sorted(flags, key=lambda flag: flag.id):
        found[flag.link_id].append(flag)
    return found


def _doubtful(link: Link, segments: Iterable[Segment], threshold: float) -> bool:
    # Asked only of the few links with an empty side: this runs for each row of a long document.
    says_something = link.is_null and any(each.kind not in UNTRANSLATED for each in segments)
    return is_doubtful(link.status, link.confidence, link.is_null, says_something, threshold)


class Flow(NamedTuple):
    """How far reading has come: the last paragraph of each side and the furthest English."""

    ja_paragraph: int = -1
    en_paragraph: int = -1
    last_en: int = -1


START = Flow()
"""Before the first row."""


def draw(
    document: Document, link: Link, flags: Sequence[Flag], threshold: float, before: Flow
) -> tuple[Row, Flow]:
    """The row of a link, and how far reading has come after it."""
    ja = tuple([document.ja.segments[at] for at in link.ja])
    en = tuple([document.en.segments[at] for at in link.en])
    ja_paragraph, en_paragraph, last_en = before
    fresh = ja[0].paragraph != ja_paragraph if ja else bool(en) and en[0].paragraph > en_paragraph
    row = Row(
        link, ja, en,
        new_paragraph=fresh and before != START,
        doubtful=_doubtful(link, (*ja, *en), threshold),
        crossing=bool(en) and link.en[0] < last_en,
        flags=tuple(flags),
    )  # fmt: skip
    if ja:
        ja_paragraph = ja[-1].paragraph
    if en:
        en_paragraph, last_en = en[-1].paragraph, max(last_en, link.en[-1])
    return row, Flow(ja_paragraph, en_paragraph, last_en)


def draw_all(
    document: Document, links: Iterable[Link], flags: Iterable[Flag], threshold: float
) -> tuple[list[Row], list[Flow]]:
    """The rows of a document in reading order, and how far reading has come after each."""
    of_link = by_link(flags)
    rows: list[Row] = []
    flows: list[Flow] = []
    flow = START
    for link in reading_order(link for link in links if link.status is not Status.REJECTED):
        row, flow = draw(document, link, of_link.get(link.id, ()), threshold, flow)
        rows.append(row)
        flows.append(flow)
    return rows, flows


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
        ja_segments=sum(len(row.ja) for row in rows),
        en_segments=sum(len(row.en) for row in rows),
        suggested=by_status.count(Status.SUGGESTED),
        confirmed=by_status.count(Status.CONFIRMED),
        rejected=sum(link.status is Status.REJECTED for link in links),
        null_links=sum(row.link.is_null for row in rows),
        open_segments=sum(
            len(row.ja) + len(row.en) for row in rows if row.link.status is Status.SUGGESTED
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
