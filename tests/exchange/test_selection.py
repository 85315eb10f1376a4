from alignbench.domain.links import Status
from alignbench.exchange.selection import select
from tests.exchange.examples import DOCUMENT, OMITTED, ONE, TWO_TO_ONE


def test_pairs_of_other_statuses_are_left_out_and_counted() -> None:
    bitext = select(DOCUMENT, {Status.CONFIRMED})

    assert bitext.pairs == (ONE, TWO_TO_ONE)
    assert [str(left) for left in bitext.left_out] == ["1 left out: suggested, not confirmed"]


def test_null_links_are_left_out_of_formats_that_need_both_sides() -> None:
    bitext = select(DOCUMENT, set(Status), both_sides=True)

    assert OMITTED not in bitext.pairs
    assert [str(left) for left in bitext.left_out] == [
        "1 left out: one side is empty, which this format cannot hold"
    ]


def test_nothing_left_out_is_nothing_said() -> None:
    assert select(DOCUMENT, set(Status)).left_out == ()
