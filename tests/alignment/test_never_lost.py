"""Texts that lead other aligners astray: long omissions, appendices, refrains, double lines."""

from dataclasses import replace

import numpy as np

from alignbench.alignment import SideInput, align
from alignbench.alignment.aligner import locate
from alignbench.alignment.evaluation import evaluate
from alignbench.alignment.search.chunk_solver import solve
from alignbench.alignment.search.chunks import batch_bands
from alignbench.domain.links import Bead
from tests.alignment.examples import document, pairs, side, spans

ORDINARY = [(1, 1)] * 7 + [(1, 2), (1, 1), (2, 1)]


def f1(gold: list[Bead], ja: SideInput, en: SideInput) -> float:
    return evaluate(gold, align(ja, en).beads).strict.f1


def test_an_omitted_chapter() -> None:
    ja, en, gold = document(ORDINARY * 15 + [(1, 0)] * 250 + ORDINARY * 15, seed=1)
    assert f1(gold, ja, en) >= 0.99


def test_an_appended_bibliography_and_a_preface_of_the_translator() -> None:
    ja, en, gold = document([(0, 1)] * 60 + ORDINARY * 15 + [(0, 1)] * 200, seed=2)
    assert f1(gold, ja, en) >= 0.99


def repeated(side: SideInput, every: int) -> SideInput:
    """A side that says its first segment again and again."""
    vectors = np.asarray(side.vectors[0], dtype=np.float64)
    vectors[::every] = vectors[0]
    return replace(side, vectors=spans(vectors))


def test_a_refrain_after_every_verse() -> None:
    ja, en, gold = document([(1, 1)] * 200, seed=3)
    assert f1(gold, repeated(ja, 5), repeated(en, 5)) >= 0.99


def test_a_table_of_contents_that_names_all_headings() -> None:
    headings = np.random.default_rng(4).normal(size=(12, 64))
    text = np.random.default_rng(5).normal(size=(12, 15, 64))
    chapters = np.concatenate([headings[:, None], text], axis=1).reshape(-1, 64)
    rng = np.random.default_rng(6)
    whole = np.concatenate([headings, chapters])

    def blurred(vectors: np.ndarray) -> np.ndarray:
        return vectors + 0.4 * rng.normal(size=vectors.shape)

    found = align(side(blurred(whole)), side(blurred(whole)))
    assert pairs(found.beads) == {((at,), (at,)) for at in range(len(whole))}
    left_out = align(side(blurred(whole)), side(blurred(chapters)))
    wanted = {((at + 12,), (at,)) for at in range(len(chapters))}
    assert len(wanted - pairs(left_out.beads)) <= 2


def test_lines_that_nearly_repeat_each_other() -> None:
    rng = np.random.default_rng(7)
    lines = np.repeat(rng.normal(size=(40, 64)), 2, axis=0) + 0.5 * rng.normal(size=(80, 64))
    ja, en = (side(lines + 0.3 * rng.normal(size=lines.shape)) for _ in range(2))
    assert pairs(align(ja, en).beads) == {((at,), (at,)) for at in range(80)}


def test_a_band_is_widened_where_the_path_leaves_it() -> None:
    ja, en, gold = document(ORDINARY * 3 + [(1, 0)] * 14 + ORDINARY * 3 + [(0, 1)] * 14, seed=8)
    problem, chunks = locate(ja, en)
    straight = np.round(np.linspace(0, ja.size, ja.size + en.size + 1)).astype(np.int64)
    part = replace(chunks[0], low=(0, 0), path=straight, width=4)
    assert batch_bands([part], 4).lattices.width == 4
    beads = [bead for solved in solve(problem, [part]) for bead in solved.beads]
    assert pairs(gold) <= pairs(beads)
