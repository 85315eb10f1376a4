"""Bands of lattices swept by diagonals: posteriors and the best path.

Several lattices of one width are swept together, one array operation a diagonal for all of them.
"""

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.lattice.band import Band, Shapes

_LOWEST = -1e30
"""Stands for -inf where something is taken from it."""


class Sweep:
    """Passes over one band with one set of bead shapes.

    Scores have the shape (B, K, T, width): the log weight of the bead of shape t that arrives at
    a node, -inf where there is none.
    """

    def __init__(self, band: Band, shapes: Shapes) -> None:
        self.band = band
        self.shapes = np.array(shapes, dtype=np.int64)
        self.sizes = self.shapes.sum(axis=1)
        self.count, self.diagonals = band.starts.shape
        self.margin = int(self.shapes.max())
        self.front = int(self.sizes.max())
        self.padded = band.width + 2 * self.margin
        self._columns = np.arange(band.width)

    def _sources(self) -> Ints:
        """Flat index of where each shape comes from, for column 0; (K, B, T)."""
        before = np.arange(self.diagonals)[:, None] - self.sizes
        starts = self.band.starts.T
        shift = starts[:, :, None] - starts[np.maximum(before, 0)].transpose(0, 2, 1)
        shift = np.clip(shift - self.shapes[:, 0], -self.margin, self.margin)
        lattice = np.arange(self.count)[None, :, None]
        row = (before[:, None, :] + self.front) * self.count + lattice
        return np.asarray(row * self.padded + self.margin + shift)

    def _targets(self) -> Ints:
        """Flat index of where each shape leads to, for column 0; (K, B, T)."""
        after = np.arange(self.diagonals)[:, None] + self.sizes
        starts = self.band.starts.T
        shift = starts[:, :, None] - starts[np.minimum(after, self.diagonals - 1)].transpose(
            0, 2, 1
        )
        shift = np.clip(shift + self.shapes[:, 0], -self.margin, self.margin)
        lattice = np.arange(self.count)[None, :, None]
        row = (after[:, None, :] * self.count + lattice) * len(self.shapes)
        return np.asarray((row + np.arange(len(self.shapes))) * self.padded + self.margin + shift)

    def _ends(self) -> tuple[Ints, Ints]:
        """Diagonal and column of each lattice's last node."""
        last = self.band.ends.sum(axis=1)
        return last, self.band.ends[:, 0] - self.band.starts[np.arange(self.count), last]

    def posteriors(self, scores: Floats) -> tuple[Floats, Floats]:
        """Probability of every bead, shaped like `scores`, and each lattice's log total (B,)."""
        with np.errstate(invalid="ignore", divide="ignore"):
            arrivals = self._forward(scores)
            onward, totals = self._backward(scores)
            arrivals += onward[:, :, None, :]
            arrivals -= totals[:, None, None, None]
        return np.exp(arrivals, out=arrivals), totals

    def _forward(self, scores: Floats) -> Floats:
        """Log weight of all paths whose last step is each bead, shaped like `scores`."""
        sources = self._sources()
        shape = (self.front + self.diagonals, self.count, self.padded)
        nodes = np.full(shape, -np.inf, dtype=scores.dtype)
        inner = slice(self.margin, self.margin + self.band.width)
        nodes[self.front, np.arange(self.count), self.margin - self.band.starts[:, 0]] = 0.0
        arrivals = np.empty_like(scores)
        arrivals[:, 0] = -np.inf
        for k in range(1, self.diagonals):
            into = nodes.take(sources[k][:, :, None] + self._columns)
            into += scores[:, k]
            arrivals[:, k] = into
            nodes[self.front + k, :, inner] = log_sum(into)
        return arrivals

    def _backward(self, scores: Floats) -> tuple[Floats, Floats]:
        """Log weight of all paths from each node to the end (B, K, width), and from the first."""
        targets = self._targets()
        shape = (self.diagonals + self.front, self.count, len(self.shapes), self.padded)
        ahead = np.full(shape, -np.inf, dtype=scores.dtype)
        inner = slice(self.margin, self.margin + self.band.width)
        onward = np.empty((self.count, self.diagonals, self.band.width), dtype=scores.dtype)
        last, column = self._ends()
        for k in range(self.diagonals - 1, -1, -1):
            out = log_sum(ahead.take(targets[k][:, :, None] + self._columns))
            done = last == k
            out[done, column[done]] = 0.0
            onward[:, k] = out
            ahead[k, :, :, inner] = out[:, None, :] + scores[:, k]
        return onward, onward[np.arange(self.count), 0, -self.band.starts[:, 0]]

    def best(self, gains: Floats) -> list[Ints]:
        """The path of greatest summed gain in each lattice: (beads, 3), each one's i, j, shape."""
        sources = self._sources()
        shape = (self.front + self.diagonals, self.count, self.padded)
        nodes = np.full(shape, -np.inf, dtype=gains.dtype)
        inner = slice(self.margin, self.margin + self.band.width)
        nodes[self.front, np.arange(self.count), self.margin - self.band.starts[:, 0]] = 0.0
        chosen = np.zeros((self.diagonals, self.count, self.band.width), dtype=np.int8)
        for k in range(1, self.diagonals):
            into = nodes.take(sources[k][:, :, None] + self._columns)
            into += gains[:, k]
            chosen[k] = into.argmax(axis=1)
            nodes[self.front + k, :, inner] = into.max(axis=1)
        return self._walk_back(chosen)

    def _walk_back(self, chosen: NDArray[np.int8]) -> list[Ints]:
        """Each path from its last node."""
        shapes: list[list[int]] = self.shapes.tolist()
        width, count = self.band.width, self.count
        steps = chosen.tobytes()
        found: list[Ints] = []
        for item, (starts, (ja, en)) in enumerate(
            zip(self.band.starts.tolist(), self.band.ends.tolist(), strict=True)
        ):
            path = []
            while ja or en:
                diagonal = ja + en
                column = min(max(ja - starts[diagonal], 0), width - 1)
                shape = steps[(diagonal * count + item) * width + column]
                path.append((ja, en, shape))
                ja, en = ja - shapes[shape][0], en - shapes[shape][1]
                if ja < 0 or en < 0:
                    raise ValueError("There is no path through this lattice.")
            found.append(np.array(path[::-1], dtype=np.int64).reshape(-1, 3))
        return found


def log_sum(values: Floats) -> Floats:
    """Log Σ exp over the second axis; -inf where all are (silence NumPy's warning outside)."""
    top = values.max(axis=1)
    np.maximum(top, _LOWEST, out=top)
    away = values - top[:, None]
    total = np.exp(away, out=away).sum(axis=1)
    np.log(total, out=total)
    total += top
    return np.asarray(total)
