"""What may answer a run of segments, ranked: read off the posteriors of its neighbourhood."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from alignbench.alignment.search.chunk_solver import Problem, Solved, bead_scores
from alignbench.alignment.search.chunks import merged
from alignbench.alignment.search.sweep import Sweep
from alignbench.domain.links import Bead, Candidate
from alignbench.domain.text import Side

Run = tuple[int, ...]


def ranked(problem: Problem, solved: Sequence[Solved], run: Run, side: Side) -> list[Candidate]:
    """All that may answer `run` of one side, likeliest first, a null link among them."""
    own, other = (0, 1) if side == "ja" else (1, 0)
    null: tuple[Run, Run] = (run, ()) if side == "ja" else ((), run)
    found: dict[tuple[Run, Run], float] = {null: 0.0}
    touched = [part.chunk for part in solved if _holds(part, run, own)]
    if touched and list(run) == list(range(run[0], run[0] + len(run))):
        chunk = merged(touched).throughout()
        band, scores = bead_scores(problem, [chunk])
        posteriors = Sweep(band.lattices, problem.shapes).posteriors(scores)[0][0]
        places = [nodes[0] for nodes in band.places()]
        ends_here = places[own] == run[-1] + 1
        for t, shape in enumerate(problem.shapes):
            if shape[own] != len(run):
                continue
            shares = posteriors[:, t][ends_here]
            ends = places[other][ends_here]
            likely = np.isfinite(shares) & (shares > 1e-9)
            for end, share in zip(ends[likely].tolist(), shares[likely].tolist(), strict=True):
                answer = tuple(range(end - shape[other], end))
                pair = (run, answer) if side == "ja" else (answer, run)
                found[pair] = found.get(pair, 0.0) + share
    order = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [
        Candidate(ja, en, min(share, 1.0), _similarity(problem, ja, en))
        for (ja, en), share in order
    ]


def agreeing(
    found: Sequence[Candidate], beads: Iterable[Bead], run: Run, side: Side
) -> list[Candidate]:
    """`found` with the bead that links `run`, if one does, at the bead's own confidence.

    A bead may have been put there after the search, and every confidence is calibrated: without
    this a sure link would stand among its candidates as one that is hardly possible. The others
    share what is left, and none gains by it.
    """
    at = 0 if side == "ja" else 1
    bead = next((each for each in beads if (each.ja, each.en)[at] == run), None)
    if bead is None:
        return list(found)
    own = next((each for each in found if (each.ja, each.en) == (bead.ja, bead.en)), None)
    own = own or Candidate(bead.ja, bead.en, 0.0, 0.0)
    others = [each for each in found if each is not own]
    theirs = sum(each.confidence for each in others)
    share = min(1.0, (1.0 - bead.confidence) / theirs) if theirs else 1.0
    lowered = [replace(each, confidence=each.confidence * share) for each in others]
    agreed = [replace(own, confidence=bead.confidence), *lowered]
    return sorted(agreed, key=lambda each: (-each.confidence, each.ja, each.en))


def _holds(part: Solved, run: Run, own: int) -> bool:
    """Whether a chunk holds a segment of the run."""
    return part.chunk.low[own] <= run[-1] and run[0] < part.chunk.high[own]


def _similarity(problem: Problem, ja: Run, en: Run) -> float:
    """The cosine of both sides, 0 where one is empty."""
    if not ja or not en:
        return 0.0
    left = problem.ja.vectors[len(ja) - 1][ja[0]]
    return float(left @ problem.en.vectors[len(en) - 1][en[0]])
