"""Meaning compared by a model: how risky a pair is, and which pairs stand out in their document.

The risk is a weighted sum of five numbers. Its weights come from pairs of versions of one English
sentence, before and after a reviser's hand: the version before should be the riskier one
(`benchmarks/risk_fit.py`). Only the order of risks means something.
"""

import math
from collections.abc import Iterator, Sequence
from typing import TypeVar

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context, Need
from alignbench.checks.omissions.coverage import lengths
from alignbench.checks.pair import CheckedPair, Uncovered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.keys import keys
from alignbench.messages import t

T = TypeVar("T")

SIMILARITY, SHORTNESS, UNCOVERED_JA, UNCOVERED_EN, LOST_VALUES = -27.4, -4.3, 0.25, 0.02, 0.44
"""Weights of: cosine of the sides; log of English per Japanese length; summed weights of words
without an answer on either side; numbers of the Japanese that the English lacks."""

_LOWEST = 0.01
"""Share of a document's pairs that may be called the riskiest."""
_ENOUGH = 100
"""Pairs below which a document has no distribution of its own."""
_MARGIN = 0.08
"""By how much a neighbouring text must fit better before a pair is called mis-linked."""


def risk(
    pair: CheckedPair,
    similarity: float,
    uncovered_ja: Sequence[Uncovered] = (),
    uncovered_en: Sequence[Uncovered] = (),
) -> float:
    """How risky a pair is beside other pairs: more is riskier. Without a unit."""
    ja, en = lengths(pair)
    lost = keys(pair.ja, "ja") - keys(pair.en, "en")
    return (
        SIMILARITY * similarity
        + SHORTNESS * math.log(max(en, 1) / max(ja, 1))
        + UNCOVERED_JA * sum(word.weight for word in uncovered_ja)
        + UNCOVERED_EN * sum(word.weight for word in uncovered_en)
        + LOST_VALUES * sum(key.startswith("n:") for key in lost)
    )


def risks(pairs: Sequence[CheckedPair], context: Context) -> list[float | None]:
    """The risk of each pair; None where the context has no similarity for it or a side is empty."""
    found: list[float | None] = []
    for at, pair in enumerate(pairs):
        similarity = _at(context.similarity, at)
        if similarity is None or not pair.ja.strip() or not pair.en.strip():
            found.append(None)
            continue
        ja, en = _at(context.uncovered_ja, at) or (), _at(context.uncovered_en, at) or ()
        found.append(risk(pair, similarity, ja, en))
    return found


class Outlier(DocumentCheck):
    """A pair whose sides mean less alike than those of the rest of its document."""

    id = "sem.outlier"
    grade = Grade.D4
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    needs = frozenset({Need.MODEL})
    hint = True
    explanation = t(
        "The embedding finds the two sides less alike than those of nearly all other pairs of the "
        "document, with content words that nothing answers (perhaps mistranslated), or a "
        "neighbouring text fits better (perhaps mis-linked). For sorting, not for blaming."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """The riskiest pairs, and pairs that a neighbour beats."""
        found = risks(pairs, context)
        known = sorted((value for value in found if value is not None), reverse=True)
        limit = known[int(_LOWEST * len(known))] if len(known) >= _ENOUGH else math.inf
        for at, (pair, value) in enumerate(zip(pairs, found, strict=True)):
            margin = _at(context.neighbour_margin, at)
            if margin is not None and margin > _MARGIN and pair.ja.strip() and pair.en.strip():
                yield (
                    at,
                    self._finding(pair, t("A neighbouring text fits better: mis-linked?"), margin),
                )
            elif value is not None and value > limit:
                yield at, self._risky(pair, at, context)

    def _risky(self, pair: CheckedPair, at: int, context: Context) -> Finding:
        words = sorted(_at(context.uncovered_ja, at) or (), key=lambda word: -word.weight)
        shown = "、".join(pair.ja[w.span.start : w.span.end] for w in words[:4])
        reason = f" Nothing answers {shown}." if shown else ""
        similarity = _at(context.similarity, at) or 0.0
        return self._finding(
            pair, t("Among the least alike here.{reason}", reason=reason), similarity
        )

    def _finding(self, pair: CheckedPair, message: str, value: float) -> Finding:
        return self.finding(
            message,
            ja=Span(0, len(pair.ja)),
            en=Span(0, len(pair.en)),
            ja_value=f"{value:.2f}",
        )


def _at(values: Sequence[T], at: int) -> T | None:
    return values[at] if at < len(values) else None


CHECKS = (Outlier,)
