"""The nodes of a band that are weighed, seen in all of it: less is searched than is read.

What speaks for a bead is asked of what stands about it as well, so evidence is read in a band that
is wider and longer than what is searched. Only the nodes that a path may pass are weighed.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.lattice.band import Shapes
from alignbench.alignment.lattice.document_band import KEPT, Block, DocumentBand, Float32

Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class SeenNodes:
    """Nodes of a band: K diagonals of each lattice, `width` neighbouring nodes of each.

    `rows` (B, K) are their diagonals in the band, `starts` (B, K) the smallest i on each. Where a
    diagonal is met twice, its first nodes count. `bounds` (B, 2, 2) are of each lattice the first
    and the last node (i, j) between which beads lie: of others nothing need be known.
    """

    band: DocumentBand
    rows: Ints
    starts: Ints
    width: int
    bounds: Ints
    _kept: dict[tuple[int, int], Places] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _owners: list[Places] = field(default_factory=list, init=False, repr=False, compare=False)

    @classmethod
    def all_of(cls, band: DocumentBand) -> "SeenNodes":
        """Every node of a band."""
        starts = band.lattices.starts
        rows = np.broadcast_to(np.arange(starts.shape[1]), starts.shape)
        bounds = np.stack([np.zeros_like(band.lattices.ends), band.lattices.ends], axis=1)
        return cls(band, rows, starts, band.lattices.width, bounds)

    def nodes(self) -> tuple[Ints, Ints]:
        """The i and the j of every node, as the band counts them: (B, K, W)."""
        ja = self.starts[:, :, None] + np.arange(self.width)
        return ja, self.rows[:, :, None] - ja

    def places(self) -> tuple[Ints, Ints]:
        """How many Japanese and English segments of the document lie before each node."""
        ja, en = self.nodes()
        origins = self.band.origins
        return ja + origins[:, :1, None], en + origins[:, 1:, None]

    def inside(self) -> NDArray[np.bool_]:
        """Which nodes exist in their lattice: (B, K, W)."""
        ja, en = self.nodes()
        ends = self.band.lattices.ends[:, None, None, :]
        return (ja >= 0) & (en >= 0) & (ja <= ends[..., 0]) & (en <= ends[..., 1])

    def empty(self, shapes: Shapes) -> Float32:
        """Zeros for the beads of each shape: (T, B, K, W)."""
        return np.zeros((len(shapes), *self.starts.shape, self.width), dtype=np.float32)

    def look(self, values: NDArray[Any], missing: float) -> NDArray[Any]:
        """Of `values` of the whole band (B, K, W) those of these nodes."""
        return padded(values, missing).take(self.there(0, 0))

    def there(self, ja: int, en: int) -> Places:
        """Flat index in the band of the node `ja`, `en` further on; where none is, one too many."""
        found = self._kept.get((ja, en))
        if found is None:
            found = self._where(ja, en)
            if found.size <= KEPT:
                self._kept[ja, en] = found
        return found

    def _where(self, ja: int, en: int) -> Places:
        starts, width = self.band.lattices.starts, self.band.lattices.width
        count, diagonals = starts.shape
        away = self.rows + (ja + en)
        known = (away >= 0) & (away < diagonals)
        away = np.clip(away, 0, diagonals - 1)
        lattice = np.arange(count)[:, None]
        first = np.where(known, self.starts + ja - starts[lattice, away], width).astype(np.int32)
        row = ((lattice * diagonals + away) * width + first).astype(np.int32)
        columns = np.arange(self.width, dtype=np.int32)
        flat: Places = row[:, :, None] + columns
        # A negative column is a large one without a sign.
        lost = (first[:, :, None] + columns).view(np.uint32) >= width
        flat[lost] = count * diagonals * width
        return flat

    def owners(self) -> Places:
        """Which of these nodes each of the band's is, flat; -1 where it is none of them."""
        if not self._owners:
            there = self.there(0, 0).reshape(-1)
            size = self.band.lattices.starts.size * self.band.lattices.width
            owners = np.full(size + 1, -1, dtype=np.int32)
            owners[there[::-1]] = np.arange(len(there), dtype=np.int32)[::-1]
            self._owners.append(owners[:size])
        return self._owners[0]

    def kept(self, block: Block) -> tuple[Ints, Ints]:
        """Which nodes of a block are among these, row by row, and their flat index here."""
        kept, where = self.band.kept(block)
        owners = self.owners().take(where)
        own = np.flatnonzero(owners >= 0)
        return kept.take(own), owners.take(own).astype(np.int64)

    def forget(self) -> None:
        """Let go where nodes are seen from others."""
        self._kept.clear()


def padded(values: NDArray[Any], missing: float) -> NDArray[Any]:
    """`values` in one row, and behind them what stands for those that are not there."""
    flat = np.empty(values.size + 1, dtype=values.dtype)
    flat[:-1] = values.reshape(-1)
    flat[-1] = missing
    return flat
