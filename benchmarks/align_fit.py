"""Fit the weights of beads on documents with gold links: a conditional random field.

    python benchmarks/align_fit.py CORPORA/dev --cache FOLDER --encoder bundled [--out weights.json]

The likelihood is that of the gold path among all paths of the lattice; where gold is coarse (a
line holding several sentences) any path inside the group will do. Its gradient is observed less
expected evidence. Weights are drawn towards a prior, so that evidence the corpora lack
(headings, furniture) keeps a sensible one.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from align_data import Maker, Sample, documents, dropped, joined, split_lines
from align_data import merged as merged_groups
from align_sets import chapters
from scipy.optimize import minimize

import alignbench.alignment.aligner as aligner
from alignbench.alignment.aligner import locate
from alignbench.alignment.lattice.document_band import DocumentBand
from alignbench.alignment.scoring.weights import PRIOR
from alignbench.alignment.search.chunk_solver import Problem
from alignbench.alignment.search.chunks import Chunk, batches
from alignbench.alignment.search.surroundings import SurroundedChunks
from alignbench.alignment.search.sweep import Sweep
from alignbench.domain.links import Bead

SETS = ("ami_ja_dev", "coursera_sample", "d365", "kyoto", "wmt21_en-ja", "wmt21_ja-en")


@dataclass
class Case:
    """Chunks made ready: the beads that matter, their features, and which of them gold allows."""

    sweep: Sweep
    spots: np.ndarray
    evidence: np.ndarray
    golden: np.ndarray
    beads: int
    weight: float


def novel(folder: Path, maker: Maker, rng: random.Random) -> list[Sample]:
    """Chapters as they are and, unless vectors stand alone, once more with a little left out."""
    path = folder / "align-novel.jsonl"
    whole = chapters(path, maker)
    if "bare" in maker.twists:
        return whole
    less = [dropped(doc, rng, 0.03) for doc in documents(path)]
    return whole + [
        maker.sample(f"novel less {place}", [doc], rng, 8) for place, doc in enumerate(less)
    ]


def samples(folder: Path, maker: Maker, sets: tuple[str, ...], seed: int) -> list[Sample]:
    """Plain, split and merged variants of the sets' documents."""
    made = []
    for name in sets:
        docs = documents(folder / f"align-{name}.jsonl")
        at_once = 20 if len(docs) > 5 else 1
        groups = (
            [
                part
                for doc in docs
                for part in (doc[at : at + 200] for at in range(0, len(doc), 200))
            ]
            if at_once == 1
            else docs
        )
        for place, part in enumerate(joined(groups, 8 if name == "d365" else at_once)):
            rng = random.Random(f"{seed} {name} {place}")
            kind = place % 4
            # Texts differ in how much they leave out, or habits could not be learned.
            share = rng.choice((0.0, 0.01, 0.04, 0.04, 0.08))
            plain = [dropped(doc, rng, share) for doc in part]
            made.append(maker.sample(f"{name} plain {place}", plain, rng))
            if kind == 0:
                cut = [dropped(merged_groups(doc, rng), rng, 0.02) for doc in part]
                made.append(maker.sample(f"{name} merged {place}", cut, rng, 5, 0.01))
            if kind == 1:
                cut = [dropped(split_lines(doc), rng, 0.02) for doc in part]
                made.append(maker.sample(f"{name} split {place}", cut, rng, 3, 0.02))
    return made


LARGE = ("kyoto", "d365")


def thinned(made: list[Sample], place: int, every: int) -> list[Sample]:
    """Every so manieth document, and a third of those from the large sets.

    So no set rules, and the model's own fields (the large sets are of the kind it was trained on)
    do not make it look better than it is elsewhere.
    """
    large = [sample for sample in made if sample.name.startswith(LARGE)][place % 3 :: 3]
    small = [sample for sample in made if not sample.name.startswith(LARGE)]
    if place:
        large, small = large[place % every :: every], small[place % every :: every]
    return large + small


def allowed(sample: Sample, band: DocumentBand, table: tuple[tuple[int, int], ...]) -> np.ndarray:
    """Which beads (B, K, T, W) a path through the gold groups may take; null runs in any order."""
    i, j = band.places()
    out = np.zeros((*i.shape[:2], len(table), i.shape[2]), dtype=np.bool_)
    place = {shape: t for t, shape in enumerate(table)}
    low, high = band.origins.min(axis=0), (band.origins + band.lattices.ends).max(axis=0)
    at = (0, 0)
    coarse = " split " in sample.name
    for (a, b), null in grouped_nulls(sample.gold):
        to = at[0] + a, at[1] + b
        if to[0] >= low[0] and to[1] >= low[1] and at[0] <= high[0] and at[1] <= high[1]:
            if not null and not coarse and (a, b) in place:
                out[:, :, place[a, b]] |= (i == to[0]) & (j == to[1])
            else:
                for t, (c, d) in enumerate(table):
                    if null == (c == 0 or d == 0):
                        inside = (i - c >= at[0]) & (j - d >= at[1]) & (i <= to[0]) & (j <= to[1])
                        out[:, :, t] |= inside
        at = to
    return out


def grouped_nulls(gold: list[Bead]) -> list[tuple[tuple[int, int], bool]]:
    """Sizes of gold beads, neighbouring null links taken together, and whether they are null."""
    found: list[tuple[tuple[int, int], bool]] = []
    for bead in gold:
        size = len(bead.ja), len(bead.en)
        if bead.is_null and found and found[-1][1]:
            before = found.pop()[0]
            size = before[0] + size[0], before[1] + size[1]
        found.append((size, bead.is_null))
    return found


def cases(
    sample: Sample, weights: dict[str, float], names: list[str], weight: float
) -> Iterator[Case | None]:
    """Features at the beads that matter, chunk by chunk, the document's model under `weights`."""
    aligner.fitted = lambda: weights  # type: ignore[assignment]
    problem, chunks = locate(sample.ja, sample.en)
    # Every path of the band competes, those too that a first search would not look at.
    for batch in batches([part.throughout() for part in chunks], len(problem.shapes)):
        yield case(sample, problem, batch, names, weight)


def case(
    sample: Sample, problem: Problem, batch: list[Chunk], names: list[str], weight: float
) -> Case | None:
    table, model = problem.shapes, problem.model
    read = SurroundedChunks(problem.statistics, batch, table)
    band = read.band
    scores = read.scores(model, problem.weights)
    sweep = Sweep(band.lattices, table)
    golden = allowed(sample, band, table) & np.isfinite(scores)
    _, totals = sweep.posteriors(np.where(golden, scores, -np.inf).astype(scores.dtype))
    good = np.isfinite(totals)
    if not good.all():
        kept = [part for part, reached in zip(batch, good, strict=True) if reached]
        return case(sample, problem, kept, names, weight) if kept else None
    posteriors, _ = sweep.posteriors(scores)
    keep = (posteriors > 1e-6) | golden
    spots = np.flatnonzero(keep)
    place = {name: column for column, name in enumerate(names)}
    evidence = np.zeros((len(spots), len(names)), dtype=np.float32)
    item, k, t, w = np.unravel_index(spots, keep.shape)
    for number, named in enumerate(read.evidence(model)):
        mine = np.flatnonzero(t == number)
        where = item[mine], k[mine], w[mine]
        for name, values in named:
            evidence[mine, place[name]] += values[where]
    return Case(
        sweep, spots, evidence, golden.reshape(-1)[spots], int(band.lattices.ends.sum()), weight
    )


def objective(x: np.ndarray, ready: list[Case]) -> tuple[float, np.ndarray]:
    """Negative log likelihood and its gradient."""
    loss, gradient = 0.0, np.zeros(len(x))
    weights = x.astype(np.float32)
    for item in ready:
        sweep = item.sweep
        shape = (sweep.count, sweep.diagonals, len(sweep.shapes), sweep.band.width)
        values = item.evidence @ weights
        posteriors, totals = [], []
        for chosen in (slice(None), item.golden):
            scores = np.full(shape, -np.inf, dtype=np.float32)
            scores.reshape(-1)[item.spots[chosen]] = values[chosen]
            shares, total = sweep.posteriors(scores)
            posteriors.append(shares.reshape(-1)[item.spots])
            totals.append(float(total.sum()))
        loss += item.weight * (totals[0] - totals[1])
        gradient += item.weight * ((posteriors[0] - posteriors[1]) @ item.evidence)
    return loss, gradient


def fit(
    ready: list[Case], names: list[str], start: dict[str, float], strength: float, rounds: int
) -> dict[str, float]:
    prior = np.array([PRIOR[name] for name in names])
    scale = sum(item.beads * item.weight for item in ready)

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        value, gradient = objective(x, ready)
        value += strength * float(((x - prior) ** 2).sum())
        return value / scale, (gradient + 2 * strength * (x - prior)) / scale

    first = np.array([start[name] for name in names])
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    print(
        f"loss a segment {loss(first)[0]:.4f} -> {found.fun:.4f} in {found.nfev} evaluations",
        flush=True,
    )
    return {name: round(float(value), 4) for name, value in zip(names, found.x, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--encoder", action="append")
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument(
        "--sharpen", type=float, default=1.0, help="factor for all weights: an inverse temperature"
    )
    parser.add_argument("--novel", type=float, default=1.2, help="weight of the novel's chapters")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth document")
    args = parser.parse_args()
    names = list(PRIOR)
    start = PRIOR | (json.loads(args.start.read_text()) if args.start else {})
    sets = tuple(name for name in SETS if name not in args.leave_out.split(","))
    ready: list[Case] = []
    for place, name in enumerate(args.encoder or ["bundled"]):
        made = thinned(
            samples(args.folder, Maker(name, args.cache), sets, place), place, args.every
        )
        if "novel" not in args.leave_out:
            made += novel(args.folder, Maker(name, args.cache), random.Random(f"novel {place}"))
        lost = 0
        for sample in made:
            weight = args.novel if sample.name.startswith("novel") else 1.0
            for item in cases(sample, start, names, weight):
                lost += item is None
                ready += [item] if item is not None else []
        print(name, len(made), "documents,", lost, "batches whose gold left the band", flush=True)
    weights = fit(ready, names, start, args.strength, args.rounds)
    sharper = {name: round(weight * args.sharpen, 4) for name, weight in weights.items()}
    args.out.write_text(json.dumps(sharper, indent=1) + "\n")


if __name__ == "__main__":
    main()
