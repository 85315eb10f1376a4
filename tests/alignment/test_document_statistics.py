"""What is prepared of both sides, on arrays small enough to check by hand."""

from math import log

import numpy as np
import pytest

from alignbench.alignment import SideInput
from alignbench.alignment.scoring.document_statistics import prepare
from alignbench.domain.text import Kind

EAST, NORTH = [1.0, 0.0], [0.0, 1.0]


def side(*rows: list[float], **given: object) -> SideInput:
    """A side of single segments with these vectors."""
    return SideInput(np.array([rows], dtype=np.float32), **given)  # type: ignore[arg-type]


def test_means_are_taken_from_both_sides() -> None:
    found = prepare(side(EAST, NORTH), side(EAST, EAST))
    # Means: (.5, .5) and (1, 0).
    assert found.common == pytest.approx(0.5)
    np.testing.assert_allclose(found.ja.toward, [[1.0, 0.0]])
    np.testing.assert_allclose(found.en.toward, [[0.5, 0.5]])
    np.testing.assert_allclose(found.ja.norms, [[0.5**0.5, 0.5**0.5]], rtol=1e-6)
    np.testing.assert_allclose(found.en.norms, [[1e-3, 1e-3]])


def test_segments_without_a_vector_do_not_count_for_the_mean() -> None:
    found = prepare(side(EAST, [0.0, 0.0]), side(EAST))
    assert found.common == pytest.approx(1.0)
    assert found.ja.norms[0, 1] == 0.0


def test_sums_run_from_zero_and_boundaries_are_known() -> None:
    found = prepare(
        side(
            EAST, NORTH, EAST,
            lengths=np.array([10, 5, 7]), paragraphs=np.array([0, 0, 3]),
            sentences=(1, 2, 1), quoted=(True, False, False),
            keys=(frozenset({"n:5", "w:mars"}), frozenset(), frozenset({"n:1"})),
        ),
        side(EAST, lengths=np.array([9])),
    )  # fmt: skip
    assert found.ja.characters.tolist() == [0, 10, 15, 22]
    assert found.ja.numbers.tolist() == [0, 1, 1, 2]
    assert found.ja.sentences.tolist() == [0, 1, 3, 4]
    assert found.ja.opens.tolist() == [True, False, True, True]
    assert found.ja.quoted.tolist() == [False, True, False, False]
    assert found.has_lengths


def test_what_is_not_given_is_ordinary() -> None:
    found = prepare(side(EAST, NORTH), side(EAST))
    assert not found.has_lengths
    assert found.ja.characters.tolist() == [0, 60, 120]
    assert found.ja.kinds.tolist() == [list(Kind).index(Kind.SENTENCE)] * 2


def test_a_key_says_more_the_fewer_segments_have_it() -> None:
    keys = [frozenset({"w:once"})] + [frozenset({"w:often"})] * 2 + [frozenset({"w:always"})] * 6
    given = side(*([EAST] * 9), keys=keys)
    found = prepare(given, side(*([EAST] * 9), keys=[keys[0], keys[1] | keys[3], *keys[2:]]))
    assert dict(zip(found.keys.names, found.keys.worth, strict=True)) == {
        "w:once": log(10.0),
        "w:often": log(5.0),
    }


def test_a_key_of_one_side_says_nothing() -> None:
    alone = prepare(side(EAST, keys=[frozenset({"w:here"})]), side(EAST, keys=[frozenset()]))
    assert alone.keys.names == ()
