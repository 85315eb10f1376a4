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
    doubt: tuple[int, int],
    *,
    on_request: bool,
) -> Advice:
    """What is known of row `at`; `found` are its candidates, None while there are none yet.

    `doubt`: which of the rows in doubt it is, and how many there are. `on_request`: candidates
    are prepared only when they are asked for.
    """
    row = session.rows[at]
    place: str = t("link {number}/{many}", number=at + 1, many=len(session.rows))
    if row.doubtful:
        place += "  " + t("in doubt {number}/{many}", number=doubt[0], many=doubt[1])
    waits = t("looking for candidates ...")
    if not session.is_prepared:
        waits = t("preparing candidates ...")
        if on_request:
            waits = t("a long document: p prepares its candidates, which may take a minute")
    return Advice(row, session.document, found, place, waits, selection.of(at), selection.at(at))
