"""A session's rows as the pairs that go out."""

from alignbench.exchange.pair import Pair, pair_from_link
from alignbench.review.row_text import flags_in_view
from alignbench.review.session import ReviewSession
from alignbench.review.views import Row
from alignbench.system.memory import collector_paused


def pairs_of(session: ReviewSession) -> list[Pair]:
    """The pairs of a document in reading order, with flags and, if the checks ran, findings."""
    with collector_paused():
        return [_pair(session, at, row) for at, row in enumerate(session.rows)]


def _pair(session: ReviewSession, at: int, row: Row) -> Pair:
    found = None
    if session.findings.is_checked:
        said = session.findings.of(at)
        found = [each.finding for each in said if each.is_open and not each.finding.hint]
    flags = flags_in_view(session.document, row) if row.flags else ()
    return pair_from_link(session.document, row.link, flags, found)
