"""How well a model finds each sentence's translation among others."""

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors

NEIGHBOURS = 4


def accuracy(ja: Vectors, en: Vectors, neighbours: int = NEIGHBOURS) -> float:
    """Share of rows whose best match is the same row of the other side, mean of both directions.

    `ja` and `en` are unit rows, shape (n, d). A match is scored by CSLS (Conneau et al. 2018,
    "Word Translation Without Parallel Data", eq. 2): twice the cosine less each side's mean cosine
    to its `neighbours` nearest rows, so that rows near to everything do not answer everything.
    """
    if not len(ja):
        return 0.0
    cosines = ja @ en.T
    nearest = min(neighbours, len(ja))
    of_ja = np.partition(cosines, -nearest, axis=1)[:, -nearest:].mean(axis=1)
    of_en = np.partition(cosines, -nearest, axis=0)[-nearest:].mean(axis=0)
    scores = 2 * cosines - of_ja[:, None] - of_en[None]
    rows = np.arange(len(ja))
    hits = _hits(scores.argmax(axis=1), rows) + _hits(scores.argmax(axis=0), rows)
    return hits / 2


def _hits(found: NDArray[np.intp], rows: NDArray[np.intp]) -> float:
    return float((found == rows).mean())
