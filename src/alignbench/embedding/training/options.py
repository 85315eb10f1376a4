"""What can be set about a training."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from alignbench.domain.errors import InputError
from alignbench.embedding.static.quantisation import STEPS
from alignbench.messages import t


@dataclass(frozen=True, slots=True)
class TrainingOptions:
    """The recipe in numbers. The defaults are the bundled model's.

    Attributes:
        dimension: length of a vector.
        features, pairs, buckets: rows of the table: features and pairs of neighbouring words with
            a row each, and rows shared by all other features.
        steps: batches in all; the learning rate falls to zero over them.
        batch: pairs (or runs of pairs) told apart at once.
        rate: learning rate at its highest.
        dropout: share of rows left out of each text.
        spans: share of a batch that is runs of 2 to 4 neighbouring pairs.
        beside: pairs drawn in a row, so that a batch holds wrong pairs of the same document.
        bits: a number of the table is kept in.
        rounded: share of the steps, the last ones, that see the table as it will be kept.
        scale: what cosines are multiplied by in the softmax, at most: the inverse of its
            temperature. Left to grow, it makes worse models (docs/methods/embedding.md).
        margin: taken from the cosine of right pairs while training.
        weights: how often a source's pairs are drawn, against 1 for the others.
        held_out: pairs of each source kept out of training to measure by.
        evaluations: times it is measured, evenly spread; training stops when it has not got better
            for `patience` of them.
        seed: the same seed, files and machine give the same model.
    """

    dimension: int = 384
    features: int = 100_000
    pairs: int = 45_000
    buckets: int = 12_000
    steps: int = 7_000
    batch: int = 4_096
    rate: float = 0.02
    dropout: float = 0.3
    spans: float = 0.3
    beside: int = 1
    bits: int = 3
    rounded: float = 0.25
    scale: float = 20.0
    margin: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)
    held_out: int = 500
    evaluations: int = 28
    patience: int = 4
    seed: int = 0

    def __post_init__(self) -> None:
        least = {"dimension": 8, "features": 1, "buckets": 1, "steps": 1, "batch": 2}
        least |= {
            "beside": 1,
            "evaluations": 1,
            "patience": 1,
            "pairs": 0,
            "held_out": 1,
            "seed": 0,
        }
        for name, value in least.items():
            if getattr(self, name) < value:
                raise InputError(
                    t("{name} must be at least {value}.", name=name.replace("_", " "), value=value)
                )
        for name in ("dropout", "spans", "rounded", "margin"):
            if not 0 <= getattr(self, name) < 1:
                raise InputError(t("{name} must be at least 0 and below 1.", name=name))
        if self.bits not in STEPS:
            raise InputError(t("bits must be one of {map}.", map=", ".join(map(str, STEPS))))
        for name in ("rate", "scale"):
            if getattr(self, name) <= 0:
                raise InputError(t("{name} must be above 0.", name=name))

    def recorded(self) -> dict[str, Any]:
        """The options as they go into a checkpoint or a model's folder."""
        return {**asdict(self), "weights": dict(self.weights)}

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """What the options are called."""
        return tuple(each.name for each in fields(cls))
