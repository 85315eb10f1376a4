"""Span vectors of a very long text, made in blocks where they are asked for."""

from functools import lru_cache
from typing import overload

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised

BLOCK = 128
"""Segments whose spans are made together."""
KEPT = 16
"""Blocks that are kept: those around the place where the aligner is."""

Rows = slice | NDArray[np.integer]


class SummedSpans:
    """What `span_vectors` gives for an additive encoder, to the bit, without holding all of it.

    `spans[k - 1]` stands for all spans of k segments and may be asked for a row, a slice of rows
    or an array of row numbers. Held are the segments' own vectors and one prefix sum a block:
    for spans of up to six segments an eighth of the whole, in float32.
    """

    def __init__(self, vectors: Vectors, max_span: int) -> None:
        """`vectors`: of the single segments, float32, shape (n, dimension)."""
        self._vectors = vectors
        count, dimension = vectors.shape
        self.shape = (max_span, count, dimension)
        self._prefixes = np.zeros((count // BLOCK + 1, dimension))
        for at in range(1, len(self._prefixes)):
            self._prefixes[at] = self._sums(at - 1, BLOCK)[-1]
        self._block_sums = lru_cache(KEPT)(lambda at: self._sums(at, BLOCK + max_span - 1))
        self._block = lru_cache(KEPT * max_span)(self._made)

    @property
    def ndim(self) -> int:
        """Three, as an array's of this shape."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """How many numbers an array of this shape has."""
        return int(np.prod(self.shape))

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: int) -> "Layer":
        if not 0 <= index < len(self):
            raise IndexError(index)
        return Layer(self, index)

    def rows(self, layer: int, start: int, stop: int) -> Vectors:
        """Rows `start` up to `stop` of the spans of `layer` + 1 segments."""
        parts = [
            self._block(block, layer)[max(start - first, 0) : stop - first]
            for block in range(start // BLOCK, -(-stop // BLOCK))
            for first in (block * BLOCK,)
        ]
        if len(parts) == 1:
            return parts[0]
        empty = np.zeros((0, self.shape[2]), dtype=np.float32)
        return np.concatenate(parts) if parts else empty

    def _sums(self, block: int, rows: int) -> NDArray[np.float64]:
        """Prefix sums from a block's start, as one running sum over the whole text has them."""
        own = self._vectors[block * BLOCK : block * BLOCK + rows]
        return np.cumsum(np.concatenate([self._prefixes[block][None], own]), axis=0)

    def _made(self, block: int, layer: int) -> Vectors:
        """The spans of `layer` + 1 segments that begin in a block: (up to BLOCK, dimension)."""
        _, count, dimension = self.shape
        rows = min(BLOCK, count - block * BLOCK)
        sums, size = self._block_sums(block), layer + 1
        made = normalised(sums[size : size + rows] - sums[:-size][:rows])
        past = np.zeros((rows - len(made), dimension), dtype=np.float32)
        return np.concatenate([made, past]) if len(past) else made


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
        made = [self._spans.rows(self._index, at, at + 1) for at in rows.tolist()]
        return np.concatenate([np.zeros((0, self.shape[1]), dtype=np.float32), *made])
