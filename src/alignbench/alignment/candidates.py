"""What may answer a run of segments, ranked: read off the posteriors of its neighbourhood."""

from collections.abc import Sequence

import numpy as np

from alignbench.alignment.search.chunk_solver import Problem, Solved, bead_scores
from alignbench.alignment.search.chunks import merged
from alignbench.alignment.search.lattice import Sweep
from alignbench.domain.links import Candidate
from alignbench.domain.text import Side

Run = tuple[int, ...]


def ranked(problem: Problem, solved: Sequence[Solved], run: Run, side: Side) -> list[Candidate]:
    """All that may answer `run` of one side, likeliest first, a null link among them."""
    own, other = (0, 1) if side == "ja" else (1, 0)
    null: tuple[Run, Run] = (run, ()) if side == "ja" else ((), run)
    found: dict[tuple[Run, Run], float] = {null: 0.0}
    touched = [part.chunk for part in solved if _holds(part, run, own)]
    if touched and list(run) == list(range(run[0], run[0] + len(run))):
        chunk = merged(touched)
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


def _holds(part: Solved, run: Run, own: int) -> bool:
    """Whether a chunk holds a segment of the run."""
    return part.chunk.low[own] <= run[-1] and run[0] < part.chunk.high[own]


def _similarity(problem: Problem, ja: Run, en: Run) -> float:
    """The cosine of both sides, 0 where one is empty."""
    if not ja or not en:
        return 0.0
    left = problem.ja.vectors[len(ja) - 1][ja[0]]
    return float(left @ problem.en.vectors[len(en) - 1][en[0]])
