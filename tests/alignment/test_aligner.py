"""From two sides to links: what must hold whatever the texts are."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignbench.alignment import Alignment, Options, SideInput, align, realign
from alignbench.domain.errors import Cancelled, InputError
from alignbench.domain.links import Constraints
from alignbench.domain.text import Kind
from tests.alignment.examples import document, pairs, side

shapes = st.sampled_from([(1, 1)] * 6 + [(1, 2), (2, 1), (1, 3), (2, 2), (1, 0), (0, 1)])


def covered(found: Alignment) -> tuple[list[int], list[int]]:
    return (
        sorted(at for bead in found.beads for at in bead.ja),
        sorted(at for bead in found.beads for at in bead.en),
    )


def nothing(count: int) -> SideInput:
    return side(np.zeros((count, 16)))


@settings(max_examples=25)
@given(plan=st.lists(shapes, max_size=30), seed=st.integers(0, 1000), noise=st.floats(0, 3))
def test_links_partition_both_sides(plan: list[tuple[int, int]], seed: int, noise: float) -> None:
    ja, en, _ = document(plan, seed, noise)
    found = align(ja, en)
    assert covered(found) == (list(range(ja.size)), list(range(en.size)))
    assert all(0.0 <= bead.confidence <= 1.0 for bead in found.beads)


def test_clear_texts_are_aligned_without_a_mistake() -> None:
    plan = [(1, 1)] * 8 + [(1, 2), (1, 1), (2, 1), (1, 1), (1, 0), (1, 1), (1, 1), (0, 1), (1, 1)]
    ja, en, gold = document(plan * 3, seed=4, noise=0.3)
    found = align(ja, en)
    assert pairs(found.beads) == pairs(gold)


def test_the_same_input_gives_the_same_alignment() -> None:
    ja, en, _ = document([(1, 1), (1, 2), (1, 0)] * 20, seed=8, noise=1.5)
    assert align(ja, en).beads == align(ja, en).beads


@pytest.mark.parametrize(("ja", "en"), [(0, 0), (0, 4), (3, 0), (1, 1), (1, 5), (40, 1)])
def test_sides_of_any_size_are_aligned(ja: int, en: int) -> None:
    rng = np.random.default_rng(1)
    found = align(side(rng.normal(size=(ja, 16))), side(rng.normal(size=(en, 16))))
    assert covered(found) == (list(range(ja)), list(range(en)))


def test_segments_without_vectors_are_aligned_somehow() -> None:
    found = align(nothing(12), nothing(9))
    assert covered(found) == (list(range(12)), list(range(9)))


def test_lines_that_are_all_alike_go_side_by_side() -> None:
    refrain = np.tile(np.random.default_rng(2).normal(size=16), (30, 1))
    found = align(side(refrain), side(refrain))
    links = [bead for bead in found.beads if not bead.is_null]
    assert len(links) >= 20
    assert all(abs(i - j) <= 2 for bead in links for i in bead.ja for j in bead.en)


def test_vectors_that_are_not_numbers_are_refused() -> None:
    ja, en, _ = document([(1, 1)] * 5)
    broken = np.array(ja.vectors)
    broken[0, 3, 2] = np.nan
    with pytest.raises(InputError, match="segment 3"):
        align(replace(ja, vectors=broken), en)


def test_vectors_of_different_models_are_refused() -> None:
    ja, en = side(np.eye(4)), side(np.eye(5))
    with pytest.raises(InputError, match="of 4 and of 5"):
        align(ja, en)


def test_what_is_given_must_fit_the_segments() -> None:
    ja, _, _ = document([(1, 1)] * 5)
    with pytest.raises(InputError, match="2 lengths for 5 segments"):
        replace(ja, lengths=np.array([40, 40]))


def test_vectors_alone_will_do() -> None:
    ja, en, gold = document([(1, 1), (1, 1), (1, 2), (1, 1)] * 8, seed=2, noise=0.3)
    found = align(SideInput(ja.vectors), SideInput(en.vectors))
    assert pairs(found.beads) == pairs(gold)


def test_no_link_is_larger_than_asked_for() -> None:
    ja, en, _ = document([(1, 3), (1, 1), (3, 1), (2, 2)] * 4, noise=0.2)
    found = align(ja, en, options=Options(largest=3))
    assert max(len(bead.ja) + len(bead.en) for bead in found.beads) == 3


def test_running_heads_end_as_null_links() -> None:
    ja, en, gold = document([(1, 1)] * 6 + [(1, 0)] + [(1, 1)] * 6, seed=5)
    kinds = [Kind.FURNITURE if at == 6 else Kind.SENTENCE for at in range(ja.size)]
    found = align(replace(ja, kinds=kinds), en)
    assert pairs(found.beads) == pairs(gold)


def test_aligning_reports_itself_and_can_be_stopped() -> None:
    ja, en, _ = document([(1, 1)] * 30)
    reports: list[tuple[str, int, int]] = []

    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    align(ja, en, progress=lambda *report: reports.append(report))
    assert reports[0][:2] == ("aligning", 0)
    assert reports[-1][1] == reports[-1][2]
    with pytest.raises(Cancelled):
        align(ja, en, progress=stop)


def test_nothing_changes_when_nothing_was_decided() -> None:
    ja, en, _ = document([(1, 1), (1, 2), (1, 1), (0, 1)] * 15, seed=3, noise=1.0)
    found = align(ja, en)
    assert realign(found, Constraints()).beads == found.beads


def test_candidates_are_ranked_and_hold_the_link_and_omission() -> None:
    ja, en, _ = document([(1, 1)] * 10 + [(1, 2)] + [(1, 1)] * 10, seed=6, noise=0.8)
    found = align(ja, en)
    offered = found.candidates((10,))
    assert (offered[0].ja, offered[0].en) == ((10,), (10, 11))
    assert ((10,), ()) in {(candidate.ja, candidate.en) for candidate in offered}
    confidences = [candidate.confidence for candidate in offered]
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) <= 1.0 + 1e-6
    assert found.candidates_for_english((10, 11))[0].ja == (10,)
