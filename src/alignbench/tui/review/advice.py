"""What the panel says of a row, put together from the session and what is selected. Pure."""

from collections.abc import Sequence

from alignbench.domain.links import Candidate
from alignbench.messages import t
from alignbench.review import ReviewSession
from alignbench.tui.review.candidate_lines import Advice
from alignbench.tui.review.finding_selection import FindingSelection


def advice_on(
    session: ReviewSession,
    at: int,
    found: Sequence[Candidate] | None,
    selection: FindingSelection,
    to_look_at: tuple[int, int] | None,
    *,
    on_request: bool,
) -> Advice:
    """What is known of row `at`; `found` are its candidates, None while there are none yet.

    `to_look_at`: which of the rows to be looked at it is, and how many there are. `on_request`:
    candidates are prepared only when they are asked for.
    """
    row = session.rows[at]
    place: str = t("link {number}/{many}", number=at + 1, many=len(session.rows))
    if to_look_at is not None:
        number, many = to_look_at
        place += "  " + t("to look at {number}/{many}", number=number, many=many)
    waits = t("looking for candidates ...")
    if not session.is_prepared:
        waits = t("preparing candidates ...")
        if on_request:
            waits = t("a long document: p prepares its candidates, which may take a minute")
    return Advice(row, session.document, found, place, waits, selection.of(at), selection.at(at))
