"""The texts that issues are about: folded for a filter, and with their places marked."""

from collections.abc import Sequence
from functools import lru_cache

from alignbench.domain.segment_table import views
from alignbench.domain.text import JOINTS, Segment, Side, Span
from alignbench.pipeline.word_links import in_segments
from alignbench.review import ReviewSession, Row
from alignbench.review.issues import Issue
from alignbench.review.row_text import side_text
from alignbench.review.search import search_key
from alignbench.tui.widgets.painter import Spans

Place = tuple[Side, int]


class IssueTexts:
    """The texts of a document's rows, folded once each."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._folded: dict[int, tuple[Row, str]] = {}

    def folded(self, issue: Issue) -> str:
        """Both texts of an issue's row, as a search compares them."""
        row = self._session.rows[issue.row]
        known = self._folded.get(issue.link_id)
        if known is None or known[0] is not row:
            text = "\n".join((*views(row.ja), *views(row.en)))
            known = self._folded[issue.link_id] = (row, search_key(text))
        return known[1]

    def spans(self, issue: Issue, row: Row) -> dict[Place, Spans]:
        """What the issue is about, to be drawn upon the segments of `row`."""
        drawn: dict[Place, list[tuple[int, int, str]]] = {}
        sides: tuple[tuple[Side, Sequence[Segment], tuple[int, ...]], ...] = (
            ("ja", row.ja, row.link.ja), ("en", row.en, row.link.en),
        )  # fmt: skip
        for side, segments, numbers in sides:
            span = self._span(issue, row, side)
            for index, part in in_segments(span, segments, JOINTS[side]) if span else ():
                place = (side, numbers[index])
                drawn.setdefault(place, []).append((part.start, part.end, "this-finding"))
        return {place: tuple(spans) for place, spans in drawn.items()}

    def _span(self, issue: Issue, row: Row, side: Side) -> Span | None:
        """Where it points on one side, in the joined views."""
        if issue.found:
            return issue.found.finding.ja if side == "ja" else issue.found.finding.en
        span = issue.flag and (issue.flag.ja if side == "ja" else issue.flag.en)
        return side_text(self._session.document, row, side).in_view(span) if span else None


@lru_cache(maxsize=256)
def explanation_of(check: str) -> str:
    """What a check looks for; empty for a flag, or for a check that is no longer there."""
    from alignbench.checks import all_checks

    return next((each.explanation for each in all_checks() if each.id == check), "")
