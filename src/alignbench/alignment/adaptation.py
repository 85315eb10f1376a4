"""How one document behaves: its similarities, lengths and paragraphs, learned from itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats

Halves = NDArray[np.float32]
_SPREAD = 1.4826
"""Standard deviations in a median absolute deviation."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """One document's ways.

    Similarity: `background` and `match` are typical centred cosines of unrelated and of matching
    segments, `spread` their common standard deviation. Length: `ratio` English characters a
    Japanese one, `variance` of the difference per character. `openings` (2, 2): log odds that a
    link starts a Japanese paragraph (row) and an English one (column), against chance.
    """

    background: float
    match: float
    spread: float
    ratio: float
    variance: float
    openings: Floats

    @property
    def sharpness(self) -> float:
        """How many spreads a match stands above the background."""
        return (self.match - self.background) / self.spread


def first_look(
    cosines: Halves,
    inside: NDArray[np.bool_],
    lengths: tuple[Floats, Floats],
    places: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> Adaptation:
    """A document's ways guessed from the 1-1 cosines of a band.

    Pairs that are each other's best within the band stand for matches, all others for background.
    `places` are the band's nodes in the document, `lengths` running sums of characters.
    """
    ja, en = places[0][inside], places[1][inside]
    values = cosines[inside]
    if not len(values):
        return Adaptation(0.0, 0.6, 0.2, 1.0, 10.0, np.zeros((2, 2)))
    mutual = _best_of(ja, values) & _best_of(en, values) & (values > 0)
    background = float(np.median(values[~mutual])) if (~mutual).any() else 0.0
    base = (
        float(_SPREAD * np.median(np.abs(values[~mutual] - background))) if (~mutual).any() else 0.2
    )
    matches = values[mutual] if mutual.any() else np.array([0.6], dtype=np.float32)
    match = float(np.median(matches))
    own = float(_SPREAD * np.median(np.abs(matches - match)))
    spread = max(float(np.sqrt((base**2 + own**2) / 2)), 0.02)
    strong = mutual & (values >= match)
    ratio, variance = _length_model(lengths, ja[strong], en[strong])
    return Adaptation(
        background, max(match, background + spread), spread, ratio, variance, np.zeros((2, 2))
    )


def _best_of(groups: NDArray[np.int64], values: Halves) -> NDArray[np.bool_]:
    """Whether each value is the greatest of its group."""
    best = np.full(int(groups.max(initial=0)) + 1, -np.inf, dtype=np.float32)
    np.maximum.at(best, groups, values)
    return np.asarray(values >= best[groups])


def _length_model(
    lengths: tuple[Floats, Floats], ja: NDArray[np.int64], en: NDArray[np.int64]
) -> tuple[float, float]:
    """English characters a Japanese one, and variance of the difference per character."""
    ja_lengths = lengths[0][ja] - lengths[0][ja - 1]
    en_lengths = lengths[1][en] - lengths[1][en - 1]
    good = (ja_lengths > 0) & (en_lengths > 0)
    if good.sum() < 5:
        return max(float(lengths[1][-1]), 1.0) / max(float(lengths[0][-1]), 1.0), 10.0
    ja_lengths, en_lengths = ja_lengths[good], en_lengths[good]
    ratio = float(np.exp(np.median(np.log(en_lengths / ja_lengths))))
    off = (en_lengths - ratio * ja_lengths) ** 2 / ((en_lengths + ratio * ja_lengths) / 2)
    return ratio, float(np.clip(2.2 * np.median(off), 2.0, 40.0))
