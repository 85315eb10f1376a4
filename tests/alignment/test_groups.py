"""Groups of several on both sides are made where nothing finer will do, and not in clear texts."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from alignbench.alignment import SideInput, align, aligner
from alignbench.alignment.scoring.weights import fitted
from alignbench.alignment.search.chunk_solver import solve
from alignbench.domain.links import Bead
from tests.alignment.examples import Floats, Shape, document, side, spans

LUMPING = {"bias 2-2": 3.5, "sharp mn": 2.5}
"""Added to the weights of groups of two and two: what a fit to free texts once made of them."""


def plan(count: int = 150) -> list[Shape]:
    """Mostly one to one, as news is, and nothing that is several on both sides."""
    rng = np.random.default_rng(1)
    table = [(1, 0), (0, 1), (1, 2), (2, 1), (1, 1)]
    return [table[at] for at in rng.choice(5, count, p=[0.025, 0.025, 0.05, 0.05, 0.85])]


def groups(extra: Mapping[str, float], monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Groups of several on both sides in a clear document: on its best path, and in the end."""
    weights = {name: weight + extra.get(name, 0.0) for name, weight in fitted().items()}
    monkeypatch.setattr(aligner, "fitted", lambda: weights)
    ja, en, _ = document(plan(), seed=2, noise=0.9, dimension=256)
    path = [bead for part in solve(*aligner.locate(ja, en)) for bead in part.beads]
    return several(path), several(align(ja, en).beads)


def several(beads: Sequence[Bead]) -> int:
    return sum(min(len(bead.ja), len(bead.en)) > 1 for bead in beads)


def test_clear_links_are_not_lumped_into_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    assert groups({}, monkeypatch) == (0, 0)


def test_weights_that_lump_are_noticed_and_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    on_path, in_the_end = groups(LUMPING, monkeypatch)
    assert on_path > 10
    assert in_the_end == 0


def alike(lengths: list[int], longest: int = 8) -> SideInput:
    """Segments that all say the same, of these lengths."""
    same: Floats = np.tile(np.arange(1.0, 17.0), (len(lengths), 1))
    return SideInput(spans(same, longest), np.array(lengths, dtype=np.int64))


@pytest.mark.parametrize("count", [2, 30, 400])
def test_lines_that_are_all_equal_are_linked_one_by_one(count: int) -> None:
    found = align(alike([20] * count), alike([40] * count)).beads
    assert [(bead.ja, bead.en) for bead in found] == [((at,), (at,)) for at in range(count)]


@pytest.mark.parametrize(("ja", "en"), [(1, 2), (1, 4), (1, 6), (2, 1), (4, 1), (8, 1)])
def test_a_line_as_long_as_several_equal_ones_answers_them_all(ja: int, en: int) -> None:
    (bead,) = align(alike([120 // ja] * ja), alike([240 // en] * en)).beads
    assert (bead.ja, bead.en) == (tuple(range(ja)), tuple(range(en)))


def test_pairs_that_share_a_segment_do_not_tell_how_long_a_translation_is() -> None:
    # One Japanese line is as alike to each of six English ones: no six pairs of their lengths.
    model = align(alike([120]), alike([40] * 6))._problem.model
    assert model.ratio == pytest.approx(2.0)


def test_without_lengths_equal_lines_are_not_grouped() -> None:
    same = np.tile(np.arange(1.0, 17.0), (9, 1))
    found = align(side(same[:8]), side(same)).beads
    assert all(max(len(bead.ja), len(bead.en)) == 1 for bead in found)
