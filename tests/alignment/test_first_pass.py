"""The pass over single segments: where nearly all paths run."""

import numpy as np

from alignbench.alignment.scoring.document_statistics import prepare
from alignbench.alignment.search.coarse_path import find_path
from alignbench.alignment.search.first_pass import FirstPass, first_pass
from alignbench.alignment.search.local_model import guess_model
from alignbench.alignment.search.single_steps import RobustScale
from tests.alignment.examples import Shape, document


def passed(plan: list[Shape], noise: float = 0.3) -> FirstPass:
    ja, en, _ = document(plan, seed=3, noise=noise)
    statistics = prepare(ja, en)
    path = find_path(ja.singles(), en.singles())
    return first_pass(statistics, path, guess_model(statistics, path)[1])


def test_clear_links_are_passed_for_certain() -> None:
    found = passed([(1, 1)] * 20)
    assert found.path[::2].tolist() == list(range(21))
    assert found.sure[2::2].all()
    assert not found.sure[1::2].any()  # nodes inside a link are not passed at all


def test_where_nothing_is_alike_nothing_is_sure() -> None:
    found = passed([(1, 0), (0, 1)] * 20, noise=1.0)
    assert not found.sure[8:-8].any()
    assert found.reach[10:-10].min() > 2


def test_a_scale_is_not_moved_by_outliers() -> None:
    values = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 1000.0], dtype=np.float32)
    scale = RobustScale.of(values)
    assert (scale.middle, scale.spread) == (2.5, 1.4826 * 1.5)
    np.testing.assert_allclose(scale.above(np.array([2.5], dtype=np.float32), 1.0), [-1.0])
    assert RobustScale.of(values[:0]) == RobustScale(0.0, 1.0)
