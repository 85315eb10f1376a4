"""A reader's logit beside the other rows of its document.

Good pairs of one text score about -4 and those of another about +1: the freer a translation, the
higher. So a logit is measured from the middle of its document, in the document's own spread. A
short document knows little of itself; what is usual in several kinds of text counts for as many
rows as `PRIOR_ROWS`, so the measure moves from the usual to the document's own as rows are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

USUAL_MIDDLE, USUAL_SPREAD = -0.8, 2.4
"""Middle and spread of the good pairs of several kinds of text, each kind counted once."""
PRIOR_ROWS = 20.0
"""Rows that the usual counts for."""
LEAST_SPREAD = 1.5
"""A text with hardly any spread, as manuals are, would make much of little."""
_LOW, _HIGH = 0.2, 0.8
"""The spread is taken between these quantiles: a fifth of the rows may be wrong without a trace."""
_DEVIATIONS = 1.683
"""Standard deviations of a normal distribution between them."""


@dataclass(frozen=True, slots=True)
class DocumentScale:
    """The middle of a document's logits and their spread, as a standard deviation."""

    middle: float = USUAL_MIDDLE
    spread: float = USUAL_SPREAD

    def standing(self, logit: float) -> float:
        """How many spreads a logit lies above the middle."""
        return (logit - self.middle) / self.spread

    def logit(self, standing: float) -> float:
        """The logit of a standing: the inverse of `standing`."""
        return self.middle + standing * self.spread


def document_scale(logits: Sequence[float]) -> DocumentScale:
    """The scale of a document of which rows with these logits have been read; none is the usual."""
    if not logits:
        return DocumentScale()
    ordered = sorted(logits)
    own = len(ordered) / (len(ordered) + PRIOR_ROWS)
    middle = own * quantile(ordered, 0.5) + (1.0 - own) * USUAL_MIDDLE
    spread = (quantile(ordered, _HIGH) - quantile(ordered, _LOW)) / _DEVIATIONS
    shrunk = own * spread + (1.0 - own) * USUAL_SPREAD
    return DocumentScale(middle, max(shrunk, LEAST_SPREAD))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value that a share of ascending values lies below, between neighbours a straight line.

    Raises:
        IndexError: there is no value.
    """
    place = min(max(share, 0.0), 1.0) * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
