"""What one side says of the other, on words that mean numbers."""

from collections.abc import Sequence

import numpy as np
import pytest

from alignbench.alignment.inputs import Words
from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.coverage import Coverage, coverage
from alignbench.alignment.search.chunks import batch_bands, cut, stepwise
from tests.alignment.examples import Shape

TABLE: tuple[Shape, ...] = ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1))


def words(segments: Sequence[Sequence[int]], weight: float = 1.0) -> Words:
    """Segments of words that mean numbers; an empty segment holds one that means nothing."""
    filled = [list(segment) or [9] for segment in segments]
    weights = np.full(10, weight, dtype=np.float32)
    weights[9] = 0.0
    background = np.full(10, 0.3, dtype=np.float32)
    background[9] = 2.0
    return Words(
        np.eye(10, dtype=np.float32),
        background,
        weights,
        np.array([word for segment in filled for word in segment], dtype=np.int64),
        np.concatenate([[0], np.cumsum([len(segment) for segment in filled])]),
    )


def covered(
    ja: Sequence[Sequence[int]], en: Sequence[Sequence[int]]
) -> tuple[Coverage, dict[tuple[int, int], tuple[int, int]]]:
    """Coverage of all beads, and where each node is."""
    n, m = len(ja), len(en)
    path = stepwise(np.arange(n + m + 1) // 2, n, m)
    band = batch_bands([cut(path, 0, n + m)], min(n, m) + 1)
    i, j = band.places()
    inside = band.lattices.inside()
    nodes = {
        (int(i[0, k, w]), int(j[0, k, w])): (k, w)
        for k, w in zip(*np.nonzero(inside[0]), strict=True)
    }
    return coverage(SeenNodes.all_of(band), words(ja), words(en), TABLE), nodes


def test_a_tail_is_said_by_the_long_sentence_of_the_other_side() -> None:
    found, nodes = covered([[1, 2, 3], [4]], [[1, 2, 3, 4]])
    k, w = nodes[2, 1]
    assert found.ja[2, 1][0, k, w] == pytest.approx(4.0)
    assert found.en[2, 1][0, k, w] == pytest.approx(4.0)
    # The tail alone is wholly said, while it says one word of four.
    assert found.ja[1, 1][0, k, w] == pytest.approx(1.0)
    assert found.en[1, 1][0, k, w] == pytest.approx(1.0)


def test_what_a_longer_run_would_say_is_known() -> None:
    found, nodes = covered([[1, 2]], [[1], [2]])
    k, w = nodes[1, 1]
    assert found.ja[1, 1][0, k, w] == pytest.approx(1.0)
    assert found.ja_beyond[1, 1][0, k, w] == pytest.approx(2.0)


def test_words_in_another_order_are_found() -> None:
    found, nodes = covered([[1], [2]], [[2], [1]])
    k, w = nodes[1, 2]
    assert found.ja[1, 2][0, k, w] == pytest.approx(1.0)


def test_segments_without_words_say_nothing() -> None:
    found, nodes = covered([[1], []], [[], [1]])
    k, w = nodes[2, 1]
    assert found.ja[1, 1][0, k, w] == 0.0
    assert found.ja_beyond[1, 1][0, k, w] == 0.0


def test_a_clause_that_moved_over_the_end_of_a_sentence_straddles_the_cut() -> None:
    # 3 and 4 end the first Japanese sentence and begin the second English one.
    found, nodes = covered([[1, 2, 3, 4], [5, 6]], [[1, 2], [3, 4, 5, 6]])
    k, w = nodes[1, 1]
    assert found.agreed[0, k, w] == pytest.approx(2.0)
    assert found.across[0, k, w] == pytest.approx(4.0)


def test_nothing_straddles_a_cut_between_whole_sentences() -> None:
    found, nodes = covered([[1, 2, 3], [4, 5]], [[1, 2, 3], [4, 5]])
    k, w = nodes[1, 1]
    assert found.across[0, k, w] == 0.0


def test_words_in_the_middle_of_a_sentence_do_not_straddle() -> None:
    # 3 is said across, but not at the end: 4 after it belongs where it is.
    found, nodes = covered([[3, 1, 2, 4], [5]], [[1, 2, 4], [5, 3]])
    k, w = nodes[1, 1]
    assert found.agreed[0, k, w] == 0.0
