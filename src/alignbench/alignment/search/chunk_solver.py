"""Chunks to beads: the best path through each, and how likely each of its beads is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.constraints import Decisions, constrain
from alignbench.alignment.inputs import Floats, Ints, Options, Shapes, SideInput
from alignbench.alignment.lattice.band import Band
from alignbench.alignment.lattice.document_band import DocumentBand
from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.weights import Weights
from alignbench.alignment.search.chunks import Chunk, batches, cut
from alignbench.alignment.search.surroundings import ReadChunks, SurroundedChunks, chunk_key
from alignbench.alignment.search.sweep import Sweep
from alignbench.domain.errors import EditError
from alignbench.domain.links import Bead
from alignbench.domain.progress import Progress, silent
from alignbench.messages import t

_EDGE = 1e-3
"""Chance of passing a band's edge from which on the band is widened."""
_EDGE_SEARCHED = 1e-5
"""Chance of passing the edge of what is searched from which on all of the band is."""
_CERTAIN = 0.9999
"""Chance of passing a node from which on a solved chunk may be cut there."""
_LINK_FEE, _NULL_FEE = 0.46, 0.4
"""What a link and a null link of the best path must be worth: about half of their F1."""
_SHORT = 48
"""Diagonals from which on a solved chunk is cut at the next certain node."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A pair of sides with the bead shapes to be searched and what people decided.

    `read` holds what was read of chunks already; it is taken from there when they are solved.
    """

    ja: SideInput
    en: SideInput
    options: Options
    shapes: Shapes
    decisions: Decisions
    statistics: DocumentStatistics
    model: DocumentModel
    weights: Weights
    read: ReadChunks = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Solved:
    """A chunk and its likeliest beads in order, without those that people made."""

    chunk: Chunk
    beads: tuple[Bead, ...]


def bead_scores(problem: Problem, parts: Sequence[Chunk]) -> tuple[DocumentBand, Floats]:
    """The band of chunks of one width and log weights of its beads under the decisions.

    Shape (B, K, T, W).
    """
    read = problem.read.pop(chunk_key(parts), None)
    read = read or SurroundedChunks(problem.statistics, parts, problem.shapes)
    scores = read.scores(problem.model, problem.weights)
    ja, en = read.band.places()
    constrain(scores, ja, en, problem.shapes, problem.decisions)
    return read.band, scores


def solve(problem: Problem, chunks: Sequence[Chunk], progress: Progress = silent) -> list[Solved]:
    """Beads of all chunks, in document order; long chunks come back cut where sure.

    Raises:
        EditError: decisions that no alignment can keep.
    """
    total = sum(len(part.path) for part in chunks)
    waiting, done, found = _batches(problem, chunks), 0, []
    while waiting:
        wider: list[Chunk] = []
        for batch in waiting:
            solved, doubtful = _solve_batch(problem, batch)
            found += solved
            wider += doubtful
            done += sum(len(part.path) for part in batch) - sum(len(p.path) for p in doubtful)
            progress(t("aligning"), done, total)
        waiting = batches(wider, len(problem.shapes))
    problem.read.clear()
    return sorted(found, key=lambda part: part.chunk.low)


def _batches(problem: Problem, chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Chunks that are solved together: what was read together already, then the others."""
    known = [list(read.parts) for read in problem.read.values()]
    read = {chunk_key([part]) for parts in known for part in parts}
    others = [part for part in chunks if chunk_key([part]) not in read]
    return known + batches(others, len(problem.shapes))


def _solve_batch(problem: Problem, batch: list[Chunk]) -> tuple[list[Solved], list[Chunk]]:
    """What can be solved at this width, and what needs a wider band."""
    band, scores = bead_scores(problem, batch)
    sweep = Sweep(band.lattices, problem.shapes)
    posteriors, totals = sweep.posteriors(scores)
    posteriors[~np.isfinite(totals)] = 0.0
    passed = posteriors.sum(axis=2)
    part_searched = batch[0].searched < batch[0].width
    edge = _EDGE_SEARCHED if part_searched else _EDGE
    widen = (_edge_chance(band.lattices, passed) > edge) | ~np.isfinite(totals)
    room = np.minimum(band.lattices.ends.min(axis=1) + 1, 16 * 24) > batch[0].searched
    if (~np.isfinite(totals) & ~room).any():
        raise EditError(t("No alignment keeps all that was decided."), t("Undo the last decision."))
    widen &= room
    scores[widen] = 0.0  # paths of these are thrown away, but must exist
    solved: list[Solved] = []
    paths = sweep.best(_worth(problem, scores, posteriors))
    nulls = _null_chances(band.lattices, posteriors)
    for item, (part, path) in enumerate(zip(batch, paths, strict=True)):
        if not widen[item]:
            beads = _beads(
                problem, part, path, posteriors[item], band.lattices.starts[item], nulls[item]
            )
            solved += _parted(part, path, beads, passed[item], band.lattices.starts[item])
    return solved, [
        part.throughout() if part_searched else replace(part, width=2 * part.width).throughout()
        for part, wide in zip(batch, widen, strict=True)
        if wide
    ]


def _worth(problem: Problem, scores: Floats, posteriors: Floats) -> Floats:
    """What each bead adds to what is right of a path, in place of `scores`: (B, K, T, W).

    The path with most expected right links, less a fee for each so that none is made at any
    price, is right more often than the likeliest path (maximum expected accuracy; Miyazawa, 1995).
    """
    gone = np.isneginf(scores)
    np.copyto(scores, posteriors)
    for place, shape in enumerate(problem.shapes):
        scores[:, :, place] -= _NULL_FEE if 0 in shape else _LINK_FEE
    scores[gone] = -np.inf
    return scores


def _edge_chance(band: Band, passed: Floats) -> Floats:
    """The greatest chance that a path passes a node beyond which the band was cut off: (B,)."""
    k = np.arange(band.starts.shape[1])
    lowest = np.maximum(k - band.ends[:, 1:], 0)
    highest = np.minimum(k, band.ends[:, :1])
    left = np.where(band.starts > lowest, passed[:, :, 0], 0.0)
    right = np.where(band.starts + band.width - 1 < highest, passed[:, :, -1], 0.0)
    return np.asarray(np.maximum(left, right).max(axis=1))


def _null_chances(band: Band, posteriors: Floats) -> list[tuple[Floats, Floats]]:
    """Of each lattice, the chance of each Japanese and English segment to be left out.

    Summed over the places of the other side at which that may happen.
    """
    nodes = band.nodes()
    found: list[tuple[Floats, Floats]] = []
    for item in range(len(band.starts)):
        own = [
            np.bincount(
                np.clip(side[item], 0, None).ravel(),
                posteriors[item, :, t].ravel(),
                int(band.ends[item, t]) + 1,
            ).astype(np.float64)
            for t, side in enumerate(nodes)
        ]
        found.append((own[0], own[1]))
    return found


def _beads(
    problem: Problem,
    part: Chunk,
    path: Ints,
    posteriors: Floats,
    starts: Ints,
    nulls: tuple[Floats, Floats],
) -> list[Bead | None]:
    """The beads of a path, None for those over segments of links that people made."""
    diagonals = path[:, 0] + path[:, 1]
    shares = posteriors[diagonals, path[:, 2], path[:, 0] - starts[diagonals]]
    ends = path[:, :2] + part.low
    sizes = np.array(problem.shapes)[path[:, 2]]
    held = _over(problem.decisions.held_ja, ends[:, 0], sizes[:, 0])
    held |= _over(problem.decisions.held_en, ends[:, 1], sizes[:, 1])
    found: list[Bead | None] = []
    columns = (ends.tolist(), sizes.tolist(), path.tolist(), shares.tolist(), held.tolist())
    for (ja, en), (a, b), (i, j, kind), share, is_held in zip(*columns, strict=True):
        if is_held:
            found.append(None)
            continue
        chance = share if kind > 1 else float(nulls[kind][j if kind else i])
        found.append(Bead(tuple(range(ja - a, ja)), tuple(range(en - b, en)), min(chance, 1.0)))
    return found


def _over(held: NDArray[np.bool_], ends: Ints, counts: Ints) -> NDArray[np.bool_]:
    """Whether any of the `counts` segments before each of `ends` is held."""
    if not held.any():
        return np.zeros(len(ends), dtype=np.bool_)
    running = np.concatenate([[0], np.cumsum(held)])
    return np.asarray(running[ends] > running[ends - counts])


def _parted(
    part: Chunk, path: Ints, beads: Sequence[Bead | None], passed: Floats, starts: Ints
) -> list[Solved]:
    """A solved chunk cut at nodes passed for certain, so that later edits touch little of it."""
    diagonals = path[:, 0] + path[:, 1]
    certain = passed[diagonals, path[:, 0] - starts[diagonals]] >= _CERTAIN
    last = len(part.path) - 1
    known = np.concatenate([[[0, 0]], path[:, :2]])
    line = np.round(np.interp(np.arange(last + 1), known.sum(axis=1), known[:, 0]))
    found, own, start = [], [], 0
    for bead, k, sure in zip(beads, diagonals.tolist(), certain.tolist(), strict=True):
        if bead is not None:
            own.append(bead)
        if k == last or (sure and k - start >= _SHORT and last - k >= _SHORT // 2):
            inner = cut(line.astype(np.int64), start, k, part.width)
            low = part.low[0] + inner.low[0], part.low[1] + inner.low[1]
            found.append(Solved(replace(inner, low=low), tuple(own)))
            own, start = [], k
    return found or [Solved(part, ())]
