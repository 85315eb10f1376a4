"""Clauses that straddle a cut: said before it on one side, after it on the other.

Where a translator moved a clause over the end of a sentence, each half of the pair still looks
well matched, for most of it is. So each node between two links is asked: is there an end of the
segment before it, counted from its last word, that the segment after it on the other side says
better than the segments before it do? And is the same clause the beginning of that one?
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints

Float32 = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ends:
    """What words at the ends of one side's segments are better said across a boundary.

    Both are of shape (boundaries of the other side, segments): `last` the weight of the best run
    of words up to a segment's last one that is said by the segment after the boundary rather
    than the two before it; `first` that of the best run from its first word on that is said by
    the segment before the boundary rather than the two after it.
    """

    last: Float32
    first: Float32


def ends(best: Float32, starts: Ints) -> Ends:
    """Of weighed words, how far each segment of the other side says them: (segments, words).

    `starts` is the first word of each own segment, and where the last one ends; none is empty.
    """
    segments, words = best.shape
    padded = np.zeros((segments + 4, words), dtype=np.float32)
    padded[2:-2] = best
    before, after = padded[1:-2], padded[2:-1]
    firsts, stops = starts[:-1], starts[1:]
    sums = np.zeros((segments + 1, words + 1), dtype=np.float32)
    over = after - np.maximum(before, padded[:-3])
    np.cumsum(over, axis=1, out=sums[:, 1:])
    last = sums[:, stops] - np.minimum.reduceat(sums[:, :-1], firsts, axis=1)
    back = before - np.maximum(after, padded[3:])
    np.cumsum(back, axis=1, out=sums[:, 1:])
    first = np.maximum.reduceat(sums[:, 1:], firsts, axis=1) - sums[:, firsts]
    return Ends(np.maximum(last, np.float32(0)), np.maximum(first, np.float32(0)))
