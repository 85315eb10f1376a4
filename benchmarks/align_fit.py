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
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from align_data import Maker, Sample, documents, dropped, joined, split_lines
from align_data import merged as merged_groups
from align_sets import chapters
from scipy.optimize import minimize

import alignbench.alignment.aligner as aligner
from alignbench.alignment.aligner import locate
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.weights import PRIOR, weighed
from alignbench.alignment.search.chunks import WIDTH, batch_bands, merged
from alignbench.alignment.search.lattice import Band, Sweep
from alignbench.domain.links import Bead

SETS = ("ami_ja_dev", "coursera_sample", "d365", "kyoto", "wmt21_en-ja", "wmt21_ja-en")


@dataclass
class Case:
    """One document made ready: kept beads with their evidence, and which of them gold allows."""

    sweep: Sweep
    spots: np.ndarray
    evidence: np.ndarray
    golden: np.ndarray
    beads: int


def novel(folder: Path, maker: Maker) -> list[Sample]:
    """Chapters as they are, and each third once more with a little left out."""
    return chapters(folder / "align-novel.jsonl", maker)


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


def allowed(sample: Sample, sweep: Sweep, table: tuple[tuple[int, int], ...]) -> np.ndarray:
    """Which beads (K, T, W) a path through the gold groups may take; null runs in any order."""
    i, j = (values[0] for values in sweep.band.nodes())
    out = np.zeros((len(i), len(table), i.shape[1]), dtype=np.bool_)
    place = {shape: t for t, shape in enumerate(table)}
    at = (0, 0)
    coarse = " split " in sample.name
    for (a, b), null in grouped_nulls(sample.gold):
        to = at[0] + a, at[1] + b
        if not null and not coarse and (a, b) in place:
            k = sum(to)
            column = to[0] - sweep.band.starts[0, k]
            if 0 <= column < i.shape[1]:
                out[k, place[a, b], column] = True
        else:
            for t, (c, d) in enumerate(table):
                if null == (c == 0 or d == 0):
                    inside = (i - c >= at[0]) & (j - d >= at[1]) & (i <= to[0]) & (j <= to[1])
                    out[:, t][inside] = True
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


def case(sample: Sample, weights: dict[str, float], names: list[str]) -> Case | None:
    """Features at the beads that matter, the document's model learned under `weights`."""
    aligner.fitted = lambda: weights  # type: ignore[assignment]
    problem, chunks = locate(sample.ja, sample.en)
    statistics, table, model = problem.statistics, problem.shapes, problem.model
    band = batch_bands([replace(merged(chunks), width=WIDTH)], WIDTH)
    features = BeadFeatures(statistics, band, table)
    scores = weighed(features, model, weights)
    sweep = Sweep(band.lattices, table)
    golden = allowed(sample, sweep, table)
    posteriors, _ = sweep.posteriors(scores)
    keep = (posteriors[0] > 1e-6) | (golden & np.isfinite(scores[0]))
    gold_scores = np.where(golden[None], scores, -np.inf)
    _, totals = sweep.posteriors(gold_scores)
    if not np.isfinite(totals[0]):
        return None
    spots = np.flatnonzero(keep)
    place = {name: column for column, name in enumerate(names)}
    evidence = np.zeros((len(spots), len(names)), dtype=np.float32)
    k, t, w = np.unravel_index(spots, keep.shape)
    for number, shape in enumerate(table):
        mine = t == number
        for name, values in features.values(shape, model):
            values = np.broadcast_to(values, features.ja.shape)
            evidence[mine, place[name]] += values[0][k[mine], w[mine]]
    return Case(sweep, spots, evidence, golden.reshape(-1)[spots], len(sample.gold))


def objective(x: np.ndarray, batches: list[list[Case]]) -> tuple[float, np.ndarray]:
    """Negative log likelihood and its gradient."""
    loss, gradient = 0.0, np.zeros(len(x))
    for batch in batches:
        sweep = together(batch)
        shape = (len(batch), 2, sweep.diagonals, len(sweep.shapes), sweep.band.width)
        both = np.full(shape, -np.inf)
        for scores, item in zip(both, batch, strict=True):
            values = item.evidence @ x
            flat = scores.reshape(
                2, -1
            )  # diagonals come first, so padding leaves spots as they are
            flat[0, item.spots] = values
            flat[1, item.spots[item.golden]] = values[item.golden]
        posteriors, totals = sweep.posteriors(both.reshape(-1, *shape[2:]))
        loss += float((totals[::2] - totals[1::2]).sum())
        for shares, item in zip(posteriors.reshape(len(batch), 2, -1), batch, strict=True):
            gradient += (shares[0, item.spots] - shares[1, item.spots]) @ item.evidence
    return loss, gradient


def batched(cases: list[Case], nodes: int = 60_000) -> list[list[Case]]:
    """Cases of like length and the same shapes together, so that they are swept as one."""
    batches: list[list[Case]] = []
    for item in sorted(cases, key=lambda case: (len(case.sweep.shapes), case.sweep.diagonals)):
        first = batches[-1][0] if batches else None
        if (
            first is None
            or len(first.sweep.shapes) != len(item.sweep.shapes)
            or first.sweep.band.width != item.sweep.band.width
            or item.sweep.diagonals * (len(batches[-1]) + 1) * item.sweep.band.width > nodes
        ):
            batches.append([])
        batches[-1].append(item)
    return batches


def together(batch: list[Case]) -> Sweep:
    """Each band of a batch twice: once for all paths, once for gold's."""
    longest = max(item.sweep.diagonals for item in batch)
    starts = np.concatenate(
        [
            np.repeat(
                np.pad(
                    item.sweep.band.starts, ((0, 0), (0, longest - item.sweep.diagonals)), "edge"
                ),
                2,
                axis=0,
            )
            for item in batch
        ]
    )
    ends = np.concatenate([np.repeat(item.sweep.band.ends, 2, axis=0) for item in batch])
    band = Band(starts, ends, batch[0].sweep.band.width)
    return Sweep(band, [tuple(shape) for shape in batch[0].sweep.shapes.tolist()])


def fit(
    cases: list[Case], names: list[str], start: dict[str, float], strength: float, rounds: int
) -> dict[str, float]:
    prior = np.array([PRIOR[name] for name in names])
    scale = sum(item.beads for item in cases)
    batches = batched(cases)

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        value, gradient = objective(x, batches)
        value += strength * float(((x - prior) ** 2).sum())
        return value / scale, (gradient + 2 * strength * (x - prior)) / scale

    first = np.array([start[name] for name in names])
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    print(
        f"loss a bead {loss(first)[0]:.4f} -> {found.fun:.4f} in {found.nfev} evaluations",
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
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth document")
    args = parser.parse_args()
    names = list(PRIOR)
    start = PRIOR | (json.loads(args.start.read_text()) if args.start else {})
    sets = tuple(name for name in SETS if name not in args.leave_out.split(","))
    cases = []
    for place, name in enumerate(args.encoder or ["bundled"]):
        made = thinned(
            samples(args.folder, Maker(name, args.cache), sets, place), place, args.every
        )
        if "novel" not in args.leave_out:
            made += novel(args.folder, Maker(name, args.cache))
        ready = [case(sample, start, names) for sample in made]
        cases += [item for item in ready if item is not None]
        print(
            name,
            len(made),
            "documents,",
            sum(item is None for item in ready),
            "whose gold left the band",
            flush=True,
        )
    weights = fit(cases, names, start, args.strength, args.rounds)
    sharper = {name: round(weight * args.sharpen, 4) for name, weight in weights.items()}
    args.out.write_text(json.dumps(sharper, indent=1) + "\n")


if __name__ == "__main__":
    main()
