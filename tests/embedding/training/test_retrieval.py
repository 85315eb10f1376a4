import numpy as np

from alignbench.embedding.spans import normalised
from alignbench.embedding.training.retrieval import accuracy


def test_equal_vectors_are_all_found() -> None:
    vectors = normalised(np.random.default_rng(0).standard_normal((50, 8)))
    assert accuracy(vectors, vectors) == 1.0


def test_others_are_found_by_chance() -> None:
    random = np.random.default_rng(0)
    ja, en = (normalised(random.standard_normal((400, 8))) for _ in range(2))
    assert accuracy(ja, en) < 0.02


def test_a_row_near_to_everything_does_not_answer_everything() -> None:
    # By cosine alone the hub wins both questions; CSLS takes its nearness to all from its score.
    ja = normalised(np.array([[1.0, 0.3, 0.0], [1.0, -0.3, 0.0], [1.0, 0.0, 0.0]]))
    en = normalised(np.array([[0.9, 0.62, 0.0], [0.9, -0.62, 0.0], [1.0, 0.0, 0.0]]))
    assert (ja[:2] @ en.T).argmax(axis=1).tolist() == [2, 2]
    assert accuracy(ja, en, neighbours=3) == 1.0


def test_nothing_to_find_is_no_error() -> None:
    empty = np.zeros((0, 4), np.float32)
    assert accuracy(empty, empty) == 0.0
