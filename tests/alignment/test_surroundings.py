"""Chunks are read with what stands around them."""

import gc
from dataclasses import replace
from weakref import ref

import numpy as np

from alignbench.alignment.aligner import locate
from alignbench.alignment.search.chunk_solver import solve
from alignbench.alignment.search.chunks import cut
from alignbench.alignment.search.surroundings import SurroundedChunks
from tests.alignment.examples import document


def test_a_bead_weighs_the_same_wherever_the_document_is_cut() -> None:
    ja, en, _ = document([(1, 1), (1, 2), (2, 1)] * 8, seed=5)
    problem, _ = locate(ja, en)
    path = np.arange(ja.size + en.size + 1) // 2

    def weights_at(start: int, stop: int, node: tuple[int, int]) -> np.ndarray:
        part = SurroundedChunks(problem.statistics, [cut(path, start, stop)], problem.shapes)
        ja_at, en_at = part.band.places()
        here = (ja_at == node[0]) & (en_at == node[1])
        scores = part.scores(problem.model, problem.weights)
        return np.array([scores[:, :, t][here][0] for t in range(len(problem.shapes))])

    # The last node of one chunk is one of the middle of the other.
    short, long = weights_at(4, 24, (12, 12)), weights_at(4, 40, (12, 12))
    assert np.isfinite(short).all()
    assert np.abs(short - long).max() < 0.05


def test_what_was_read_to_learn_from_is_not_read_again() -> None:
    ja, en, _ = document([(1, 1), (1, 2), (2, 1)] * 40, seed=5)
    problem, chunks = locate(ja, en)
    learned_from = {part.low for read in problem.read.values() for part in read.parts}
    assert learned_from == {part.low for part in chunks}
    anew = [part.beads for part in solve(replace(problem, read={}), chunks)]
    assert [part.beads for part in solve(problem, chunks)] == anew
    assert not problem.read, "and let go then"


def test_large_arrays_do_not_wait_for_the_collector() -> None:
    ja, en, _ = document([(1, 1), (1, 2), (2, 1)] * 8, seed=5)
    problem, chunks = locate(ja, en)
    gc.disable()
    try:
        (*_, read) = problem.read.values()
        read.scores(problem.model, problem.weights)
        features = ref(read._features)
        del read
        list(solve(problem, chunks))
        assert features() is None
    finally:
        gc.enable()
