"""Moved sentences and swapped paragraphs."""

from dataclasses import replace

import numpy as np
import pytest

from alignbench.alignment import SideInput, align
from alignbench.domain.links import Bead, Constraints
from tests.alignment.examples import document, pairs, spans


def reordered(side: SideInput, order: list[int]) -> SideInput:
    """A side with its segments in another order; spans are made anew."""
    vectors = np.asarray(side.vectors[0][order], dtype=np.float64)
    return replace(side, vectors=spans(vectors), lengths=side.lengths[order])


def test_a_moved_sentence_is_linked_across_the_others() -> None:
    ja, en, _ = document([(1, 1)] * 30, seed=1, noise=0.3)
    order = [at for at in range(30) if at != 5]
    order.insert(20, 5)
    found = align(ja, reordered(en, order))
    assert pairs(found.beads) == {((at,), (order.index(at),)) for at in range(30)}


def test_swapped_paragraphs_are_linked_across_each_other() -> None:
    ja, en, _ = document([(1, 1)] * 40, seed=2, noise=0.3)
    order = [*range(10), *range(18, 26), *range(10, 18), *range(26, 40)]
    found = align(ja, reordered(en, order))
    assert pairs(found.beads) == {((at,), (order.index(at),)) for at in range(40)}
    assert sorted(at for bead in found.beads for at in bead.en) == list(range(40))


@pytest.mark.parametrize("seed", range(4))
def test_left_out_sentences_are_not_linked_to_added_ones(seed: int) -> None:
    plan = [(1, 1)] * 5 + [(1, 0)] + [(1, 1)] * 5 + [(0, 1)]
    ja, en, gold = document(plan * 5, seed=seed, noise=0.5)
    found = align(ja, en)
    nulls = {pair for pair in pairs(gold) if not pair[0] or not pair[1]}
    assert nulls <= pairs(found.beads)


def test_a_rejected_crossing_link_does_not_come_back() -> None:
    ja, en, _ = document([(1, 1)] * 30, seed=1, noise=0.3)
    order = [at for at in range(30) if at != 5]
    order.insert(20, 5)
    moved = Bead((5,), (20,))
    found = align(ja, reordered(en, order), Constraints(forbidden=(moved,)))
    assert ((5,), (20,)) not in pairs(found.beads)
