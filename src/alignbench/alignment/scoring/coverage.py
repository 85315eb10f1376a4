"""Lexical coverage: how much of what one run of segments says is said by a run of the other side.

A word is said by a run to the degree in which its nearest word there is its translation; a run's
words count by their weights. Coverage is asymmetric: a short tail of a long sentence is wholly
covered by the other side's long sentence, though their vectors are little alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Words
from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.compared_blocks import ComparedBlocks, Of

Float32 = NDArray[np.float32]
Shape = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Weight of a bead's words that its other side says, by shape: each (B, K, W).

    `ja` and `en` count the words of either side at the nodes seen; `ja_beyond` and `en_beyond`
    what they would be if the other side's run were longer by a segment at both ends. `ja_of_band`
    and `en_of_band` are what `ja` and `en` are at all nodes of the band, 0 where no such bead can
    be, of beads that have one segment of the side whose words are counted. `agreed` and `across`
    tell of each node of the band what straddles it: first what both sides agree on, the geometric
    mean of what the two halves of a clause weigh, of the heavier of the two ways over; then the
    sum of all that is better said across.

    Of beads outside their bounds (see `SeenNodes.bounds`) nothing that is said here holds.
    """

    ja: Of
    en: Of
    ja_beyond: Of
    en_beyond: Of
    ja_of_band: Of
    en_of_band: Of
    agreed: Float32
    across: Float32


def coverage(seen: SeenNodes, ja: Words, en: Words, shapes: tuple[Shape, ...]) -> Coverage:
    """How far the two runs of each bead say the same."""
    compared, band = ComparedBlocks(seen, ja, en, shapes), seen.band
    links = [shape for shape in shapes if min(shape)]
    of_seen, of_band = compared.nodes(*seen.nodes()), compared.nodes(*band.lattices.nodes())
    can_be = band.lattices.inside() & np.logical_and(*(places > 0 for places in band.places()))

    def single(side: int) -> Of:
        found = compared.said(side, of_band, [shape for shape in links if shape[side] == 1])
        return {shape: values * can_be for shape, values in found.items()}

    agreed, across = compared.straddles()
    return Coverage(
        ja=compared.said(0, of_seen, links),
        en=compared.said(1, of_seen, links),
        ja_beyond=compared.said(0, of_seen, links, beyond=1),
        en_beyond=compared.said(1, of_seen, links, beyond=1),
        ja_of_band=single(0),
        en_of_band=single(1),
        agreed=agreed,
        across=across,
    )
