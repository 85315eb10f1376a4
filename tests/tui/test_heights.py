from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from alignbench.tui.widgets.heights import Heights

HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=30)


def test_rows_follow_each_other() -> None:
    heights = Heights([2, 1, 3])
    assert [heights.top(row) for row in range(3)] == [0, 2, 3]
    assert [heights.row_at(line) for line in range(6)] == [0, 0, 1, 2, 2, 2]
    assert heights.total == 6


def test_a_line_past_the_end_belongs_to_the_last_row() -> None:
    assert Heights([2, 1]).row_at(99) == 1


def test_measuring_moves_the_rows_below() -> None:
    heights = Heights([2, 1, 3])
    assert heights.top(2) == 3
    heights.measure(0, 5)
    assert heights.top(2) == 6
    assert heights.is_measured(0)
    assert not heights.is_measured(1)


def test_replaced_rows_are_guesses_again() -> None:
    heights = Heights([2, 1, 3])
    for row, height in enumerate([2, 1, 3]):
        heights.measure(row, height)
    heights.splice(1, 2, [4])
    assert heights.total == 6
    assert [heights.is_measured(row) for row in range(2)] == [True, False]


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 29), st.integers(1, 9))), HEIGHTS, st.data())
def test_sums_are_those_of_the_heights_after_any_change(
    start: list[int], measures: list[tuple[int, int]], added: list[int], data: st.DataObject
) -> None:
    heights, model = Heights(start), list(start)
    for row, height in measures:
        if row < len(model):
            heights.measure(row, height)
            model[row] = height
            assert heights.total == sum(model)
    first = data.draw(st.integers(0, len(model)))
    count = data.draw(st.integers(0, len(model) - first))
    heights.splice(first, count, added)
    model[first : first + count] = added
    tops = [0, *accumulate(model)][:-1]
    assert [heights.top(row) for row in range(len(model))] == tops
    assert [heights.row_at(top) for top in tops] == list(range(len(model)))


def test_the_next_guess_is_found_in_a_stretch_of_rows() -> None:
    heights = Heights([2, 1, 3, 1])
    heights.measure(1, 1)
    assert [heights.next_guess(first, 4) for first in range(5)] == [0, 2, 2, 3, None]
    assert heights.next_guess(1, 2) is None
