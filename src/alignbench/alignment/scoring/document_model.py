"""How one document behaves: its similarities, lengths and paragraphs, learned from itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats

Float32 = NDArray[np.float32]
_SPREAD = 1.4826
"""Standard deviations in a median absolute deviation."""


TYPICAL_SHARES = {"11": 0.84, "1n": 0.07, "mn": 0.01, "null": 0.08}
"""Shares of the classes of bead shapes in an ordinary document."""
_TYPICAL_BEADS = 120.0
"""Beads of an ordinary document that are counted along with a document's own."""
_HABITS = {"11": (-1.0, 0.5), "1n": (-1.0, 1.2), "mn": (-1.0, 1.2), "null": (-1.5, 0.5)}
"""Bounds on the logarithms of habits: one omitted chapter is no habit of omitting."""
_NO_DIFFERENCE = 0.02
"""Mean cosines of matches and others that differ by less teach nothing: equal lines, or noise."""
_PAIRS = 5
"""Pairs, no segment in two of them, from which on they tell how long a translation is."""
_TRUST = 30.0
"""Beads' worth of belief in what was known before."""


@dataclass(frozen=True, slots=True)
class DocumentModel:
    """How one document behaves.

    Similarity: `background` and `match` are typical centred cosines of unrelated and of matching
    segments, `spread` their common standard deviation. Length: `ratio` English characters a
    Japanese one, `variance` of the difference per character. `openings` (2, 2): log odds that a
    link starts a Japanese paragraph (row) and an English one (column), against chance. `habits`:
    of each class of bead shapes, the log of how much more often it is met than elsewhere;
    `freedom` the same of all links of several segments. `agreement`: of the links that start a
    paragraph on either side, the share that start one on both.
    """

    background: float
    match: float
    spread: float
    ratio: float
    variance: float
    openings: Floats
    habits: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(TYPICAL_SHARES, 0.0))
    freedom: float = 0.0
    agreement: float = 0.5

    @property
    def sharpness(self) -> float:
        """How many spreads a match stands above the background."""
        return (self.match - self.background) / self.spread

    @property
    def looseness(self) -> float:
        """How far matches are from standing out as they do in news: -1 to 1.5."""
        return float(min(max(4.0 - self.sharpness, -1.0), 1.5))


def first_model(
    cosines: Float32,
    inside: NDArray[np.bool_],
    lengths: tuple[Floats, Floats],
    places: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> DocumentModel:
    """A document's model guessed from the 1-1 cosines of a band.

    Pairs that are each other's best within the band stand for matches, all others for background.
    `places` are the band's nodes in the document, `lengths` running sums of characters.
    """
    ja, en = places[0][inside], places[1][inside]
    values = cosines[inside]
    mutual = _best_of(ja, values) & _best_of(en, values) & (values > 1e-3)
    if not mutual.any():
        # Nothing stands out, so cosines are given no say: a match is but one spread away.
        ratio, variance = _length_model(lengths, ja[:0], en[:0])
        return DocumentModel(0.0, 0.5, 0.5, ratio, variance, np.zeros((2, 2)))
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
    return DocumentModel(
        background, max(match, background + spread), spread, ratio, variance, np.zeros((2, 2))
    )


def _best_of(groups: NDArray[np.int64], values: Float32) -> NDArray[np.bool_]:
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
    if min(len(np.unique(ja[good])), len(np.unique(en[good]))) < _PAIRS:
        return max(float(lengths[1][-1]), 1.0) / max(float(lengths[0][-1]), 1.0), 10.0
    ja_lengths, en_lengths = ja_lengths[good], en_lengths[good]
    ratio = float(np.exp(np.median(np.log(en_lengths / ja_lengths))))
    off = (en_lengths - ratio * ja_lengths) ** 2 / ((en_lengths + ratio * ja_lengths) / 2)
    return ratio, float(np.clip(2.2 * np.median(off), 2.0, 40.0))


@dataclass(frozen=True, slots=True)
class ExpectedCounts:
    """Expected counts over a document under some weights, to relearn its model from.

    `similar` holds weight, sum and sum of squares of matches' (row 0) and others' (row 1)
    cosines; `lengths` weight, Japanese and English characters of matches and their squared
    difference per character; `openings` (2, 2) links by whether they start a paragraph of each
    side; `shapes` the number of beads of each class.
    """

    similar: Floats
    lengths: Floats
    openings: Floats
    shapes: Mapping[str, float]

    def __add__(self, other: "ExpectedCounts") -> "ExpectedCounts":
        """Counts over both parts of a document."""
        return ExpectedCounts(
            self.similar + other.similar,
            self.lengths + other.lengths,
            self.openings + other.openings,
            {name: count + other.shapes[name] for name, count in self.shapes.items()},
        )


def relearn(model: DocumentModel, counts: ExpectedCounts) -> DocumentModel:
    """The model that makes the counts likeliest, drawn towards `model` where it is thin."""
    weights, sums, squares = counts.similar.T
    if min(weights) < 1.0:
        return model
    means = sums / weights
    spread = np.sqrt(np.maximum(squares / weights - means**2, 0.0).mean())
    alike = means[0] - means[1] < _NO_DIFFERENCE
    trust = 0.0 if alike else weights[0] / (weights[0] + _TRUST)
    background = model.background + trust * (means[1] - model.background)
    match = model.match + trust * (means[0] - model.match)
    spread = max(float(model.spread + trust * (spread - model.spread)), 0.02)
    count, ja, en, off = counts.lengths
    ratio = (en + _TRUST * 30 * model.ratio) / (ja + _TRUST * 30) if ja else model.ratio
    variance = (off + _TRUST * model.variance) / (count + _TRUST)
    return replace(
        model,
        background=float(background),
        match=max(float(match), float(background) + spread),
        spread=spread,
        ratio=float(ratio),
        variance=float(np.clip(variance, 2.0, 60.0)),
        openings=_against_chance(counts.openings),
        habits=_habits(counts.shapes),
        freedom=_freedom(counts.shapes),
        agreement=float(
            (counts.openings[1, 1] + 2.0) / (counts.openings.sum() - counts.openings[0, 0] + 4.0)
        ),
    )


def _against_chance(counts: Floats) -> Floats:
    """Log of how much more often two things happen together than if they were independent."""
    total = counts.sum() + _TRUST
    rows, columns = counts.sum(axis=1) / total, counts.sum(axis=0) / total
    expected = np.outer(rows, columns) * total
    return np.asarray(np.log((counts + 0.5 * expected + 1.0) / (1.5 * expected + 1.0)))


def _freedom(counts: Mapping[str, float]) -> float:
    """Log of how much more often than usual a document's links hold several segments."""
    linked = sum(counts[name] for name in ("11", "1n", "mn")) + _TYPICAL_BEADS
    typical = (TYPICAL_SHARES["1n"] + TYPICAL_SHARES["mn"]) / (1.0 - TYPICAL_SHARES["null"])
    several = (counts["1n"] + counts["mn"] + _TYPICAL_BEADS * typical) / linked
    return float(np.clip(np.log(several / typical), -1.0, 1.5))


def _habits(counts: Mapping[str, float]) -> dict[str, float]:
    total = sum(counts.values()) + _TYPICAL_BEADS
    shares = {
        name: (counts[name] + _TYPICAL_BEADS * typical) / total
        for name, typical in TYPICAL_SHARES.items()
    }
    return {
        name: float(np.clip(np.log(share / TYPICAL_SHARES[name]), *_HABITS[name]))
        for name, share in shares.items()
    }
