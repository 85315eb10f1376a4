"""Vectors of every run of neighbouring segments: what the aligner compares."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import JOINTS, Side
from alignbench.embedding.protocol import Encoder, Vectors

_ROWS = 512
"""Rows brought to unit length at once: so few that they stay in the processor's cache."""


def span_vectors(
    encoder: Encoder,
    texts: Sequence[str],
    language: Side,
    max_span: int,
    progress: Progress = silent,
) -> NDArray[np.float32]:
    """Unit vectors of all spans of one to `max_span` segments.

    Returns:
        float32, shape (max_span, n, dimension): `[k - 1, i]` stands for segments i..i+k-1; zeros
        where that runs past the end or the span has no known token.
    """
    if encoder.additive:
        return _summed(encoder.encode(texts, language, progress), max_span)
    return _encoded(encoder, texts, language, max_span, progress)


def _summed(vectors: Vectors, max_span: int) -> NDArray[np.float32]:
    """Differences of prefix sums, in double precision so that long documents lose nothing."""
    count, dimension = vectors.shape
    prefix = np.zeros((count + 1, dimension), dtype=np.float64)
    np.cumsum(vectors, axis=0, dtype=np.float64, out=prefix[1:])
    spans = np.zeros((max_span, count, dimension), dtype=np.float32)
    for size in range(1, min(max_span, count) + 1):
        spans[size - 1, : count - size + 1] = normalised(prefix[size:] - prefix[:-size])
    return spans


def _encoded(
    encoder: Encoder, texts: Sequence[str], language: Side, max_span: int, progress: Progress
) -> NDArray[np.float32]:
    joiner = JOINTS[language]
    count = len(texts)
    places = [
        (size - 1, start)
        for size in range(1, min(max_span, count) + 1)
        for start in range(count - size + 1)
    ]
    joined = [joiner.join(texts[start : start + size + 1]) for size, start in places]
    spans = np.zeros((max_span, count, encoder.dimension), dtype=np.float32)
    if places:
        rows, columns = zip(*places, strict=True)
        vectors = encoder.encode(joined, language, progress)
        spans[list(rows), list(columns)] = normalised(vectors)
    return spans


def normalised(vectors: NDArray[np.float32] | NDArray[np.float64]) -> Vectors:
    """Rows at unit length; rows of (nearly) no length become zeros."""
    unit: Vectors = np.zeros(vectors.shape, dtype=np.float32)
    for at in range(0, len(vectors), _ROWS):
        some = vectors[at : at + _ROWS]
        lengths = np.linalg.norm(some, axis=1, keepdims=True)
        out = unit[at : at + _ROWS]
        np.divide(some, lengths, out=out, where=lengths > 1e-6, casting="same_kind")
    return unit
