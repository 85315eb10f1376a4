"""Texts of like length go together."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from alignbench.embedding.transformers.encoder import batched_by_length

lengths = st.lists(st.integers(0, 500), max_size=80)


def test_the_longest_come_first_and_empty_texts_are_left_out() -> None:
    assert list(batched_by_length([5, 0, 9, 7], 2, 100)) == [[2, 3], [0]]


def test_a_text_longer_than_a_batch_goes_alone() -> None:
    assert list(batched_by_length([3, 500, 3], 8, 100)) == [[1], [0, 2]]


@given(lengths, st.integers(1, 16), st.integers(1, 900))
def test_each_text_is_in_one_batch_and_no_batch_is_too_large(
    many: list[int], most: int, room: int
) -> None:
    batches = list(batched_by_length(many, most, room))
    assert sorted(itertools.chain(*batches)) == [at for at, length in enumerate(many) if length]
    for batch in batches:
        assert len(batch) <= most
        assert len(batch) == 1 or len(batch) * max(many[at] for at in batch) <= room
