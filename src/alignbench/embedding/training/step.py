"""One step of training: a batch in, a slightly better table out."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.rounding import rounded
from alignbench.embedding.training.adam import LazyAdam
from alignbench.embedding.training.objective import contrast
from alignbench.embedding.training.sampling import Batch

_FIRST_SCALE, _LARGEST_SCALE = 15.0, 60.0
_SCALE_RATE = 0.01


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
) -> float:
    """Move `state` against the gradient of `batch`; returns the batch's mean loss in nats.

    `rate` is the table's learning rate now; the scale's decays with `share_left` of the training.
    With `bits`, the loss is that of the table rounded to so many, and its gradient moves the table
    itself (the straight-through estimator; Bengio et al. 2013, arXiv:1308.3432).
    """
    texts = len(batch.ja)
    flat = np.concatenate([batch.ja.rows, batch.en.rows])
    starts = np.concatenate([batch.ja.starts, batch.en.starts[1:] + len(batch.ja.rows)])
    rows, places = np.unique(flat, return_inverse=True)
    counts = csr_matrix(
        (np.ones(len(flat), np.float32), places.astype(np.int32), starts.astype(np.int32)),
        shape=(2 * texts, len(rows)),
    )
    used = state.table[rows]
    vectors = counts @ (rounded(used, bits) if bits else used)
    result = contrast(
        vectors[:texts], vectors[texts:], float(np.exp(state.log_scale)), batch.same, margin
    )
    gradient = counts.T.tocsr() @ np.concatenate([result.ja, result.en])
    state.steps += 1
    state.adam.step(state.table, rows, gradient, rate)
    _step_scale(state, result.log_scale, _SCALE_RATE * share_left)
    return result.loss


def _step_scale(state: State, gradient: float, rate: float) -> None:
    """Adam for one number."""
    moments = state.scale_moments
    moments *= (0.9, 0.999)
    moments += (0.1 * gradient, 0.001 * gradient**2)
    mean = moments[0] / (1 - 0.9**state.steps)
    square = moments[1] / (1 - 0.999**state.steps)
    state.log_scale -= rate * mean / (np.sqrt(square) + 1e-8)
    state.log_scale = float(min(state.log_scale, np.log(_LARGEST_SCALE)))
