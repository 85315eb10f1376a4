"""Free translations and exchanged neighbours: unlinked on both sides at nearly one place."""

import numpy as np

from alignbench.alignment import SideInput, align
from alignbench.alignment.aligner import locate
from alignbench.alignment.repair.nearby_links import with_nearby_links
from alignbench.domain.links import Bead, Constraints
from alignbench.domain.text import Kind

SIZE, WIDTH = 24, 64


def vectors(seed: int = 3) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(SIZE, WIDTH))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def side(single: np.ndarray, kinds: tuple[Kind, ...] = ()) -> SideInput:
    """Spans of one and two segments, and no more."""
    double = np.zeros_like(single)
    double[:-1] = single[:-1] + single[1:]
    double[:-1] /= np.linalg.norm(double[:-1], axis=1, keepdims=True)
    many = len(single)
    return SideInput(
        np.stack([single, double]), np.full(many, 40), np.zeros(many, dtype=np.int64), kinds
    )


def mixed(base: np.ndarray, share: float, seed: int) -> np.ndarray:
    """Vectors whose cosine with `base` is about `share`."""
    noise = np.random.default_rng(seed).normal(size=base.shape)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    found = share * base + np.sqrt(1 - share**2) * noise
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def pairs(ja: SideInput, en: SideInput) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.ja, bead.en) for bead in align(ja, en).beads}


def path(*middle: Bead) -> list[Bead]:
    """Links one to one, but for segments 10 and 11 of either side."""
    before, after = range(10), range(12, SIZE)
    return [
        *(Bead((at,), (at,)) for at in before), *middle, *(Bead((at,), (at,)) for at in after)
    ]  # fmt: skip


def test_neighbours_that_changed_places_are_both_linked() -> None:
    ja = vectors()
    en = mixed(ja, 0.7, 5)
    en[[10, 11]] = en[[11, 10]]
    problem = locate(side(ja), side(en))[0]
    found = with_nearby_links(problem, path(Bead((10,), ()), Bead((11,), (10,)), Bead((), (11,))))
    assert ((10,), (11,)) in {(bead.ja, bead.en) for bead in found}


def test_a_free_translation_is_linked() -> None:
    ja = vectors()
    en = mixed(ja, 0.7, 5)
    en[10] = mixed(ja[10:11], 0.35, 6)[0]
    problem = locate(side(ja), side(en))[0]
    found = with_nearby_links(problem, path(Bead((10,), ()), Bead((), (10,)), Bead((11,), (11,))))
    assert ((10,), (10,)) in {(bead.ja, bead.en) for bead in found}


def test_what_people_rejected_is_not_joined_again() -> None:
    ja = vectors()
    en = mixed(ja, 0.7, 5)
    rejected = Constraints(forbidden=[Bead((10,), (10,))])
    found = {(bead.ja, bead.en) for bead in align(side(ja), side(en), rejected).beads}
    assert ((10,), (10,)) not in found


def test_what_has_nothing_in_common_stays_left_out_and_added() -> None:
    ja = vectors()
    en = mixed(ja, 0.7, 5)
    en[10] = -ja[10]
    problem = locate(side(ja), side(en))[0]
    beads = path(Bead((10,), ()), Bead((), (10,)), Bead((11,), (11,)))
    assert sorted(with_nearby_links(problem, beads), key=str) == sorted(beads, key=str)


def test_running_heads_are_never_linked_however_alike() -> None:
    ja = vectors()
    en = mixed(ja, 0.75, 5)
    kinds = tuple(Kind.FURNITURE if at == 7 else Kind.SENTENCE for at in range(SIZE))
    found = pairs(side(ja, kinds), side(en, kinds))
    assert {((7,), ()), ((), (7,))} <= found
    assert ((6,), (6,)) in found
