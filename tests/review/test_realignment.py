"""Suggestions that follow a decision: only what hangs together with it is replaced."""

from alignbench.domain.links import Bead, Origin, Status
from alignbench.review.edits import NEW, Edit, alter, decide, reject
from alignbench.review.realignment import after, constraints_of, follow, is_open
from tests.review.examples import link

CONFIRMED = link(1, [0], [0], Status.CONFIRMED)
SUGGESTED = link(2, [1], [1])
WRONG = link(3, [2], [2, 3])
FAR = link(4, [3], [4])
LINKS = [CONFIRMED, SUGGESTED, WRONG, FAR]
BEADS = [
    Bead((0,), (0,), 1.0), Bead((1,), (1, 2), 0.8), Bead((2,), (3,), 0.9), Bead((3,), (4,), 0.99),
]  # fmt: skip
NOTHING = Edit("realign", "Aligned anew", (), ())


def test_confirmed_and_hand_made_links_are_kept_and_rejected_ones_barred() -> None:
    by_hand = link(5, [4], [5], origin=Origin.HAND)
    record = link(6, [1], [2], Status.REJECTED)
    constraints = constraints_of([*LINKS, by_hand, record])
    assert constraints.fixed == (Bead((0,), (0,)), Bead((4,), (5,)))
    assert constraints.forbidden == (Bead((1,), (2,)),)


def test_what_was_rejected_and_then_linked_by_hand_is_kept() -> None:
    record = link(6, [0], [0], Status.REJECTED)
    constraints = constraints_of([CONFIRMED, record])
    assert constraints.fixed == (Bead((0,), (0,)),)
    assert constraints.forbidden == ()


def test_the_same_decisions_give_the_same_constraints_in_any_order() -> None:
    others = [link(7, [9], [8], Status.CONFIRMED), link(8, [1], [9], Status.REJECTED), *LINKS]
    assert constraints_of(others) == constraints_of(others[::-1])


def test_after_an_edit_new_links_have_ids_of_their_own() -> None:
    standing = after(reject(WRONG), LINKS)
    assert [each.id for each in standing] == [1, 2, 4, 3, -1, -2, -3]


def test_only_an_edit_that_leaves_segments_open_needs_the_aligner() -> None:
    assert is_open(reject(WRONG))
    assert is_open(decide("omit", "Omitted", LINKS, WRONG, (2,), ()))
    assert not is_open(alter("confirm", "Confirmed", [WRONG], status=Status.CONFIRMED))
    assert not is_open(decide("choose", "Chosen", LINKS, WRONG, (2,), (2, 3)))


def test_a_rejection_replaces_what_hangs_together_with_it_and_nothing_else() -> None:
    edit = follow(reject(WRONG), LINKS, BEADS)
    assert [each.id for each in edit.out] == [3, 2]
    assert [(each.id, each.ja, each.en, each.confidence) for each in edit.into] == [
        (3, (2,), (2, 3), 0.9), (NEW, (1,), (1, 2), 0.8), (NEW, (2,), (3,), 0.9),
    ]  # fmt: skip
    assert edit.into[0].status is Status.REJECTED


def test_what_a_decision_takes_from_is_aligned_anew() -> None:
    edit = follow(decide("choose", "Chosen", LINKS, SUGGESTED, (1,), (1, 2)), LINKS, BEADS)
    assert [(each.id, each.ja, each.en, each.confidence) for each in edit.into] == [
        (2, (1,), (1, 2), None), (3, (2,), (3,), 0.9),
    ]  # fmt: skip


def test_everywhere_means_whatever_nobody_has_decided() -> None:
    edit = follow(NOTHING, LINKS, BEADS, everywhere=True)
    assert [each.id for each in edit.out] == [2, 3]
    assert [(each.ja, each.en) for each in edit.into] == [((1,), (1, 2)), ((2,), (3,))]


def test_links_that_are_as_the_aligner_has_them_are_left_alone() -> None:
    same = [Bead(each.ja, each.en, 0.5) for each in LINKS]
    edit = follow(NOTHING, LINKS, same, everywhere=True)
    assert (edit.out, edit.into) == ((), ())


def test_a_leftover_gets_the_confidence_of_the_aligner_that_agrees() -> None:
    leftover = link(5, [4], [], confidence=None)
    beads = [*(Bead(each.ja, each.en) for each in LINKS), Bead((4,), (), 0.7)]
    edit = follow(NOTHING, [*LINKS, leftover], beads, everywhere=True)
    assert edit.out == (leftover,)
    assert [(each.id, each.confidence) for each in edit.into] == [(5, 0.7)]


def test_links_by_hand_stay_even_unconfirmed() -> None:
    by_hand = link(3, [2], [2, 3], origin=Origin.HAND)
    beads = [Bead(each.ja, each.en) for each in LINKS]
    edit = follow(NOTHING, [CONFIRMED, SUGGESTED, by_hand, FAR], beads, everywhere=True)
    assert (edit.out, edit.into) == ((), ())
