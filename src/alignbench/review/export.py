"""A session's rows as the pairs that go out."""

from alignbench.exchange.pair import Pair, pair_from_link
from alignbench.review.row_text import flags_in_view
from alignbench.review.session import ReviewSession
from alignbench.system.memory import collector_paused


def pairs_of(session: ReviewSession) -> list[Pair]:
    """The pairs of a document in reading order, with flags and, if the checks ran, findings."""
    with collector_paused():
        return [_pair(session, at) for at in range(len(session.rows))]


def _pair(session: ReviewSession, at: int) -> Pair:
    row = session.rows[at]
    findings = session.findings
    found = [each.finding for each in findings.of(at) if each.is_open and not each.finding.hint]
    return pair_from_link(
        session.document,
        row.link,
        flags_in_view(session.document, row),
        found if findings.is_checked else None,
    )
