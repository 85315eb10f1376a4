"""The order in which links are read."""

from alignbench.domain.links import Bead, reading_order


def test_links_follow_their_japanese_and_added_english_the_link_before_it() -> None:
    first, second, third = Bead((0,), (1,)), Bead((1,), (0,)), Bead((2,), (4,))
    omitted, added, before_all = Bead((3,), ()), Bead((), (3,)), Bead((), (-1,))
    listed = [added, omitted, third, second, first]
    # English 3 comes after English 1, which the first link holds.
    assert reading_order(listed) == [first, added, second, third, omitted]
    assert reading_order([*listed, before_all])[0] == before_all


def test_crossing_links_keep_the_order_of_the_japanese() -> None:
    crossed = [Bead((1,), (0,)), Bead((0,), (1,))]
    assert reading_order(crossed) == [Bead((0,), (1,)), Bead((1,), (0,))]


def test_nothing_has_no_order() -> None:
    nothing: list[Bead] = []
    assert reading_order(nothing) == []
