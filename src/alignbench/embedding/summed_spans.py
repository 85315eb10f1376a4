"""Span vectors of a long text, made where they are asked for."""

from typing import overload

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors

_SHORTEST = 1e-6
"""Length from which on a vector has a direction."""

Rows = slice | NDArray[np.integer]


class SummedSpans:
    """What `span_vectors` gives for an additive encoder, up to rounding, without holding it.

    `spans[k - 1]` stands for all spans of k segments and may be asked for a row, a slice of rows
    or an array of row numbers. Held are the segments' own vectors, as they are summed, and the
    lengths of all sums: `summands` (n, dimension), `lengths` (max_span, n), 0 for spans that run
    past the end or have no direction.
    """

    def __init__(self, vectors: Vectors, max_span: int) -> None:
        """`vectors`: of the single segments, float32, shape (n, dimension)."""
        self.summands = vectors
        self.shape = (max_span, *vectors.shape)
        self.lengths = _lengths(vectors, max_span)

    @property
    def ndim(self) -> int:
        """Three, as an array's of this shape."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """How many numbers an array of this shape has."""
        return int(np.prod(self.shape))

    def __len__(self) -> int:
        return int(self.shape[0])

    def __getitem__(self, index: int) -> "Layer":
        if not 0 <= index < len(self):
            raise IndexError(index)
        return Layer(self, index)

    def rows(self, layer: int, start: int, stop: int) -> Vectors:
        """Rows `start` up to `stop` of the spans of `layer` + 1 segments."""
        rows = max(min(stop, self.shape[1]) - start, 0)
        made = np.zeros((rows, self.shape[2]), dtype=np.float32)
        for k in range(layer + 1):
            some = self.summands[start + k : start + k + rows]
            made[: len(some)] += some
        return _directed(made, self.lengths[layer, start : start + rows])

    def taken(self, layer: int, rows: NDArray[np.integer]) -> Vectors:
        """The spans of `layer` + 1 segments that begin at each of `rows`."""
        made = np.zeros((len(rows), self.shape[2]), dtype=np.float32)
        for k in range(layer + 1):
            within = np.flatnonzero(rows + k < self.shape[1])
            made[within] += self.summands[rows[within] + k]
        return _directed(made, self.lengths[layer, rows])


def _directed(sums: Vectors, lengths: NDArray[np.float32]) -> Vectors:
    """Sums at unit length, in place; zeros where a sum has no direction."""
    sums *= (lengths > 0)[:, None]
    sums /= np.where(lengths > 0, lengths, np.float32(1.0))[:, None]
    return sums


def _lengths(vectors: Vectors, max_span: int) -> NDArray[np.float32]:
    """Of the sums of 1 to `max_span` vectors from each place on, 0 past the end: (max_span, n).

    A sum that is longer by a vector has that one's square more, and twice its products.
    """
    count = len(vectors)
    found = np.zeros((max_span, count), dtype=np.float32)
    squares = np.zeros(count)
    for size in range(1, min(max_span, count) + 1):
        last = size - 1
        squares = squares[: count - last] + _products(vectors, 0)[last:]
        for away in range(1, size):
            squares += 2.0 * _products(vectors, away)[last - away :]
        lengths = np.sqrt(np.maximum(squares, 0.0))
        found[last, : count - last] = np.where(lengths > _SHORTEST, lengths, 0.0)
    return found


def _products(vectors: Vectors, away: int) -> NDArray[np.float64]:
    """Of each vector with the one `away` places further on."""
    products = np.einsum("nd,nd->n", vectors[: len(vectors) - away], vectors[away:])
    return np.asarray(products, dtype=np.float64)


class Layer:
    """The spans of one length, by rows."""

    def __init__(self, spans: SummedSpans, index: int) -> None:
        self._spans = spans
        self._index = index
        self.shape = spans.shape[1:]

    def __len__(self) -> int:
        return int(self.shape[0])

    @overload
    def __getitem__(self, rows: Rows) -> Vectors: ...
    @overload
    def __getitem__(self, rows: int) -> NDArray[np.float32]: ...

    def __getitem__(self, rows: Rows | int) -> NDArray[np.float32]:
        if isinstance(rows, slice):
            start, stop, step = rows.indices(len(self))
            return self._spans.rows(self._index, start, max(start, stop))[::step]
        if isinstance(rows, int):
            return np.asarray(self._spans.rows(self._index, rows, rows + 1)[0])
        return self._spans.taken(self._index, rows)
