"""A fitted risk: weights of features, a regularised logistic regression, read from a small file.

`benchmarks/meaning/fit_risk.py` writes the file. There are two sets of weights: `order` knows
everything and orders the rows of a document; `hint` knows the reader of meaning and lengths alone,
so that a hint does not hang on what else was run, and has the risks of good pairs beside it, from
which the threshold comes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from alignbench.pipeline.document_scale import quantile
from alignbench.pipeline.risk_features import Feature

FILE: Final = Path(__file__).parent / "risk_model.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log odds that a pair is wrong where every second one is."""

    bias: float
    by_feature: Mapping[str, float]

    def of(self, feature: Feature) -> float:
        """What one feature adds; nothing for one that was not fitted."""
        return self.by_feature.get(feature.name, 0.0) * feature.value

    def risk(self, features: Iterable[Feature]) -> float:
        """Log odds of a pair with these features."""
        return self.bias + sum(self.of(each) for each in features)


@dataclass(frozen=True, slots=True)
class RiskModel:
    """Both sets of weights, and quantiles from 0 to 100% of the hint risk of good pairs."""

    order: Weights
    hint: Weights
    good: Sequence[float]

    def threshold(self, per_hundred: float) -> float:
        """The hint risk that so many of a hundred good pairs exceed."""
        return quantile(self.good, 1.0 - per_hundred / 100.0)


@cache
def risk_model(path: Path = FILE) -> RiskModel:
    """The model that ships with the package, read once."""
    there = json.loads(path.read_text(encoding="utf-8"))
    order, hint = (
        Weights(float(there[name]["bias"]), dict(there[name]["weights"]))
        for name in ("order", "hint")
    )
    return RiskModel(order, hint, tuple(there["good"]))
