import numpy as np
import pytest

from alignbench.embedding.protocol import Vectors
from alignbench.embedding.training import objective
from alignbench.embedding.training.objective import contrast

pytestmark = pytest.mark.xdist_group("sentence-transformers")  # which is where torch is

NONE = np.zeros(0, np.int64), np.zeros(0, np.int64)


@pytest.fixture(autouse=True)
def _in_full_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objective, "_fast_halves", lambda: False)


def vectors(seed: int) -> Vectors:
    return np.random.default_rng(seed).standard_normal((6, 5), dtype=np.float32)


def loss(ja: Vectors, en: Vectors, log_scale: float, margin: float = 0.0) -> float:
    return contrast(ja, en, float(np.exp(log_scale)), NONE, margin).loss


@pytest.mark.parametrize("margin", [0.0, 0.2])
def test_gradients_are_the_slopes_of_the_loss(margin: float) -> None:
    ja, en, log_scale, small = vectors(1), vectors(2), 1.5, 1e-2
    found = contrast(ja, en, float(np.exp(log_scale)), NONE, margin)
    for side, gradient in ((ja, found.ja), (en, found.en)):
        for place in ((0, 0), (3, 2)):
            side[place] += small
            above = loss(ja, en, log_scale, margin)
            side[place] -= 2 * small
            below = loss(ja, en, log_scale, margin)
            side[place] += small
            assert gradient[place] / 6 == pytest.approx((above - below) / (2 * small), abs=2e-3)
    slope = loss(ja, en, log_scale + small) - loss(ja, en, log_scale - small)
    without_margin = contrast(ja, en, float(np.exp(log_scale)), NONE).log_scale
    assert without_margin == pytest.approx(slope / (2 * small), abs=2e-3)


def test_right_pairs_cost_less_than_wrong_ones() -> None:
    ja = vectors(1)
    assert contrast(ja, ja, 10, NONE).loss < contrast(ja, ja[::-1].copy(), 10, NONE).loss


def test_the_same_sentence_twice_is_no_wrong_pair() -> None:
    ja = vectors(1)
    ja[1] = ja[0]
    cells = np.array([0, 1]), np.array([1, 0])
    assert contrast(ja, ja, 50, cells).loss < 0.1 < contrast(ja, ja, 50, NONE).loss
