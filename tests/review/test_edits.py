"""What each edit does to the links. Pure: links in, an edit out."""

from collections.abc import Callable

import pytest

from alignbench.domain.errors import EditError
from alignbench.domain.links import Link, Origin, Status
from alignbench.review.edits import (
    NEW,
    Edit,
    alter,
    decide,
    give_last,
    merge,
    reject,
    relink,
    split_at,
    split_singly,
    take_next,
)
from tests.review.examples import link

A = link(1, [0], [0])
B = link(2, [1, 2], [1])
C = link(3, [3], [2, 3])
OMITTED = link(4, [4], [])
LINKS = [A, B, C, OMITTED]


def put(edit: Edit) -> list[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Id and runs of the links that come in."""
    return [(each.id, each.ja, each.en) for each in edit.into]


def ids(links: tuple[Link, ...]) -> list[int]:
    return [each.id for each in links]


def test_altering_touches_no_segment() -> None:
    edit = alter("confirm", "Confirmed", [A, B], status=Status.CONFIRMED)
    assert put(edit) == [(1, (0,), (0,)), (2, (1, 2), (1,))]
    assert {each.status for each in edit.into} == {Status.CONFIRMED}
    with pytest.raises(EditError, match="so already"):
        alter("note", "Noted", [A], note="")


def test_merging_joins_two_links_by_hand_unconfirmed() -> None:
    edit = merge(LINKS, A, B)
    assert ids(edit.out) == [1, 2]
    assert put(edit) == [(1, (0, 1, 2), (0, 1))]
    assert edit.into[0].origin is Origin.HAND
    assert edit.into[0].status is Status.SUGGESTED
    assert edit.into[0].confidence is None


def test_splitting_gives_the_second_part_a_new_id() -> None:
    assert put(split_at(LINKS, B, 1, 1)) == [(2, (1,), (1,)), (NEW, (2,), ())]
    assert put(split_at(LINKS, B, 0, 1)) == [(2, (), (1,)), (NEW, (1, 2), ())]


@pytest.mark.parametrize("cut", [(0, 0), (2, 1)])
def test_a_cut_leaves_a_segment_on_either_side(cut: tuple[int, int]) -> None:
    with pytest.raises(EditError, match="cannot be split there"):
        split_at(LINKS, B, *cut)


def test_a_null_link_is_split_into_its_segments() -> None:
    wide = link(9, [7, 8, 9])
    assert put(split_singly([wide], wide)) == [(9, (7,), ()), (NEW, (8,), ()), (NEW, (9,), ())]
    with pytest.raises(EditError, match="nothing to split"):
        split_singly(LINKS, OMITTED)


def test_taking_a_segment_leaves_the_rest_of_the_other_link() -> None:
    edit = take_next(LINKS, B, "en", 2)
    assert put(edit) == [(2, (1, 2), (1, 2)), (3, (3,), (3,))]
    assert edit.into[1].confidence is None, "what is left is somewhat else than was suggested"


def test_taking_the_last_segment_leaves_the_other_side_alone() -> None:
    edit = take_next(LINKS, A, "en", 1)
    assert put(edit) == [(1, (0,), (0, 1)), (2, (1,), ()), (NEW, (2,), ())]


def test_taking_a_whole_link_makes_it_go() -> None:
    edit = take_next(LINKS, C, "ja", 4)
    assert ids(edit.out) == [3, 4]
    assert put(edit) == [(3, (3, 4), (2, 3))]


def test_there_is_nothing_to_take_past_the_end() -> None:
    with pytest.raises(EditError, match="nothing left"):
        take_next(LINKS, C, "en", 4)


def test_giving_moves_the_last_segment_to_the_next_link() -> None:
    edit = give_last(LINKS, B, "ja", C)
    assert put(edit) == [(2, (1,), (1,)), (3, (2, 3), (2, 3))]


def test_giving_the_only_segment_makes_the_link_go() -> None:
    edit = give_last([OMITTED, C], OMITTED, "ja", C)
    assert ids(edit.out) == [4, 3]
    assert put(edit) == [(3, (3, 4), (2, 3))]


def test_without_a_next_link_the_segment_stands_alone() -> None:
    assert put(give_last(LINKS, C, "en", None)) == [(3, (3,), (2,)), (NEW, (), (3,))]
    with pytest.raises(EditError, match="no link to give it to"):
        give_last(LINKS, OMITTED, "ja", None)
    with pytest.raises(EditError, match="nothing to give"):
        give_last(LINKS, OMITTED, "en", C)


def test_a_decision_is_confirmed_and_made_by_hand() -> None:
    edit = decide("choose", "Chosen", LINKS, B, (1, 2), (1, 2))
    assert put(edit) == [(2, (1, 2), (1, 2)), (3, (3,), (3,))]
    assert edit.into[0].status is Status.CONFIRMED
    assert edit.into[0].origin is Origin.HAND


def test_what_a_decision_leaves_over_stands_alone() -> None:
    assert put(decide("omit", "Omitted", LINKS, B, (1, 2), ())) == [
        (2, (1, 2), ()), (NEW, (), (1,)),
    ]  # fmt: skip


def test_a_link_by_hand_takes_from_wherever_it_needs_to_each_segment_once() -> None:
    edit = decide("link", "Linked", LINKS, None, (4, 0, 4), (3,))
    assert put(edit) == [(NEW, (0, 4), (3,)), (1, (), (0,)), (3, (3,), (2,))]


def test_a_segment_that_is_not_there_cannot_be_linked() -> None:
    for ja in ((99,), (-1,)):
        with pytest.raises(EditError, match="no such segment"):
            decide("link", "Linked", LINKS, None, ja, (0,))
    with pytest.raises(EditError, match="needs a segment"):
        decide("link", "Linked", LINKS, None, (), ())


def test_a_confirmed_link_gives_nothing_away() -> None:
    confirmed = link(3, [3], [2, 3], Status.CONFIRMED)
    links = [A, B, confirmed]
    commands: list[Callable[[], Edit]] = [
        lambda: merge(links, B, confirmed),
        lambda: take_next(links, B, "en", 2),
        lambda: give_last(links, B, "ja", confirmed),
        lambda: decide("link", "Linked", links, None, (1,), (2,)),
    ]
    for deed in commands:
        with pytest.raises(EditError) as error:
            deed()
        assert "confirmed" in error.value.what
        assert "suggestion" in error.value.hint


def test_a_rejected_link_holds_nothing() -> None:
    record = link(9, [0], [1], Status.REJECTED)
    edit = relink("link", "Linked", [*LINKS, record], A, [link(NEW, [0], [0, 1])])
    assert ids(edit.out) == [1, 2]


def test_rejecting_keeps_a_record_and_frees_the_segments() -> None:
    edit = reject(B)
    assert put(edit) == [(2, (1, 2), (1,)), (NEW, (1,), ()), (NEW, (2,), ()), (NEW, (), (1,))]
    assert [each.status for each in edit.into] == [Status.REJECTED] + [Status.SUGGESTED] * 3
    assert [each.confidence for each in edit.into] == [0.9, None, None, None]
