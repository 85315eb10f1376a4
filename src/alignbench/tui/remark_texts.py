"""The texts that remarks are about: folded for a filter, and with their places marked."""

from functools import lru_cache

from alignbench.domain.text import JOINTS, Segment, Side, Span
from alignbench.review import ReviewSession, Row
from alignbench.review.remark_list import Remark
from alignbench.review.search import search_key
from alignbench.review.texts import side_text
from alignbench.review.word_links import in_segments
from alignbench.tui.widgets.painter import Spans

Place = tuple[Side, int]


class RemarkTexts:
    """The texts of a document's rows, folded once each."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._folded: dict[int, tuple[Row, str]] = {}

    def folded(self, remark: Remark) -> str:
        """Both texts of a remark's row, as a search compares them."""
        row = self._session.rows[remark.row]
        known = self._folded.get(remark.link_id)
        if known is None or known[0] is not row:
            text = "\n".join(segment.view for segment in (*row.ja, *row.en))
            known = self._folded[remark.link_id] = (row, search_key(text))
        return known[1]

    def spans(self, remark: Remark, row: Row) -> dict[Place, Spans]:
        """What the remark is about, to be drawn upon the segments of `row`."""
        drawn: dict[Place, list[tuple[int, int, str]]] = {}
        sides: tuple[tuple[Side, tuple[Segment, ...], tuple[int, ...]], ...] = (
            ("ja", row.ja, row.link.ja), ("en", row.en, row.link.en),
        )  # fmt: skip
        for side, segments, numbers in sides:
            span = self._span(remark, row, side)
            for index, part in in_segments(span, segments, JOINTS[side]) if span else ():
                place = (side, numbers[index])
                drawn.setdefault(place, []).append((part.start, part.end, "this-finding"))
        return {place: tuple(spans) for place, spans in drawn.items()}

    def _span(self, remark: Remark, row: Row, side: Side) -> Span | None:
        """Where it points on one side, in the joined views."""
        if remark.found:
            return remark.found.finding.ja if side == "ja" else remark.found.finding.en
        span = remark.flag and (remark.flag.ja if side == "ja" else remark.flag.en)
        return side_text(self._session.document, row, side).in_view(span) if span else None


@lru_cache(maxsize=256)
def explanation_of(check: str) -> str:
    """What a check looks for; empty for a flag, or for a check that is no longer there."""
    from alignbench.checks import all_checks

    return next((each.explanation for each in all_checks() if each.id == check), "")
