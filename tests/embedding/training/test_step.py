"""One step of training, in two threads, with a softmax that stays soft."""

import numpy as np
import pytest

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.training.adam import LazyAdam
from alignbench.embedding.training.rows import Rows
from alignbench.embedding.training.sampler import Batch
from alignbench.embedding.training.step import State, take_step

pytestmark = pytest.mark.xdist_group("sentence-transformers")  # which is where torch is

NONE = np.zeros(0, np.int64), np.zeros(0, np.int64)
PAIRS = 6


def state(rows: int) -> State:
    table: Vectors = np.random.default_rng(3).standard_normal((rows, 16)).astype(np.float32)
    return State(table, LazyAdam((rows, 16)))


def texts(first: int) -> Rows:
    """Each text is two rows: one of its own, and one that the next text has too."""
    own = np.arange(first, first + PAIRS)
    return Rows(
        np.stack([own, np.roll(own, 1)], 1).ravel().astype(np.int32), np.arange(PAIRS + 1) * 2
    )


BATCH = Batch(texts(0), texts(PAIRS), NONE)


def test_what_is_learned_costs_less() -> None:
    course = state(2 * PAIRS)
    losses = [take_step(course, BATCH, 0.05, 1, 0) for _ in range(40)]
    assert losses[-1] < 0.5 * losses[0]


def test_rows_that_a_batch_lacks_stay_as_they_are() -> None:
    course = state(2 * PAIRS + 3)
    before = course.table.copy()
    take_step(course, BATCH, 0.05, 1, 0)
    assert np.array_equal(course.table[-3:], before[-3:])
    assert (course.table[:-3] != before[:-3]).any(axis=1).all()


def test_the_scale_of_cosines_grows_to_its_limit_and_no_further() -> None:
    free, held = state(2 * PAIRS), state(2 * PAIRS)
    free.log_scale = held.log_scale = float(np.log(5))
    for _ in range(60):
        take_step(free, BATCH, 0.05, 1, 0)
        take_step(held, BATCH, 0.05, 1, 0, largest=6)
    assert np.exp(free.log_scale) > 6.5
    assert np.isclose(np.exp(held.log_scale), 6)


def test_many_rows_move_as_few_do() -> None:
    """The optimiser takes a few hundred rows at a time."""
    size = 1000
    random = np.random.default_rng(1)
    table: Vectors = random.standard_normal((size, 4)).astype(np.float32)
    gradient: Vectors = random.standard_normal((size, 4)).astype(np.float32)
    whole, single = table.copy(), table.copy()
    LazyAdam((size, 4)).step(whole, np.arange(size), gradient.copy(), 0.1)
    one_by_one = LazyAdam((size, 4))
    for row in range(0, size, 97):
        one_by_one.step(single, np.array([row]), gradient[row : row + 1].copy(), 0.1)
    assert np.array_equal(whole[::97], single[::97])
