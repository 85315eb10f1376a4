"""Log weights of beads: a plain objective until the fitted one."""

from dataclasses import dataclass

import numpy as np

from alignbench.alignment.decisions import Decisions, constrain
from alignbench.alignment.inputs import Floats, SideInput
from alignbench.alignment.lattice import Band


@dataclass(frozen=True, slots=True)
class Problem:
    """A pair of sides with the bead shapes to be searched and what people decided."""

    ja: SideInput
    en: SideInput
    shapes: tuple[tuple[int, int], ...]
    decisions: Decisions


def bead_scores(problem: Problem, band: Band) -> Floats:
    """Log weights of all beads of a band, shape (B, K, T, width)."""
    ja, en = band.nodes()
    scores = np.full((*ja.shape[:2], len(problem.shapes), band.width), -np.inf)
    ratio = np.log(max(problem.en.lengths.sum(), 1) / max(problem.ja.lengths.sum(), 1))
    for t, (a, b) in enumerate(problem.shapes):
        fits = band.inside() & (ja >= a) & (en >= b)
        if a + b == 1:
            scores[:, :, t][fits] = 0.0
            continue
        i, j = ja[fits] - a, en[fits] - b
        cosine = (problem.ja.vectors[a - 1] @ problem.en.vectors[b - 1].T)[i, j]
        length_ja = sum(problem.ja.lengths[i + k] for k in range(a)) + 5.0
        length_en = sum(problem.en.lengths[j + k] for k in range(b)) + 5.0
        off = np.abs(np.log(length_en / length_ja) - ratio)
        value = (a + b) * (cosine - 0.15 - 0.1 * off) - 0.4 * (a + b - 2)
        scores[:, :, t][fits] = 16.0 * value
    constrain(scores, ja, en, problem.shapes, problem.decisions)
    return scores
