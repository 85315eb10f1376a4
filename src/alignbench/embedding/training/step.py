"""One step of training: a batch in, a slightly better table out."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.quantisation import rounded
from alignbench.embedding.training.adam import LazyAdam
from alignbench.embedding.training.objective import contrast
from alignbench.embedding.training.sampler import Batch

_Made = TypeVar("_Made")

_FIRST_SCALE = 15.0
_SCALE_RATE = 0.01
_PARTS = 2
"""Threads of a step."""
_pool = ThreadPoolExecutor(_PARTS, "training")


@dataclass(slots=True)
class State:
    """What training changes: the table, the optimiser's memory, the scale of cosines."""

    table: Vectors
    adam: LazyAdam
    steps: int = 0
    log_scale: float = float(np.log(_FIRST_SCALE))
    scale_moments: NDArray[np.float64] = field(default_factory=lambda: np.zeros(2))
    """Adam's two moments of the scale's logarithm."""


def take_step(
    state: State,
    batch: Batch,
    rate: float,
    share_left: float,
    margin: float,
    bits: int | None = None,
    largest: float = 60.0,
) -> float:
    """Move `state` against the gradient of `batch`; returns the batch's mean loss in nats.

    `rate` is the table's learning rate now; the scale's decays with `share_left` of the training.
    With `bits`, the loss is that of the table rounded to so many, and its gradient moves the table
    itself (the straight-through estimator; Bengio et al. 2013, arXiv:1308.3432). The scale of
    cosines never grows above `largest`.
    """
    texts = len(batch.ja)
    flat = np.concatenate([batch.ja.rows, batch.en.rows])
    starts = np.concatenate([batch.ja.starts, batch.en.starts[1:] + len(batch.ja.rows)])
    rows, places = np.unique(flat, return_inverse=True)
    counts = csr_matrix(
        (np.ones(len(flat), np.float32), places.astype(np.int32), starts.astype(np.int32)),
        shape=(2 * texts, len(rows)),
    )
    used = np.concatenate(_in_parts(len(rows), lambda part: _seen(state.table, rows[part], bits)))
    vectors = np.concatenate(_in_parts(2 * texts, lambda part: counts[part] @ used))
    result = contrast(
        vectors[:texts], vectors[texts:], float(np.exp(state.log_scale)), batch.same, margin
    )
    over = np.concatenate([result.ja, result.en])
    owners = counts.T.tocsr()
    state.steps += 1
    _in_parts(
        len(rows),
        lambda part: state.adam.step(state.table, rows[part], owners[part] @ over, rate),
    )
    _step_scale(state, result.log_scale, _SCALE_RATE * share_left, largest)
    return result.loss


def _seen(table: Vectors, rows: NDArray[np.int64], bits: int | None) -> Vectors:
    used: Vectors = table[rows]
    return rounded(used, bits) if bits else used


def _in_parts(size: int, work: Callable[[slice], _Made]) -> list[_Made]:
    """What `work` makes of `size` rows, in order, some of them in each thread.

    NumPy and SciPy let go of the interpreter while they compute.
    """
    cuts = [size * part // _PARTS for part in range(_PARTS + 1)]
    return list(_pool.map(work, map(slice, cuts, cuts[1:])))


def _step_scale(state: State, gradient: float, rate: float, largest: float) -> None:
    """Adam for one number."""
    moments = state.scale_moments
    moments *= (0.9, 0.999)
    moments += (0.1 * gradient, 0.001 * gradient**2)
    mean = moments[0] / (1 - 0.9**state.steps)
    square = moments[1] / (1 - 0.999**state.steps)
    state.log_scale -= rate * mean / (np.sqrt(square) + 1e-8)
    state.log_scale = float(min(state.log_scale, np.log(largest)))
