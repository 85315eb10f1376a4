"""Adam that touches only the rows a batch used."""

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors

_BETA1, _BETA2, _EPSILON = 0.9, 0.99, 1e-6
_AT_ONCE = 256


class LazyAdam:
    """Adam (Kingma and Ba 2015, arXiv:1412.6980) with moments and step counts kept for each row.

    A row that a batch lacks stays as it is, moments included: most rows are rare words, and a
    dense step would move them on by memory of their last gradient.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self.mean: Vectors = np.zeros(shape, dtype=np.float32)
        self.square: Vectors = np.zeros(shape, dtype=np.float32)
        self.steps: NDArray[np.int32] = np.zeros(shape[0], dtype=np.int32)

    def step(self, table: Vectors, rows: NDArray[np.int64], gradient: Vectors, rate: float) -> None:
        """Move `table[rows]`, distinct rows, against `gradient` at learning rate `rate`, in place.

        `gradient` is overwritten. A few rows at a time, which stay in the processor's cache.
        """
        for at in range(0, len(rows), _AT_ONCE):
            few = slice(at, at + _AT_ONCE)
            self._step(table, rows[few], gradient[few], rate)

    def _step(
        self, table: Vectors, rows: NDArray[np.int64], gradient: Vectors, rate: float
    ) -> None:
        self.steps[rows] += 1
        steps = self.steps[rows].astype(np.float32)[:, None]
        mean = self.mean[rows]
        mean *= _BETA1
        mean += (1 - _BETA1) * gradient
        self.mean[rows] = mean
        square = self.square[rows]
        square *= _BETA2
        np.multiply(gradient, gradient, out=gradient)
        gradient *= 1 - _BETA2
        square += gradient
        self.square[rows] = square
        square /= 1 - _BETA2**steps
        np.sqrt(square, out=square)
        square += _EPSILON
        mean /= square
        mean *= rate / (1 - _BETA1**steps)
        table[rows] -= mean
