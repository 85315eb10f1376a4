"""The sweeps against all alignments, one by one."""

from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.alignment.lattice.band import Band
from alignbench.alignment.search.sweep import Sweep
from tests.alignment.examples import Floats, Shape, all_paths

SHAPES: list[Shape] = [(1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (3, 1)]


def full_band(ja: int, en: int) -> Band:
    """The band that keeps every node of one lattice."""
    starts = np.maximum(np.arange(ja + en + 1) - en, 0)
    return Band(starts[None, :], np.array([[ja, en]]), min(ja, en) + 1)


def random_scores(sweep: Sweep, rng: np.random.Generator, barred: float = 0.0) -> Floats:
    """Scores for every bead that fits, some of them impossible."""
    band = sweep.band
    ja, en = band.nodes()
    scores = rng.normal(0.0, 3.0, (*band.starts.shape, len(sweep.shapes), band.width))
    for t, (a, b) in enumerate(sweep.shapes.tolist()):
        fits = band.inside() & (ja >= a) & (en >= b)
        scores[:, :, t][~fits | (rng.random(fits.shape) < barred)] = -np.inf
    return scores


def score_of(path: Iterable[Sequence[int]], scores: Floats, band: Band) -> float:
    return sum(float(scores[0, i + j, t, i - band.starts[0, i + j]]) for i, j, t in path)


@given(ja=st.integers(0, 4), en=st.integers(0, 4), seed=st.integers(0, 10**6))
def test_posteriors_and_best_path_are_those_of_all_alignments(ja: int, en: int, seed: int) -> None:
    sweep = Sweep(full_band(ja, en), SHAPES)
    scores = random_scores(sweep, np.random.default_rng(seed), barred=0.05)
    paths = list(all_paths(ja, en, SHAPES))
    values = np.array([score_of(path, scores, sweep.band) for path in paths])
    posteriors, totals = sweep.posteriors(scores)
    if not np.isfinite(values).any():
        assert np.isneginf(totals[0])
        return
    total = np.logaddexp.reduce(values)
    assert totals[0] == pytest.approx(total, abs=1e-9)
    expected = np.zeros_like(posteriors)
    for path, value in zip(paths, values, strict=True):
        for i, j, t in path:
            expected[0, i + j, t, i - sweep.band.starts[0, i + j]] += np.exp(value - total)
    assert posteriors == pytest.approx(expected, abs=1e-9)
    best = sweep.best(scores)[0].tolist()
    assert score_of(best, scores, sweep.band) == pytest.approx(values.max(), abs=1e-9)


@given(
    sizes=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=4),
    seed=st.integers(0, 10**6),
)
def test_lattices_swept_together_are_as_if_swept_alone(sizes: list[Shape], seed: int) -> None:
    width = max(min(size) + 1 for size in sizes)
    longest = max(sum(size) for size in sizes) + 1
    starts = np.array([
        np.maximum(np.minimum(np.arange(longest), sum(size)) - size[1], 0) for size in sizes
    ])  # fmt: skip
    together = Sweep(Band(starts, np.array(sizes), width), SHAPES)
    scores = random_scores(together, np.random.default_rng(seed))
    posteriors, totals = together.posteriors(scores)
    for place, (ja, en) in enumerate(sizes):
        band = Band(starts[place : place + 1], np.array([[ja, en]]), width)
        alone, total = Sweep(band, SHAPES).posteriors(scores[place : place + 1])
        assert totals[place] == pytest.approx(total[0])
        assert posteriors[place] == pytest.approx(alone[0])
        assert (
            together.best(scores)[place] == Sweep(band, SHAPES).best(scores[place : place + 1])[0]
        ).all()


def test_a_band_is_exact_within_itself() -> None:
    full = Sweep(full_band(6, 6), SHAPES)
    scores = random_scores(full, np.random.default_rng(3))
    middle = np.clip(np.arange(13) // 2 - 1, np.maximum(np.arange(13) - 6, 0), None)
    starts = np.minimum(middle, np.maximum(np.minimum(np.arange(13), 6) - 2, 0))
    narrow = Sweep(Band(starts[None], np.array([[6, 6]]), 3), SHAPES)
    inner = np.full((1, 13, len(SHAPES), 3), -np.inf)
    kept = full.band.nodes()[0][0]
    for k in range(13):
        for w in range(3):
            column = int(starts[k]) + w - int(kept[k, 0])
            if 0 <= column < full.band.width:
                inner[0, k, :, w] = scores[0, k, :, column]
    allowed = np.full(scores.shape, -np.inf)
    for k in range(13):
        for w in range(3):
            column = int(starts[k]) + w - int(kept[k, 0])
            if 0 <= column < full.band.width:
                for t, (a, b) in enumerate(SHAPES):
                    source = int(starts[k]) + w - a
                    before = k - a - b
                    if before >= 0 and 0 <= source - int(starts[before]) < 3:
                        allowed[0, k, t, column] = scores[0, k, t, column]
    assert narrow.posteriors(inner)[1][0] == pytest.approx(full.posteriors(allowed)[1][0])
