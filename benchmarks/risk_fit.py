"""Fits and measures the risk of `checks.semantic` on real revisions.

    python benchmarks/risk_fit.py ERRORS.tsv

`ERRORS.tsv` has the columns ja, en_before, en_after, category and doc. The version before the
reviser's hand should be the riskier one. Weights are fitted on one half of the documents (needs
scikit-learn, a development tool here) and printed beside the shipped ones; both are measured on
each half. Where the model was trained on revised versions, similarity flatters them: the last
column leaves similarity out.
"""

import argparse
import csv
import math
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alignbench.checks.embedding_outliers import (
    LOST_VALUES,
    SHORTNESS,
    SIMILARITY,
    UNCOVERED_EN,
    UNCOVERED_JA,
)
from alignbench.checks.omissions.coverage import lengths
from alignbench.checks.pair import CheckedPair
from alignbench.embedding.loader import load
from alignbench.language.keys import keys
from alignbench.pipeline.embedding_evidence import Evidence
from alignbench.pipeline.word_links import WordLinker

SHIPPED = np.array([SIMILARITY, SHORTNESS, UNCOVERED_JA, UNCOVERED_EN, LOST_VALUES])
FLOORS = {"omission": 0.75, "mistranslation": 0.65, "number_date": 0.75, "name": 0.0}


def read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["category"] in FLOORS and row["en_before"].strip() and row["en_after"].strip():
                yield row


def evidence(ja: Sequence[str], en: Sequence[str]) -> NDArray[np.float64]:
    """The five numbers of `checks.semantic.risk` for each pair: shape (pairs, 5)."""
    encoder = load()
    pairs = list(zip(ja, en, strict=True))
    known = Evidence(encoder, WordLinker(encoder)).context(pairs)
    rows = []
    for at, (one, other) in enumerate(pairs):
        length_ja, length_en = lengths(CheckedPair(one, other))
        lost = sum(key.startswith("n:") for key in keys(one, "ja") - keys(other, "en"))
        words = [
            sum(word.weight for word in side)
            for side in (known.uncovered_ja[at], known.uncovered_en[at])
        ]
        alike = known.similarity[at] or 0.0
        rows.append([alike, math.log(max(length_en, 1) / max(length_ja, 1)), *words, lost])
    return np.array(rows)


def fitted(differences: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    scale = differences.std(axis=0)
    both = np.concatenate([differences, -differences]) / scale
    target = np.repeat([1, 0], len(differences))
    model = LogisticRegression(fit_intercept=False).fit(both, target, np.tile(weights, 2))
    return np.asarray(model.coef_[0] / scale)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("errors", type=Path)
    rows = list(read(parser.parse_args().errors))
    ja = [row["ja"] for row in rows]
    before, after = (
        evidence(ja, [row[f"en_{when}"] for row in rows]) for when in ("before", "after")
    )
    differences = before - after
    category = np.array([row["category"] for row in rows])
    half = np.array([zlib.crc32(row["doc"].encode()) % 2 for row in rows])
    counts = {name: int(np.sum(category == name)) for name in FLOORS}
    weights = np.array([max(counts.values()) / counts[name] for name in category])
    learnt = fitted(differences[half == 0], weights[half == 0])
    print("shipped", SHIPPED.round(2), "fitted", learnt.round(2))
    blind = np.where(np.arange(len(SHIPPED)) == 0, 0.0, SHIPPED)
    print(f"{'category':16}{'half':>8}{'pairs':>7}{'shipped':>9}{'fitted':>9}{'blind':>9}")
    for name in FLOORS:
        for which in (0, 1):
            chosen = differences[(category == name) & (half == which)]
            shares = [
                float(np.mean((chosen @ w > 0) + 0.5 * (chosen @ w == 0)))
                for w in (SHIPPED, learnt, blind)
            ]
            label = "fitted" if which == 0 else "held out"
            print(f"{name:16}{label:>8}{len(chosen):7}" + "".join(f"{s:9.1%}" for s in shares))


if __name__ == "__main__":
    main()
