"""Fits the weights of `pipeline.risk_model` and measures them on sources left out.

    python -m benchmarks.meaning.fit_risk ROWS KEPT [--write FILE] [--measure ROWS]

`ROWS` is a table of `labelled_rows`; what the reader says is kept in `KEPT`. Each source counts as
much as any other, right rows as much as wrong ones, and rows of one group are compared with each
other too. Evidence cannot speak for a pair: weights are not below zero but for what goes both ways,
the reader's standing and kinds and the embedding.

Prints, for the reader's logit alone, for weights fitted without the source and for the weights that
are written: how often the wrong row of a group is the riskier one, the area under the curve, what
is found where 2 of 100 right rows are flagged, and errors among the first rows of planted texts.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.pipeline.risk_features import Feature, PairEvidence, features, meaning_features
from alignbench.pipeline.risk_model import FILE
from benchmarks.meaning.labelled_rows import LabelledRow, read_labelled
from benchmarks.meaning.row_evidence import evidence

Numbers = NDArray[np.float64]
RIDGE = 0.003
"""Weight of the squares of the weights, in units of each feature's spread."""
STEPS, STEP = 1500, 0.02
MAY_SPEAK_FOR = ("standing", "standing above 1", "unlike")
"""Features whose weight may be below zero, with those of the reader's kinds."""
NOT_FOR_HINTS = ("unlike", "unanswered ja", "unanswered en")
FAMILIES = {"wmt21": "news", "ami": "speech", "coursera": "speech"}
"""Files of one kind of text, which are left out together."""
LEAST_WEIGHT = 0.02
FLAGGED = 0.02


@dataclass(frozen=True)
class Table:
    """Rows as numbers: `values` has shape (rows, features)."""

    rows: Sequence[LabelledRow]
    names: tuple[str, ...]
    values: Numbers

    @property
    def wrong(self) -> Numbers:
        """1 for a wrong row, 0 for a right one; shape (rows,)."""
        return np.array([row.wrong for row in self.rows], float)

    @property
    def families(self) -> NDArray[np.str_]:
        """The kind of source of each row; shape (rows,)."""
        return np.array([family(row.source) for row in self.rows])


def family(source: str) -> str:
    """What is left out together with a source."""
    name = source.removeprefix("align-")
    return next((said for begin, said in FAMILIES.items() if name.startswith(begin)), name)


def table(
    rows: Sequence[LabelledRow],
    known: Sequence[PairEvidence],
    of: Callable[[PairEvidence], list[Feature]],
    names: Sequence[str] = (),
) -> Table:
    """The features of rows as numbers; all that occur, or those of `names`."""
    there = [{each.name: each.value for each in of(one)} for one in known]
    chosen = tuple(names) or tuple(sorted({name for each in there for name in each}))
    values = np.array([[each.get(name, 0.0) for name in chosen] for each in there])
    return Table(rows, chosen, values)


def fit(data: Table, chosen: NDArray[np.bool_]) -> tuple[Numbers, float]:
    """Weights and bias from the rows that are `chosen`, by gradient descent with momentum (Adam).

    The loss is the mean over sources of the logistic loss, right and wrong rows counting the same,
    and of the logistic loss of differences within groups, with `RIDGE` on the weights.
    """
    spread = data.values[chosen].std(0) + 1e-6
    scaled = data.values / spread
    counts = _row_weights(data, chosen)
    above, below, pair_counts = _pairs(data, chosen)
    differences = scaled[above] - scaled[below]
    is_bound = np.array(
        [name not in MAY_SPEAK_FOR and not name.startswith("kind ") for name in data.names]
    )
    weights, bias = np.zeros(len(data.names)), 0.0
    mean, square = np.zeros(len(weights) + 1), np.zeros(len(weights) + 1)
    for step in range(1, STEPS + 1):
        error = counts * (_chance(scaled @ weights + bias) - data.wrong)
        slope = scaled.T @ error + RIDGE * weights
        slope -= differences.T @ (_chance(-(differences @ weights)) * pair_counts)
        both = np.append(slope, error.sum())
        mean = 0.9 * mean + 0.1 * both
        square = 0.99 * square + 0.01 * both * both
        move = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        move *= STEP * (1.0 - 0.9 * step / STEPS)
        weights, bias = weights - move[:-1], bias - float(move[-1])
        weights[is_bound] = np.maximum(weights[is_bound], 0.0)
    return weights / spread, bias


def left_out(data: Table) -> Numbers:
    """The risk of each row by weights that were fitted without its family of sources."""
    found = np.zeros(len(data.rows))
    for name in sorted(set(data.families)):
        ours = data.families == name
        weights, bias = fit(data, ~ours)
        found[ours] = data.values[ours] @ weights + bias
    return found


def _row_weights(data: Table, chosen: NDArray[np.bool_]) -> Numbers:
    """What each row counts: together 1, each family as much, its right as much as its wrong."""
    counts = np.zeros(len(data.rows))
    families = sorted(set(data.families[chosen]))
    for name in families:
        for answer in (0.0, 1.0):
            ours = chosen & (data.families == name) & (data.wrong == answer)
            if ours.any():
                counts[ours] = 0.5 / len(families) / ours.sum()
    return counts


def _pairs(
    data: Table, chosen: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], Numbers]:
    """Wrong and right rows of one group, by their places, and what each pair counts."""
    groups: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for at in np.flatnonzero(chosen):
        row = data.rows[int(at)]
        groups.setdefault((row.source, row.group), ([], []))[row.wrong].append(int(at))
    found = [
        (wrong, right, 1.0 / len(rights) / len(wrongs) ** 0.5)
        for rights, wrongs in groups.values()
        for wrong in wrongs
        for right in rights
    ]
    above, below = (np.array([each[side] for each in found], np.int64) for side in (0, 1))
    counts = np.array([each[2] for each in found])
    families = data.families[above]
    for name in set(families):
        counts[families == name] /= counts[families == name].sum() * len(set(families))
    return above, below, counts


def _chance(odds: Numbers) -> Numbers:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -60.0, 60.0))))


def area(wrong: Numbers, right: Numbers) -> float:
    """How often a wrong row is riskier than a right one, ties counting half."""
    ordered = np.sort(right)
    places = np.searchsorted(ordered, wrong, "left") + np.searchsorted(ordered, wrong, "right")
    return float(places.mean() / 2.0 / len(ordered))


def print_measure(data: Table, risks: Numbers, name: str) -> None:
    """The table of one set of risks, by family of sources."""
    print(f"\n{name}\n{'source':24} {'wrong':>6} {'riskier':>8} {'area':>6} {'found at 2%':>12}")
    every = np.ones(len(data.rows), bool)
    above, below, _ = _pairs(data, every)
    for each in sorted(set(data.families)):
        ours = data.families == each
        wrong, right = risks[ours & (data.wrong == 1.0)], risks[ours & (data.wrong == 0.0)]
        if not len(wrong) or not len(right):
            continue
        inside = data.families[above] == each
        ahead, behind = risks[above[inside]], risks[below[inside]]
        wins = float(np.mean((ahead > behind) + 0.5 * (ahead == behind)))
        found = float(np.mean(wrong > np.quantile(right, 1.0 - FLAGGED)))
        print(f"{each:24} {len(wrong):6} {wins:8.2f} {area(wrong, right):6.2f} {found:12.2f}")
    _print_planted(data, risks)
    others = np.array([row.kind == "paraphrase" for row in data.rows])
    if others.any():
        wrong = risks[(data.families == "triples") & (data.wrong == 1.0)]
        print(f"contradiction above paraphrase: {area(wrong, risks[others]):.2f}")


def _print_planted(data: Table, risks: Numbers) -> None:
    """Errors among as many of the riskiest rows as a planted text has errors."""
    texts: dict[tuple[str, str], dict[int, tuple[float, int]]] = {}
    for row, risk in zip(data.rows, risks, strict=True):
        if row.source.startswith("planted"):
            there = texts.setdefault((row.source, row.document), {})
            if row.wrong or row.place not in there:
                there[row.place] = float(risk), row.wrong
    first = errors = 0
    for there in texts.values():
        count = sum(wrong for _, wrong in there.values())
        ordered = sorted(there.values(), reverse=True)
        first, errors = first + sum(wrong for _, wrong in ordered[:count]), errors + count
    if errors:
        print(f"planted errors among the first: {first} of {errors}")


def good_quantiles(data: Table, risks: Numbers) -> list[float]:
    """Quantiles, 0 to 100%, of the risks of good rows of documents, each family counting once."""
    good = np.array([row.kind == "good" and bool(row.document) for row in data.rows])
    families = data.families[good]
    counts = np.array([1.0 / (families == each).sum() for each in families])
    order = np.argsort(risks[good])
    share = np.cumsum(counts[order]) / counts.sum()
    return [
        round(float(np.interp(p, share, risks[good][order])), 4) for p in np.linspace(0, 1, 201)
    ]


def print_rates(data: Table, risks: Numbers) -> None:
    """Good rows above the threshold of the other families of sources, by family."""
    good = np.array([row.kind == "good" and bool(row.document) for row in data.rows])
    print(f"\ngood rows hinted at, thresholds from the other sources\n{'source':24} 1% 2% 5%")
    for each in sorted(set(data.families[good])):
        ours = good & (data.families == each)
        others = Table(
            [row for row, out in zip(data.rows, ~ours, strict=True) if out],
            data.names,
            data.values[~ours],
        )
        quantiles = good_quantiles(others, risks[~ours])
        limits = [quantiles[round(200 * (1.0 - share))] for share in (0.01, 0.02, 0.05)]
        rates = "  ".join(f"{np.mean(risks[ours] > limit):5.1%}" for limit in limits)
        print(f"{each:24} {rates}  of {ours.sum()}")


def written(data: Table, weights: Numbers, bias: float) -> dict[str, Any]:
    """A set of weights as the file has it; those near zero are left out."""
    kept = {
        name: round(float(weight), 4)
        for name, weight in zip(data.names, weights, strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }
    return {"bias": round(bias, 4), "weights": kept}


def for_hints(known: PairEvidence) -> list[Feature]:
    """The features of a hint: none that needs the embedding."""
    return [each for each in meaning_features(known) if each.name not in NOT_FOR_HINTS]


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the weights of the risk of a pair.")
    parser.add_argument("rows", type=Path)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--write", type=Path, nargs="?", const=FILE)
    parser.add_argument("--measure", type=Path, action="append", default=[])
    asked = parser.parse_args()
    rows = read_labelled(asked.rows)
    known = evidence(rows, asked.kept)
    logits = np.array([each.judgement.logit if each.judgement else 0.0 for each in known])
    model: dict[str, Any] = {}
    everything = np.ones(len(rows), bool)
    for name, of in (("order", features), ("hint", for_hints)):
        data = table(rows, known, of)
        weights, bias = fit(data, everything)
        out = left_out(data)
        if name == "order":
            print_measure(data, logits, "the reader's logit alone")
        print_measure(data, out, f"{name}: the source left out")
        print_measure(data, data.values @ weights + bias, f"{name}: fitted on all")
        model[name] = written(data, weights, bias)
        if name == "hint":
            print_rates(data, out)
            model["good"] = good_quantiles(data, data.values @ weights + bias)
        for path in asked.measure:
            others = read_labelled(path)
            unseen = table(others, evidence(others, asked.kept), of, data.names)
            print_measure(unseen, unseen.values @ weights + bias, f"{name}: {path.stem}")
    if asked.write:
        asked.write.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
