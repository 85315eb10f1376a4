"""Confidence that holds on free text too: posteriors, and what of them is announced as sure.

A posterior is right only as far as the weights fit the text. On literal texts nearly all that is
given a high one is right; on free ones, whose matches stand out less, what is given .9 is right
nine times in ten, which is honest and yet no ground for passing a link unread. So in a loose
document a link counts as certain only from where 99 of 100 were right on chapters left out of the
fit, and a null link never does. Logistic regression on the log odds (Platt, 1999), with the
document's looseness and freedom, can correct posteriors beyond that; the coefficients that ship
leave them as they are, since on kinds of text left out of that fit they did no better.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log

from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.domain.links import Bead

_SUREST = 12.0
"""Bound on log odds: no posterior is believed beyond it."""
NEVER_SURE = 0.79
"""Most that what is in doubt in a loose document is given: less than what counts as certain."""
_SURE_FROM = 0.95
"""Chance from which on a link of a loose document counts as certain."""
_LOOSE = 0.25
"""Looseness beyond which a document counts as loose."""


@lru_cache(maxsize=1)
def coefficients() -> Mapping[str, float]:
    """The coefficients that ship with the package."""
    source = files("alignbench.alignment.scoring").joinpath("calibration.json")
    return dict(json.loads(source.read_text(encoding="utf-8")))


def terms(
    odds: float, shape: tuple[int, int], loose: float, freedom: float
) -> Iterator[tuple[str, float]]:
    """Names and values of what speaks for a bead of a document being right."""
    several = max(shape) > 1 and min(shape) > 0
    kind = "null" if 0 in shape else "several" if several else "single"
    free = max(freedom, 0.0)
    yield kind, 1.0
    yield f"{kind} loose", loose
    yield f"{kind} free", free
    yield f"odds {kind}", odds
    yield f"odds loose {kind}", odds * loose
    yield f"odds free {kind}", odds * free


def calibrated(
    posterior: float,
    shape: tuple[int, int],
    model: DocumentModel,
    known: Mapping[str, float] | None = None,
) -> float:
    """The chance that a bead is right, given its posterior and its document."""
    loose, free, odds = model.looseness, model.freedom, _log_odds(posterior)
    if known is None:
        base, slope = _line(shape, loose, free)
        total = base + slope * odds
    else:
        total = _total(odds, shape, loose, free, known)
    chance = 1.0 / (1.0 + exp(-max(min(total, _SUREST), -_SUREST)))
    if loose > _LOOSE and (0 in shape or chance < _SURE_FROM):
        return min(chance, NEVER_SURE)
    return chance


def _total(
    odds: float, shape: tuple[int, int], loose: float, freedom: float, own: Mapping[str, float]
) -> float:
    return sum(own.get(name, 0.0) * value for name, value in terms(odds, shape, loose, freedom))


@lru_cache(maxsize=1024)
def _line(shape: tuple[int, int], loose: float, freedom: float) -> tuple[float, float]:
    """What the shipped coefficients make of log odds in a document: a constant and a factor."""
    base, one = (_total(odds, shape, loose, freedom, coefficients()) for odds in (0.0, 1.0))
    return base, one - base


def with_confidence(beads: Iterable[Bead], model: DocumentModel) -> Sequence[Bead]:
    """The beads with calibrated chances in place of posteriors."""
    return [
        Bead(bead.ja, bead.en, calibrated(bead.confidence, _shape(bead), model)) for bead in beads
    ]


def _shape(bead: Bead) -> tuple[int, int]:
    return len(bead.ja), len(bead.en)


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-9), 1.0 - 1e-9)
    return max(min(log(bounded / (1.0 - bounded)), _SUREST), -_SUREST)
