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

    Both are of shape (segments, boundaries of the other side): `last` the weight of the best run
    of words up to a segment's last one that is said by the segment after the boundary rather
    than the two before it; `first` that of the best run from its first word on that is said by
    the segment before the boundary rather than the two after it.
    """

    last: Float32
    first: Float32


def ends(best: Float32, starts: Ints) -> Ends:
    """Of weighed words, how far each segment of the other side says them: (words, segments).

    `starts` (segments,) is the first word of each segment; none is empty.
    """
    words, segments = best.shape
    if not words or not len(starts):
        none = np.zeros((len(starts), segments + 1), dtype=np.float32)
        return Ends(none, none)
    padded = np.zeros((words, segments + 4), dtype=np.float32)
    padded[:, 2:-2] = best
    before, after = padded[:, 1:-2], padded[:, 2:-1]
    over = after - np.maximum(before, padded[:, :-3])
    back = before - np.maximum(after, padded[:, 3:])
    stops = np.append(starts[1:], words)
    sums = np.zeros((words + 1, segments + 1), dtype=np.float32)
    np.cumsum(over, axis=0, out=sums[1:])
    last = sums[stops] - np.minimum.reduceat(sums[:-1], starts, axis=0)
    np.cumsum(back, axis=0, out=sums[1:])
    first = np.maximum.reduceat(sums[1:], starts, axis=0) - sums[starts]
    return Ends(np.maximum(last, 0), np.maximum(first, 0))


def at_nodes(ja: Ends, en: Ends) -> tuple[Float32, Float32]:
    """What straddles each node of a block: of n and m segments, (n + 1, m + 1) each.

    First what both sides agree on: the geometric mean of what the two halves of a clause weigh,
    of the heavier of the two ways over. Then the sum of all that is better said across.
    """
    shape = len(ja.last) + 1, len(en.last) + 1
    ways = np.zeros((2, 2, *shape), dtype=np.float32)
    ways[0, 0, 1:] = ja.last
    ways[0, 1, :, :-1] = en.first.T
    ways[1, 0, :, 1:] = en.last.T
    ways[1, 1, :-1] = ja.first
    agreed = np.sqrt(ways[:, 0] * ways[:, 1]).max(axis=0)
    return agreed, ways.sum(axis=(0, 1))
