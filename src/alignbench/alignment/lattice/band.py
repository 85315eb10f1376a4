"""A band of the lattice of all alignments.

Node (i, j) means that i Japanese and j English segments are behind us; a bead of shape (a, b)
leads from (i - a, j - b) to (i, j). Diagonal k holds the nodes with i + j = k. A band keeps
`width` neighbouring nodes of each diagonal, so its cost is the same along an omitted chapter as
along a literal passage.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints

Shapes = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Band:
    """The nodes kept of B lattices over K diagonals.

    `starts` (B, K) is the smallest i kept on each diagonal; it grows by 0 or 1 from one to the
    next. `ends` (B, 2) are the lattices' last nodes (i, j); diagonals beyond are padding.
    """

    starts: Ints
    ends: Ints
    width: int

    def nodes(self) -> tuple[Ints, Ints]:
        """The i and the j of every node kept, each of shape (B, K, width)."""
        ja = self.starts[:, :, None] + np.arange(self.width)
        return ja, np.arange(self.starts.shape[1])[None, :, None] - ja

    def inside(self) -> NDArray[np.bool_]:
        """Which nodes kept exist in their lattice, of shape (B, K, width)."""
        ja, en = self.nodes()
        ends = self.ends[:, None, None, :]
        return (ja >= 0) & (en >= 0) & (ja <= ends[..., 0]) & (en <= ends[..., 1])
