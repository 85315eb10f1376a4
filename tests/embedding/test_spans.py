"""Vectors of runs of segments: prefix sums give what summing each run would."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised, span_vectors
from alignbench.embedding.summed_spans import SummedSpans

numbers = st.floats(-100, 100, width=32)
rows = st.integers(0, 12).flatmap(lambda n: arrays(np.float32, (n, 4), elements=numbers))


class Given:
    """Gives text number `i` the row `i`; counts what it is asked for."""

    name = "given"
    dimension = 4

    def __init__(self, vectors: Vectors, *, additive: bool) -> None:
        self.vectors = vectors
        self.additive = additive
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        self.asked += texts
        found = [sum((self.vectors[ord(c) - 65] for c in text.replace(" ", "")), np.zeros(4))
                 for text in texts]  # fmt: skip
        return np.array(found, dtype=np.float32).reshape(len(texts), 4)


def letters(count: int) -> list[str]:
    return [chr(65 + at) for at in range(count)]


@given(rows, st.integers(1, 7))
def test_prefix_sums_equal_direct_sums(vectors: Vectors, max_span: int) -> None:
    count = len(vectors)
    spans = span_vectors(Given(vectors, additive=True), letters(count), "en", max_span)
    assert spans.shape == (max_span, count, 4)
    for size in range(1, max_span + 1):
        for start in range(count):
            if start + size > count:
                assert not spans[size - 1, start].any()
                continue
            direct = vectors[start : start + size].astype(np.float64).sum(axis=0)
            length = np.linalg.norm(direct)
            if length > 1e-3:
                np.testing.assert_allclose(spans[size - 1, start], direct / length, atol=1e-4)


@given(rows, st.integers(1, 5))
def test_spans_have_unit_length_or_none(vectors: Vectors, max_span: int) -> None:
    spans = span_vectors(Given(vectors, additive=True), letters(len(vectors)), "ja", max_span)
    lengths = np.linalg.norm(spans, axis=2)
    assert np.all((np.abs(lengths - 1) < 1e-4) | (lengths == 0))


def test_other_encoders_get_the_joined_texts() -> None:
    encoder = Given(np.eye(4, dtype=np.float32), additive=False)
    spans = span_vectors(encoder, letters(3), "en", 2)
    assert encoder.asked == ["A", "B", "C", "A B", "B C"]
    np.testing.assert_allclose(spans[1, 0], [2**-0.5, 2**-0.5, 0, 0], atol=1e-6)
    assert not spans[1, 2].any()


def test_japanese_is_joined_without_a_space() -> None:
    encoder = Given(np.eye(4, dtype=np.float32), additive=False)
    span_vectors(encoder, letters(2), "ja", 2)
    assert encoder.asked[-1] == "AB"


def test_rows_of_no_length_stay_zeros() -> None:
    assert not normalised(np.zeros((2, 3), dtype=np.float32)).any()


@given(st.integers(0, 300), st.integers(1, 7), st.integers(0, 300), st.integers(0, 100))
def test_spans_made_as_needed_are_those_made_at_once(
    count: int, max_span: int, start: int, length: int
) -> None:
    vectors = np.random.default_rng(count).normal(size=(count, 4)).astype(np.float32)
    vectors[::7] = 0.0
    encoder = Fixed(vectors)
    whole = span_vectors(encoder, [""] * count, "en", max_span)
    parts = SummedSpans(vectors, max_span)
    same = partial(np.testing.assert_allclose, rtol=1e-5, atol=1e-5)
    assert parts.shape == whole.shape
    for layer in range(max_span):
        same(parts[layer][start : start + length], whole[layer][start : start + length])
        same(parts[layer][:], whole[layer])
        if count:
            some = np.array([start % count, 0, count - 1])
            same(parts[layer][some], whole[layer][some])
            same(parts[layer][start % count], whole[layer][start % count])


class Fixed:
    """Gives these vectors, whatever the texts."""

    name, dimension, additive = "fixed", 4, True

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        return self._vectors
