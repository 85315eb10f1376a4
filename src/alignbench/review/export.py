"""A document's links as the pairs that go out."""

from alignbench.domain.links import Status, reading_order
from alignbench.domain.segment_table import LinkedSegments
from alignbench.exchange.pair import Pair, pair_from_link
from alignbench.review.row_text import flags_in_view
from alignbench.review.rows import by_link
from alignbench.review.session import ReviewSession
from alignbench.review.views import Row
from alignbench.store import Store
from alignbench.system.memory import collector_paused


def pairs_of(session: ReviewSession) -> list[Pair]:
    """The pairs of a document in reading order, with flags and, if the checks ran, findings."""
    with collector_paused():
        return [_pair(session, at, row) for at, row in enumerate(session.rows)]


def stored_pairs(store: Store, name: str) -> list[Pair]:
    """The pairs of a stored document as `pairs_of` has them, without opening it for review.

    Raises StoreError if there is none of that name.
    """
    with collector_paused():
        stored = store.load(name)
        _, state = store.history(stored).read()
        document, flags = stored.document, by_link(state.flags)
        ja, en = document.ja.segments, document.en.segments
        pairs = []
        for link in reading_order([each for each in state.links if each.status != Status.REJECTED]):
            if link.id in flags:
                shown = LinkedSegments(ja, link.ja), LinkedSegments(en, link.en)
                row = Row(link, *shown, False, False, False, tuple(flags[link.id]))
                pairs.append(pair_from_link(document, link, flags_in_view(document, row)))
            else:
                pairs.append(pair_from_link(document, link))
        return pairs


def _pair(session: ReviewSession, at: int, row: Row) -> Pair:
    found = None
    if session.findings.is_checked:
        said = session.findings.of(at)
        found = [each.finding for each in said if each.is_open and not each.finding.hint]
    flags = flags_in_view(session.document, row) if row.flags else ()
    return pair_from_link(session.document, row.link, flags, found)
