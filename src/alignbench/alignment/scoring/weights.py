"""Log weights of beads: evidence times fitted weights."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats
from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.alignment.scoring.features import BeadFeatures, Float32, NamedValues

Weights = Mapping[str, float]
_SHORT = 200

PRIOR = {
    "bias 1-1": 1.0, "bias 1-2": -2.0, "bias 2-1": -2.0, "bias 1-3": -3.5, "bias 3-1": -3.5,
    "bias 2-2": -4.0, "bias 1-many": -5.0, "bias many-1": -5.0, "bias many": -6.0,
    "similar 11": 2.0, "close 11": 3.0,
    "similar 1n": 2.0, "close 1n": 3.0,
    "similar mn": 2.0, "close mn": 3.0,
    "similar short": -0.5, "short": 0.0, "gain 1n": 2.0, "gain mn": 2.0,
    "length 11": -0.3, "length 1n": -0.3, "length mn": -0.3, "length tail": -0.3,
    "numbers apart": -0.5, "keys": 0.5, "no keys": -0.5,
    "openings": 0.7, "across paragraphs": -0.7, "mixed kinds": -2.0, "furniture": -4.0,
    "same kind": 0.5, "other kind": -0.7,
    "null ja": -1.5, "null en": -1.5, "null furniture": 3.0, "null special": 0.3,
    "null length": -0.3, "null numbers": -0.2, "null similar": -0.5, "null unlike": 0.5,
    "bare 11": 0.0, "bare 1n": 0.0, "bare mn": 0.0, "bare null": 0.0,
    "sentences 11": -0.3, "sentences 1n": -0.3, "sentences mn": -0.3,
    "sentences alike 11": 0.3, "sentences alike 1n": 0.3, "sentences alike mn": 0.3,
    "quotation cut": -0.5, "quotation open": 0.0, "quotation joined": 0.3,
    "null quoted": -0.5, "null in quotation": -0.5, "null sentences": 0.0,
    "loose 11": 0.0, "loose 1n": 0.0, "loose mn": 0.0, "loose null": 0.0,
    "free 11": 0.0, "free 1n": 0.0, "free mn": 0.0, "free null": 0.0,
    "margin 11": 0.0, "margin 1n": 0.0, "margin mn": 0.0, "end 1n": 0.0, "end mn": 0.0,
    "wordless 11": 0.0, "wordless 1n": 0.0, "wordless mn": 0.0, "wordless null": 0.0,
    "said 11": 0.0, "said 1n": 0.0, "said mn": 0.0,
    "least said 11": 0.0, "least said 1n": 0.0, "least said mn": 0.0,
    "unsaid 11": 0.0, "unsaid 1n": 0.0, "unsaid mn": 0.0,
    "said beyond 11": 0.0, "said beyond 1n": 0.0, "said beyond mn": 0.0,
    "end said 1n": 0.0, "end said mn": 0.0,
    "null said": 0.0, "null said beside": 0.0, "null mass": 0.0, "null unsaid": 0.0,
    "null beside": 0.0, "null absorbed": 0.0, "across agreed paragraphs": 0.0,
    "straddled": 0.0, "straddled within": 0.0, "straddling": 0.0, "straddling within": 0.0,
    "whole": 0.0, "whole sharp": 0.0, "sharp mn": -2.5,
    "habit 11": 0.5, "habit 1n": 0.5, "habit mn": 0.5, "habit null": 0.5,
}  # fmt: skip
"""Where fitting starts, and what evidence the corpora lack stays near."""


@lru_cache(maxsize=1)
def fitted() -> Weights:
    """The weights that ship with the package."""
    source = files("alignbench.alignment.scoring").joinpath("weights.json")
    return dict(json.loads(source.read_text(encoding="utf-8")))


def weighed(features: BeadFeatures, model: DocumentModel, weights: Weights) -> Floats:
    """Log weights of all beads of a band, shape (B, K, T, width); -inf where none can be.

    In single precision for short lattices, whose sums it can hold to a ten-thousandth.
    """
    if features.weighed_by is not weights:
        features.weighed_by, features.standing = weights, _standing(features, weights)
    diagonals = features.band.lattices.starts.shape[1]
    scores: Floats = np.empty(
        (*features.ja.shape[:2], len(features.shapes), features.ja.shape[2]),
        np.float32 if diagonals <= _SHORT else np.float64,
    )
    for t, bead in enumerate(features.shapes):
        total = features.standing[t].copy()
        _add(total, features.values(bead, model), weights)
        scores[:, :, t] = total
    features.forget()
    return scores


def _standing(features: BeadFeatures, weights: Weights) -> NDArray[np.float32]:
    """Of the weights of all beads what no document's model changes: (T, B, K, width)."""
    scores = features.seen.empty(features.shapes)
    for t, (bead, named) in enumerate(features.fixed()):
        _add(scores[t], named, weights)
        scores[t][~features.fits(bead)] = -np.inf
    return scores


def _add(total: Float32, named: NamedValues, weights: Weights) -> None:
    """Add each value times its weight to `total` (B, K, W)."""
    constant, room = 0.0, np.empty_like(total)
    for name, values in named:
        if (weight := weights[name]) == 0.0:
            continue
        if isinstance(values, np.float32):
            constant += weight * float(values)
        else:
            total += np.multiply(values, np.float32(weight), out=room)
    total += np.float32(constant)
