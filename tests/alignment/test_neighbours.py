"""Beads compared with what stands beside them."""

import numpy as np

from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.neighbours import Neighbourhood
from alignbench.alignment.search.chunks import batch_bands, cut, stepwise
from tests.alignment.examples import Shape

SIZE = 4


def neighbourhood(table: np.ndarray) -> tuple[Neighbourhood, np.ndarray, np.ndarray]:
    """All nodes of a document whose beads' values are means over pairs of segments."""
    path = stepwise(np.arange(2 * SIZE + 1) // 2, SIZE, SIZE)
    band = batch_bands([cut(path, 0, 2 * SIZE)], SIZE + 1)
    ja, en = band.places()

    def values(shape: Shape) -> np.ndarray:
        a, b = shape
        out = np.zeros(ja.shape, dtype=np.float32)
        for at in np.argwhere((ja >= a) & (en >= b) & (ja <= SIZE) & (en <= SIZE)):
            i, j = int(ja[tuple(at)]), int(en[tuple(at)])
            out[tuple(at)] = table[i - a : i, j - b : j].mean()
        return out

    return Neighbourhood(SeenNodes.all_of(band), values, 0.0), ja, en


def test_a_link_stands_out_from_what_is_beside_it() -> None:
    near, ja, en = neighbourhood(np.eye(SIZE))
    here = (ja == 2) & (en == 2)
    assert near.at((1, 1), 0, 0)[here] == 1.0
    assert near.beside((1, 1))[here] == 0.0
    assert near.at((1, 1), 1, 1)[here] == 1.0


def test_the_end_that_belongs_elsewhere_is_seen() -> None:
    table = np.eye(SIZE)
    table[1] = [1.0, 0.0, 0.0, 0.0]  # the second Japanese segment goes with the first English one
    near, ja, en = neighbourhood(table)
    right = near.loosest_end((2, 1))[(ja == 2) & (en == 1)]
    wrong = near.loosest_end((2, 1))[(ja == 3) & (en == 2)]
    assert right == 1.0
    assert wrong < 0.0


def test_a_null_segment_knows_what_it_touches_and_what_takes_it_in() -> None:
    table = np.eye(SIZE)
    table[1] = [1.0, 0.0, 0.0, 0.0]
    near, ja, en = neighbourhood(table)
    here = (ja == 2) & (en == 1)
    assert near.touching((1, 0))[here] == 1.0
    assert near.absorbed((1, 0))[here] == 0.0  # the link before it stays as alike as it was


def test_a_group_is_compared_with_the_links_it_would_best_be_cut_in() -> None:
    near, ja, en = neighbourhood(np.diag([1.0, 0.5, 0.25, 0.0]))
    here = (ja == 2) & (en == 2)
    assert near.parted((2, 2))[here][0] == 0.75
