"""The review of one document: what each edit does, what it refuses, how it is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft, Severity
from alignbench.domain.links import Origin, Status
from alignbench.domain.text import Span
from alignbench.review import ReviewSession
from tests.review.examples import RUNS, open_session, project_with, runs, statuses

SUGGESTED, CONFIRMED = Status.SUGGESTED, Status.CONFIRMED


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    project_with(tmp_path).close()
    return open_session(tmp_path)


class TestDeciding:
    def test_the_suggestions_are_there_to_begin_with(self, session: ReviewSession) -> None:
        assert runs(session) == list(RUNS)
        assert set(statuses(session)) == {SUGGESTED}
        assert [row.doubtful for row in session.rows] == [False] * 4 + [True, False, True]

    def test_confirming(self, session: ReviewSession) -> None:
        change = session.confirm(1)
        assert (change.label, change.first_row, change.last_row) == ("Confirmed", 1, 1)
        assert statuses(session)[:3] == [SUGGESTED, CONFIRMED, SUGGESTED]
        assert session.rows[1].link.origin is Origin.ALIGNER
        with pytest.raises(EditError, match="so already"):
            session.confirm(1)

    def test_confirming_all_up_to_here(self, session: ReviewSession) -> None:
        session.confirm(1)
        change = session.confirm_through(4)
        assert change.label == "Confirmed 4 links, 1 of them in doubt"
        assert (change.first_row, change.last_row) == (0, 4)
        assert statuses(session) == [CONFIRMED] * 5 + [SUGGESTED] * 2
        with pytest.raises(EditError, match="All links up to here"):
            session.confirm_through(3)
        session.undo()
        assert statuses(session) == [SUGGESTED, CONFIRMED] + [SUGGESTED] * 5, "one edit, one undo"

    def test_making_a_link_a_suggestion_again(self, session: ReviewSession) -> None:
        session.confirm(1)
        session.unconfirm(1)
        assert session.rows[1].link.status is SUGGESTED
        with pytest.raises(EditError, match="not confirmed"):
            session.unconfirm(1)

    def test_rejecting_aligns_the_segments_anew_and_never_so_again(
        self, session: ReviewSession
    ) -> None:
        session.reject(2)
        assert ((2,), (2, 3)) not in runs(session)
        assert runs(session)[:2] == list(RUNS[:2])
        assert session.summary.rejected == 1
        assert all(row.link.confidence is not None for row in session.rows)
        for at in range(len(session.rows)):
            offered = [(each.ja, each.en) for each in session.candidates(at)]
            assert ((2,), (2, 3)) not in offered

    def test_a_rejection_taken_back_may_be_suggested_again(self, session: ReviewSession) -> None:
        session.reject(2)
        session.undo()
        assert runs(session) == list(RUNS)
        assert session.candidates(2)[0].en == (2, 3)

    def test_what_can_be_nothing_else_is_not_rejected(self, session: ReviewSession) -> None:
        for at in (0, 1, 2, 3, 5, 6):
            session.confirm(at)
        before = runs(session), statuses(session)
        with pytest.raises(EditError, match="Nothing else is possible"):
            session.reject(4)
        assert (runs(session), statuses(session)) == before

    def test_declaring_japanese_omitted(self, session: ReviewSession) -> None:
        session.omit(4)
        assert session.rows[4].link.status is CONFIRMED
        session.omit(0)
        assert runs(session)[:2] == [((), (0,)), ((0,), ())]
        assert session.rows[0].doubtful, "its English is open, and led to"
        with pytest.raises(EditError, match="no Japanese"):
            session.omit(len(session.rows) - 1)

    def test_declaring_english_added(self, session: ReviewSession) -> None:
        session.add(6)
        assert session.rows[6].link.status is CONFIRMED
        with pytest.raises(EditError, match="no English"):
            session.add(4)

    def test_choosing_a_candidate(self, session: ReviewSession) -> None:
        second = session.candidates(2)[1]
        assert second.en in ((2,), (3,))
        session.choose(2, second)
        row = next(row for row in session.rows if row.link.ja == (2,))
        assert (row.link.en, row.link.status, row.link.origin) == (
            second.en, CONFIRMED, Origin.HAND,
        )  # fmt: skip
        assert sorted(at for _, en in runs(session) for at in en) == list(range(7))

    def test_linking_by_hand(self, session: ReviewSession) -> None:
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

    def test_linking_by_hand_needs_no_neighbours(self, session: ReviewSession) -> None:
        session.link([0, 4], [0, 6])
        assert runs(session)[0] == ((0, 4), (0, 6))


class TestShaping:
    def test_merging_with_the_next_and_with_the_one_before(self, session: ReviewSession) -> None:
        change = session.merge(0)
        assert runs(session)[0] == ((0, 1), (0, 1))
        assert (change.first_row, change.last_row) == (0, 0)
        session.merge(1, -1)
        assert runs(session)[0] == ((0, 1, 2), (0, 1, 2, 3))
        assert session.rows[0].link.origin is Origin.HAND
        with pytest.raises(EditError, match="no row there"):
            session.merge(0, -1)
        with pytest.raises(EditError, match="no row there"):
            session.merge(len(session.rows) - 1)

    def test_splitting_where_the_parts_fit_best(self, session: ReviewSession) -> None:
        session.merge(0)
        session.split(0)
        assert runs(session) == list(RUNS)
        session.split(2)
        assert runs(session)[2:4] in ([((2,), (2,)), ((), (3,))], [((), (2,)), ((2,), (3,))])
        with pytest.raises(EditError, match="one to one"):
            session.split(0)
        with pytest.raises(EditError, match="one segment"):
            session.split(6 if runs(session)[6][1] == () else 5)

    def test_splitting_by_hand(self, session: ReviewSession) -> None:
        session.merge(1)
        session.split_at(1, 1, 2)
        assert runs(session)[1:3] == [((1,), (1, 2)), ((2,), (3,))]

    def test_moving_the_boundary_on_either_side(self, session: ReviewSession) -> None:
        session.move_boundary(1, "en", 1)
        assert runs(session)[1:3] == [((1,), (1, 2)), ((2,), (3,))]
        session.move_boundary(1, "en", -1)
        assert runs(session)[1:3] == [((1,), (1,)), ((2,), (2, 3))]
        session.move_boundary(0, "ja", 1)
        assert runs(session)[:2] == [((0, 1), (0,)), ((), (1,))]

    def test_the_boundary_of_a_row_without_english_stands_after_the_row_before(
        self, session: ReviewSession
    ) -> None:
        session.move_boundary(4, "en", 1)
        assert runs(session)[4] == ((4,), (5,))
        assert ((5,), ()) in runs(session)

    def test_shaping_makes_a_confirmed_link_a_suggestion(self, session: ReviewSession) -> None:
        session.confirm(0)
        session.merge(0)
        assert session.rows[0].link.status is SUGGESTED

    def test_aligning_anew_keeps_what_people_decided(self, session: ReviewSession) -> None:
        with pytest.raises(EditError, match="Nothing changes"):
            session.realign()
        session.merge(0)
        session.split_at(1, 1, 1)
        session.omit(4)
        kept = [row.link for row in session.rows]
        with pytest.raises(EditError, match="Nothing changes"):
            session.realign()
        assert [row.link for row in session.rows] == kept

    def test_aligning_anew_fills_what_was_left_open(self, session: ReviewSession) -> None:
        session.omit(0)
        assert [row.link.confidence for row in session.rows].count(None) == 2
        change = session.realign()
        assert change.label.startswith("Aligned anew")
        assert [row.link.confidence for row in session.rows].count(None) == 1, "the decision"


class TestRemarking:
    def test_a_note(self, session: ReviewSession) -> None:
        assert session.note(3, "「五」は数詞か。").label == "Noted"
        assert session.rows[3].link.note == "「五」は数詞か。"
        assert session.note(3, "").label == "Removed the note"
        assert session.rows[3].link.note == ""

    def test_a_flag(self, session: ReviewSession) -> None:
        draft = FlagDraft("accuracy/omission", Severity.MAJOR, "六がない", Span(2, 4), None)
        assert session.flag(3, draft).label == "Flagged: Omission, major"
        (flag,) = session.rows[3].flags
        assert (flag.type, flag.severity, flag.comment) == (
            "accuracy/omission", Severity.MAJOR, "六がない",
        )  # fmt: skip
        assert (flag.ja, flag.en) == (Span(2, 4), None)
        assert session.summary.flags == 1
        session.unflag(flag.id)
        assert session.rows[3].flags == ()
        session.undo()
        assert session.rows[3].flags == (flag,)
        session.undo()
        assert session.summary.flags == 0
        with pytest.raises(EditError, match="no longer there"):
            session.unflag(flag.id)

    def test_a_flag_of_no_known_type(self, session: ReviewSession) -> None:
        with pytest.raises(EditError, match="no flag type 'ugly'"):
            session.flag(3, FlagDraft("ugly"))

    def test_flags_and_notes_outlive_the_link_they_stand_on(self, session: ReviewSession) -> None:
        session.note(1, "見直す")
        session.flag(1, FlagDraft())
        session.merge(0)
        assert session.rows[0].link.note == "見直す"
        assert len(session.rows[0].flags) == 1
        session.undo()
        assert session.rows[1].link.note == "見直す"
        assert len(session.rows[1].flags) == 1
        session.reject(1)
        assert session.summary.flags == 1
        assert [row.link.note for row in session.rows].count("見直す") == 1


class TestHistory:
    def test_undo_and_redo_say_what_they_did(self, session: ReviewSession) -> None:
        assert session.undo() is None
        session.merge(0)
        change = session.undo()
        assert change is not None
        assert (change.label, change.first_row, change.last_row) == (
            "Undid: Merged two links", 0, 1,
        )  # fmt: skip
        redone = session.redo()
        assert redone is not None
        assert redone.label == "Redid: Merged two links"
        assert session.redo() is None

    def test_undo_survives_a_restart(self, session: ReviewSession, tmp_path: Path) -> None:
        session.merge(0)
        session.confirm(0)
        again = open_session(tmp_path)
        assert again.rows == session.rows
        again.undo()
        again.undo()
        assert runs(again) == list(RUNS)
        third = open_session(tmp_path)
        third.redo()
        third.redo()
        assert third.rows == session.rows


class TestLooking:
    def test_the_next_doubtful_row_around_the_ends(self, session: ReviewSession) -> None:
        assert session.next_doubtful(0) == 4
        assert session.next_doubtful(4) == 6
        assert session.next_doubtful(6) == 4
        assert session.next_doubtful(0, -1) == 6
        session.confirm(4)
        assert session.next_doubtful(6) is None, "no other"
        session.confirm(6)
        assert session.next_doubtful(0) is None

    def test_the_row_of_a_link(self, session: ReviewSession) -> None:
        assert [session.row_of(row.link.id) for row in session.rows] == list(range(7))
        with pytest.raises(KeyError):
            session.row_of(99)

    def test_the_model_is_loaded_when_it_is_needed(self, session: ReviewSession) -> None:
        session.confirm(0)
        session.merge(1)
        session.omit(3)
        assert not session.is_prepared
        session.prepare()
        assert session.is_prepared

    def test_candidates_are_ranked_with_reasons(self, session: ReviewSession) -> None:
        found = session.candidates(2)
        assert found[0].en == (2, 3)
        assert [each.confidence for each in found] == sorted(
            (each.confidence for each in found), reverse=True
        )
        assert found[0].reason.startswith("same 3, 4 · 1 to 2 sentences")
        assert any(not each.en for each in found), "or declare it omitted"
        assert all(each.reason and "\n" not in each.reason for each in found)
        assert len(session.candidates(2, limit=2)) == 2

    def test_english_without_japanese_has_candidates_too(self, session: ReviewSession) -> None:
        found = session.candidates(6)
        assert {each.en for each in found} == {(6,)}
        assert found[0].ja == ()

    def test_what_is_confirmed_elsewhere_is_no_candidate(self, session: ReviewSession) -> None:
        session.prepare()
        session.confirm(3)
        assert all(4 not in each.en for each in session.candidates(2))

    @pytest.mark.parametrize(
        "deed",
        [
            lambda s: s.confirm(7), lambda s: s.confirm(-1), lambda s: s.note(99, "x"),
            lambda s: s.candidates(7), lambda s: s.reject(7), lambda s: s.split(7),
            lambda s: s.move_boundary(7, "ja", 1), lambda s: s.flag(7, FlagDraft()),
        ],
    )  # fmt: skip
    def test_a_row_that_is_not_there(
        self, session: ReviewSession, deed: Callable[[ReviewSession], object]
    ) -> None:
        with pytest.raises(EditError, match="no such row"):
            deed(session)
        assert session.undo() is None
