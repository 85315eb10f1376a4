"""What every score of a document stands on: centred similarities, lengths, keys, structure.

Computed once for a pair of sides; nothing here depends on the band or on people's decisions.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, SideInput
from alignbench.domain.text import Kind

Halves = NDArray[np.float32]
KEY_BUCKETS = 512
_STRANGE = {Kind.FURNITURE, Kind.HEADING, Kind.BYLINE, Kind.CAPTION, Kind.LIST_ITEM}
KINDS = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class SideGround:
    """One side, prepared. n segments, S span lengths.

    `toward` (S, n) is each span's dot product with the other side's mean vector, `norms` (S, n)
    its length once its own side's mean is taken away (0 for empty spans). `characters` and the
    other running sums are of shape (n + 1,). `keys` (1 + S, n, buckets) are summed key weights.
    """

    vectors: Halves
    toward: Halves
    norms: Halves
    characters: Floats
    numbers: Floats
    opens: NDArray[np.bool_]
    kinds: NDArray[np.int64]
    key_spans: Halves

    @property
    def size(self) -> int:
        """How many segments there are."""
        return int(self.vectors.shape[1])


@dataclass(frozen=True, slots=True)
class Ground:
    """Both sides, and the dot product of their means."""

    ja: SideGround
    en: SideGround
    common: float


def prepare(ja: SideInput, en: SideInput) -> Ground:
    """What can be known of two sides before looking at any pair of segments."""
    mean_ja, mean_en = _mean(ja.vectors), _mean(en.vectors)
    weights = _key_weights(ja.keys, en.keys)
    return Ground(
        _side(ja, mean_ja, mean_en, weights),
        _side(en, mean_en, mean_ja, weights),
        float(mean_ja @ mean_en),
    )


def _mean(vectors: Halves) -> Halves:
    """The mean of the single segments' vectors, empty ones left out."""
    singles = vectors[0]
    present = max(int(singles.any(axis=1).sum()), 1) if singles.size else 1
    return np.asarray(singles.sum(axis=0) / present, dtype=np.float32)


def _side(side: SideInput, own: Halves, other: Halves, weights: dict[str, float]) -> SideGround:
    square = np.float32(own @ own)
    norms = np.sqrt(np.maximum(1.0 - 2.0 * (side.vectors @ own) + square, 1e-6))
    empty = (
        ~side.vectors[:, :, :1].any(axis=2) & ~side.vectors.any(axis=2)
        if side.size < 2
        else _empty(side.vectors)
    )
    norms[empty] = 0.0
    paragraphs = side.paragraphs
    opens = np.ones(side.size + 1, dtype=np.bool_)
    opens[1:-1] = paragraphs[1:] != paragraphs[:-1]
    kinds = side.kinds or [Kind.SENTENCE] * side.size
    numbers = [sum(key[0] == "n" for key in keys) for keys in side.keys] or [0] * side.size
    return SideGround(
        side.vectors,
        np.asarray(side.vectors @ other, dtype=np.float32),
        norms.astype(np.float32),
        np.concatenate([[0.0], np.cumsum(side.lengths)]),
        np.concatenate([[0.0], np.cumsum(numbers)]),
        opens,
        np.array([KINDS[kind] for kind in kinds], dtype=np.int64),
        _key_spans(side, weights),
    )


def _empty(vectors: Halves) -> NDArray[np.bool_]:
    """Which spans have no vector at all."""
    return np.asarray(np.einsum("snd,snd->sn", vectors, vectors) < 0.25)


def _key_weights(ja: Sequence[frozenset[str]], en: Sequence[frozenset[str]]) -> dict[str, float]:
    """How much each key that both sides have says: log of how few segments have it."""
    in_ja = Counter(key for keys in ja for key in keys)
    in_en = Counter(key for keys in en for key in keys)
    size = max(len(ja), len(en), 1)
    weights = {}
    for key in sorted(in_ja.keys() & in_en.keys()):
        often = max(in_ja[key], in_en[key])
        weights[key] = log((size + 1.0) / often) if often < size / 3 else 0.0
    return {key: weight for key, weight in weights.items() if weight > 0.0}


def _key_spans(side: SideInput, weights: dict[str, float]) -> Halves:
    """Span sums of sparse key vectors (S, n, buckets): a shared key of weight w adds w to a dot."""
    spans = len(side.vectors)
    if not weights:
        return np.zeros((spans, side.size, 1), dtype=np.float32)
    buckets = {key: place % KEY_BUCKETS for place, key in enumerate(sorted(weights))}
    width = min(len(weights), KEY_BUCKETS)
    prefix = np.zeros((side.size + 1, width), dtype=np.float32)
    for place, keys in enumerate(side.keys):
        for key in keys & weights.keys():
            prefix[place + 1, buckets[key]] += np.sqrt(weights[key])
    np.cumsum(prefix, axis=0, out=prefix)
    out = np.zeros((spans, side.size, width), dtype=np.float32)
    for span in range(1, min(spans, side.size) + 1):
        out[span - 1, : side.size - span + 1] = prefix[span:] - prefix[:-span]
    return out
