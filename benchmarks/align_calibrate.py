"""Fit how sure a link is, given its posterior and how its document behaves.

    python benchmarks/align_calibrate.py CORPORA/dev --cache FOLDER --out calibration.json

Each kind of text counts alike, however many links it has. Printed is the expected calibration
error of each kind before, after, and with the kind left out of the fit.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from align_data import Maker, Sample
from align_dev import made
from align_sets import chapters
from scipy.optimize import minimize

import alignbench.alignment.aligner as aligner
from alignbench.alignment.aligner import locate
from alignbench.alignment.evaluation import doubt, judged
from alignbench.alignment.scoring.calibration import calibrated, terms
from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.alignment.search.chunk_solver import solve

KINDS = {
    "news": ("wmt21_ja-en", "wmt21_en-ja"),
    "software": ("d365",),
    "encyclopaedia": ("kyoto",),
    "meetings": ("ami_ja_dev",),
    "novel": ("novel",),
}
Link = tuple[float, bool, tuple[int, int], DocumentModel]


def links(samples: list[Sample]) -> list[Link]:
    """Posterior, whether right, shape and document of every link."""
    aligner.with_confidence = lambda beads, _: beads  # type: ignore[assignment,attr-defined]
    found: list[Link] = []
    for sample in samples:
        problem, chunks = locate(sample.ja, sample.en)
        model = problem.model
        beads = aligner.repaired(problem, solve(problem, chunks)).beads
        for bead, (chance, right) in zip(beads, judged(sample.gold, beads), strict=True):
            found.append((chance, right, (len(bead.ja), len(bead.en)), model))
    return found


def fit(kinds: Mapping[str, list[Link]], strength: float) -> dict[str, float]:
    """Coefficients by logistic regression, drawn towards leaving posteriors as they are."""
    rows, right, weights = [], [], []
    for own in kinds.values():
        for chance, is_right, shape, model in own:
            odds = float(np.clip(np.log((chance + 1e-9) / (1 - chance + 1e-9)), -12, 12))
            rows.append(dict(terms(odds, shape, model.looseness, model.freedom)))
            right.append(is_right)
            weights.append(1000.0 / len(own))
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    wanted, share = np.array(right, dtype=float), np.array(weights)
    prior = np.array(
        [float(name in ("odds null", "odds single", "odds several")) for name in names]
    )

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ x
        value = float((share * (np.logaddexp(0, odds) - wanted * odds)).sum())
        away = share * (1 / (1 + np.exp(-odds)) - wanted)
        return (
            value + strength * float(((x - prior) ** 2).sum()),
            away @ table + 2 * strength * (x - prior),
        )

    found = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return {name: round(float(value), 4) for name, value in zip(names, found, strict=True)}


def error(own: list[Link], known: Mapping[str, float] | None) -> str:
    pairs = [
        (calibrated(chance, shape, model, known) if known is not None else chance, right)
        for chance, right, shape, model in own
    ]
    sure = [right for chance, right in pairs if chance >= 0.8]
    wrong = sum(
        not right and 0 in link[2] and chance >= 0.8
        for (chance, right), link in zip(pairs, own, strict=True)
    )
    return (
        f"ECE {doubt(pairs).error:.4f}, sure {len(sure) / len(pairs):.2f} of which right "
        f"{sum(sure) / max(len(sure), 1):.4f} ({len(sure) - sum(sure)} wrong, {wrong} null)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--most", type=int, default=8, help="documents of a set")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.weights:
        given = json.loads(args.weights.read_text())
        aligner.fitted = lambda: given  # type: ignore[assignment]
    maker = Maker(args.encoder, args.cache)
    kinds: dict[str, list[Link]] = {}
    for kind, names in KINDS.items():
        kinds[kind] = []
        for name in names:
            kinds[kind] += links(
                chapters(args.folder / "align-novel.jsonl", maker)
                if name == "novel"
                else made(args.folder, name, maker, 1, args.most)
            )
    whole = fit(kinds, args.strength)
    args.out.write_text(json.dumps(whole, indent=1) + "\n")
    for kind, own in kinds.items():
        others = fit({name: of for name, of in kinds.items() if name != kind}, args.strength)
        print(f"{kind:14s} before   {error(own, None)}")
        print(f"{'':14s} fitted   {error(own, whole)}")
        print(f"{'':14s} left out {error(own, others)}", flush=True)


if __name__ == "__main__":
    main()
