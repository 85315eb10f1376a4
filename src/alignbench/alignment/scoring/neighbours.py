"""Features that compare a bead with its neighbours: is each end nearer to it than to what follows?

A cosine of long spans hardly moves when a short tail is added. So each end of a group is asked on
its own: how alike is it to the whole of the other side, and how alike to the segment just outside?
With words given the same is asked of what is said where.
"""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.lattice.document_band import KEPT
from alignbench.alignment.lattice.seen_nodes import SeenNodes, padded

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
Lookup = Callable[[Shape], Float32]


def inner_nodes(shape: Shape) -> Iterator[tuple[int, int]]:
    """Where a group could be cut in two links: nodes inside it, counted from its last."""
    return ((p - shape[0], q - shape[1]) for p in range(1, shape[0]) for q in range(1, shape[1]))


class Neighbourhood:
    """Values of beads of a whole band, one array a shape, seen from some of its nodes and kept."""

    def __init__(self, seen: SeenNodes, values: Lookup, missing: float) -> None:
        self._nodes, self._values, self._missing = seen, values, missing
        self._whole: dict[Shape, Float32] = {}
        self._seen: dict[tuple[Shape, int, int], Float32] = {}

    def at(self, shape: Shape, ja: int, en: int) -> Float32:
        """The bead of `shape` that ends `ja` and `en` segments further on."""
        key = shape, ja, en
        found = self._seen.get(key)
        if found is None:
            found = self._of_band(shape).take(self._nodes.there(ja, en))
            if found.size <= KEPT:
                self._seen[key] = found
        return found

    def at_or(self, shape: Shape, ja: int, en: int, missing: float) -> Float32:
        """What `at` gives, with `missing` where there is no such node."""
        whole = self._of_band(shape)
        whole[-1] = missing
        found = whole.take(self._nodes.there(ja, en))
        whole[-1] = self._missing
        return found

    def _of_band(self, shape: Shape) -> Float32:
        """The values of all beads of a shape in one row, and what stands for missing ones."""
        found = self._whole.get(shape)
        if found is None:
            found = self._whole[shape] = padded(self._values(shape), self._missing)
        return found

    def beside(self, shape: Shape) -> Float32:
        """Mean value of each side with the four segments just outside the other."""
        a, b = shape
        return np.asarray(
            (
                self.at((a, 1), 0, 1)
                + self.at((a, 1), 0, -b)
                + self.at((1, b), 1, 0)
                + self.at((1, b), -a, 0)
            )
            / np.float32(4.0)
        )

    def ends_ja(self, shape: Shape) -> Iterator[tuple[Float32, Float32]]:
        """Of the first and the last Japanese segment: value with the English side, and outside."""
        a, b = shape
        yield self.at((1, b), 1 - a, 0), self.at((1, 1), 1 - a, -b)
        yield self.at((1, b), 0, 0), self.at((1, 1), 0, 1)

    def ends_en(self, shape: Shape) -> Iterator[tuple[Float32, Float32]]:
        """Of the first and the last English segment: value with the Japanese side, and outside."""
        a, b = shape
        yield self.at((a, 1), 0, 1 - b), self.at((1, 1), -a, 1 - b)
        yield self.at((a, 1), 0, 0), self.at((1, 1), 1, 0)

    def loosest_end(self, shape: Shape) -> Float32:
        """By how much the end that fits least is nearer to its own bead than to the outside."""
        ends = list(self.ends_ja(shape)) if shape[0] > 1 else []
        ends += list(self.ends_en(shape)) if shape[1] > 1 else []
        margins = [own - outside for own, outside in ends]
        return np.asarray(np.minimum.reduce(margins))

    def parted(self, shape: Shape) -> Float32:
        """The mean value of the two links that a group would best be cut in."""
        a, b = shape
        halves = [
            self.at((a + ja, b + en), ja, en) + self.at((-ja, -en), 0, 0)
            for ja, en in inner_nodes(shape)
        ]
        return np.asarray(np.maximum.reduce(halves) / np.float32(2.0))

    def touching(self, shape: Shape) -> Float32:
        """The greatest value of a null segment with the segments between which it stands."""
        ja, en = shape
        return np.maximum(self.at((1, 1), 0, 0), self.at((1, 1), en and 1, ja and 1))

    def absorbed(self, shape: Shape) -> Float32:
        """What the link before or after a null segment gains by taking it in, at best."""
        gains = []
        for a, b in ((1, 1), (1, 2), (2, 1)):
            grown = (a + 1, b) if shape[0] else (a, b + 1)
            back = (-1, 0) if shape[0] else (0, -1)
            gains.append(self.at(grown, 0, 0) - self.at((a, b), *back))
            ahead_ja, ahead_en = a, b
            gains.append(self.at((grown), ahead_ja, ahead_en) - self.at((a, b), a, b))
        return np.asarray(np.maximum.reduce(gains))
