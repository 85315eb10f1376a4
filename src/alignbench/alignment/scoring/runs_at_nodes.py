"""What is known of the runs of segments that end at the nodes of a band."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.lattice.document_band import KEPT
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.domain.text import Side


class RunsAtNodes:
    """Values of runs of one side, read at the nodes of a band: each (B, K, W)."""

    def __init__(self, statistics: DocumentStatistics, ja: Ints, en: Ints) -> None:
        """`ja` and `en` (B, K, W): how many segments of either side lie before each node."""
        self._statistics = statistics
        self.ja = np.clip(ja, 0, statistics.ja.size)
        self.en = np.clip(en, 0, statistics.en.size)
        self._seen: dict[tuple[Side, str, int], NDArray[Any]] = {}

    def of(self, side: Side, what: str, count: int) -> NDArray[Any]:
        """`what` of the `count` segments of a side before each node (`SideStatistics.of_runs`)."""
        found = self._seen.get((side, what, count))
        if found is None:
            ja = side == "ja"
            known = (self._statistics.ja if ja else self._statistics.en).of_runs(what, count)
            found = known.take(self.ja if ja else self.en)
            if found.size <= KEPT:
                self._seen[side, what, count] = found
        return found

    def forget(self) -> None:
        """Let go what was read."""
        self._seen.clear()
