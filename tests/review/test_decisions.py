"""What a reviewer decides of a link, and what is refused."""

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft, Severity
from alignbench.domain.links import Origin, Status
from alignbench.domain.text import Span
from alignbench.review import ReviewSession
from tests.review.examples import RUNS, runs, statuses

SUGGESTED, CONFIRMED = Status.SUGGESTED, Status.CONFIRMED


def test_the_suggestions_are_there_to_begin_with(session: ReviewSession) -> None:
    assert runs(session) == list(RUNS)
    assert set(statuses(session)) == {SUGGESTED}
    sure = [row.link.confidence for row in session.rows]
    assert [row.doubtful for row in session.rows] == [False] * 4 + [True, False, True], sure


def test_confirming(session: ReviewSession) -> None:
    change = session.confirm(1)
    assert (change.label, change.first_row, change.last_row) == ("Confirmed", 1, 1)
    assert statuses(session)[:3] == [SUGGESTED, CONFIRMED, SUGGESTED]
    assert session.rows[1].link.origin is Origin.ALIGNER
    with pytest.raises(EditError, match="so already"):
        session.confirm(1)


def test_confirming_all_up_to_here(session: ReviewSession) -> None:
    session.confirm(1)
    change = session.confirm_through(4)
    assert change.label == "Confirmed 4 links, 1 of them in doubt"
    assert (change.first_row, change.last_row) == (0, 4)
    assert statuses(session) == [CONFIRMED] * 5 + [SUGGESTED] * 2
    with pytest.raises(EditError, match="All links up to here"):
        session.confirm_through(3)
    session.undo()
    assert statuses(session) == [SUGGESTED, CONFIRMED] + [SUGGESTED] * 5, "one edit, one undo"


def test_making_a_link_a_suggestion_again(session: ReviewSession) -> None:
    session.confirm(1)
    session.unconfirm(1)
    assert session.rows[1].link.status is SUGGESTED
    with pytest.raises(EditError, match="not confirmed"):
        session.unconfirm(1)


def test_rejecting_aligns_the_segments_anew_and_never_so_again(session: ReviewSession) -> None:
    session.reject(2)
    assert ((2,), (2, 3)) not in runs(session)
    assert runs(session)[:2] == list(RUNS[:2])
    assert session.summary.rejected == 1
    assert all(row.link.confidence is not None for row in session.rows)
    for at in range(len(session.rows)):
        offered = [(each.ja, each.en) for each in session.candidates(at)]
        assert ((2,), (2, 3)) not in offered


def test_a_rejection_taken_back_may_be_suggested_again(session: ReviewSession) -> None:
    session.reject(2)
    session.undo()
    assert runs(session) == list(RUNS)
    assert session.candidates(2)[0].en == (2, 3)


def test_what_can_be_nothing_else_is_not_rejected(session: ReviewSession) -> None:
    for at in (0, 1, 2, 3, 5, 6):
        session.confirm(at)
    before = runs(session), statuses(session)
    with pytest.raises(EditError, match="Nothing else is possible"):
        session.reject(4)
    assert (runs(session), statuses(session)) == before


def test_declaring_japanese_omitted(session: ReviewSession) -> None:
    session.omit(4)
    assert session.rows[4].link.status is CONFIRMED
    session.omit(0)
    assert runs(session)[:2] == [((), (0,)), ((0,), ())]
    assert session.rows[0].doubtful, "its English is open, and led to"
    with pytest.raises(EditError, match="no Japanese"):
        session.omit(len(session.rows) - 1)


def test_declaring_english_added(session: ReviewSession) -> None:
    session.add(6)
    assert session.rows[6].link.status is CONFIRMED
    with pytest.raises(EditError, match="no English"):
        session.add(4)


def test_declaring_and_flagging_is_one_change(session: ReviewSession) -> None:
    before = runs(session), statuses(session)
    change = session.omit(4, FlagDraft("accuracy/omission", Severity.MAJOR, "a day is gone"))
    assert change.label == "Declared omitted and flagged: Omission, major"
    assert session.rows[4].link.status is CONFIRMED
    (flag,) = session.rows[4].flags
    assert (flag.type, flag.comment) == ("accuracy/omission", "a day is gone")
    session.undo()
    assert (runs(session), statuses(session)) == before
    assert not session.rows[4].flags
    session.redo()
    assert [flag.comment for flag in session.rows[4].flags] == ["a day is gone"]


def test_a_flag_of_what_is_omitted_keeps_no_words_of_the_english_let_go(
    session: ReviewSession,
) -> None:
    session.omit(0, FlagDraft("accuracy/omission", Severity.MAJOR, "", Span(0, 2), Span(0, 3)))
    (flag,) = next(row.flags for row in session.rows if row.link.ja == (0,))
    assert (flag.ja, flag.en) == (Span(0, 2), None)
    assert not any(row.flags for row in session.rows if row.link.en)


def test_flagging_what_was_declared_before_leaves_the_declaration(session: ReviewSession) -> None:
    session.add(6)
    session.add(6, FlagDraft("accuracy/addition", Severity.MINOR))
    assert session.rows[6].link.status is CONFIRMED
    assert len(session.rows[6].flags) == 1
    session.undo()
    assert session.rows[6].link.status is CONFIRMED
    assert not session.rows[6].flags


def test_a_flag_of_no_known_type_declares_nothing(session: ReviewSession) -> None:
    with pytest.raises(EditError, match="no flag type"):
        session.omit(4, FlagDraft("accuracy/nonsense"))
    assert session.rows[4].link.status is not CONFIRMED


def test_choosing_a_candidate(session: ReviewSession) -> None:
    second = session.candidates(2)[1]
    assert second.en in ((2,), (3,))
    session.choose(2, second)
    row = next(row for row in session.rows if row.link.ja == (2,))
    assert (row.link.en, row.link.status, row.link.origin) == (
        second.en, CONFIRMED, Origin.HAND,
    )  # fmt: skip
    assert sorted(at for _, en in runs(session) for at in en) == list(range(7))


def test_linking_by_hand(session: ReviewSession) -> None:
    session.link([4], [6])
    assert runs(session)[4] == ((4,), (6,))
    assert session.rows[4].crossing is False
    assert session.rows[5].crossing is True
    with pytest.raises(EditError, match="confirmed link"):
        session.link([3], [6])
    with pytest.raises(EditError, match="each side"):
        session.link([3], [])
    with pytest.raises(EditError, match="no such segment"):
        session.link([3], [70])


def test_linking_by_hand_needs_no_neighbours(session: ReviewSession) -> None:
    session.link([0, 4], [0, 6])
    assert runs(session)[0] == ((0, 4), (0, 6))
