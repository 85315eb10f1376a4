"""The coarse path, on vectors whose right path is known."""

import numpy as np

from alignbench.alignment.search.coarse_path import find_path, refined


def meanings(count: int, seed: int = 1) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(count, 64)) / 8
    return found.astype(np.float32)


def test_equal_texts_run_along_the_diagonal() -> None:
    ja = meanings(8)
    assert find_path(ja, ja).tolist() == [0, 0, 1, 2, 2, 2, 3, 4, 4, 4, 5, 6, 6, 6, 7, 8, 8]


def test_a_path_of_blocks_is_refined_to_segments() -> None:
    # Blocks of two: one Japanese, then one English, of three and two segments.
    assert refined(np.array([0, 1, 1]), 3, 2, 2).tolist() == [0, 1, 2, 2, 2, 3]


def test_an_omitted_chapter_is_followed() -> None:
    ja = meanings(1200)
    path = find_path(ja, np.concatenate([ja[:400], ja[900:]]))
    nodes = set(zip(path.tolist(), (np.arange(len(path)) - path).tolist(), strict=True))
    assert min(abs(i - 300) + abs(j - 300) for i, j in nodes) <= 4
    assert min(abs(i - 1000) + abs(j - 500) for i, j in nodes) <= 4


def test_links_that_people_made_lead_the_way() -> None:
    unrelated = find_path(meanings(30, 1), meanings(30, 2), [(4, 20)])
    assert unrelated[5 + 21] == 5


def test_empty_sides_have_a_path() -> None:
    assert find_path(meanings(0), meanings(3)).tolist() == [0, 0, 0, 0]
    assert find_path(meanings(2), meanings(0)).tolist() == [0, 1, 2]
