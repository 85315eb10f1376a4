"""How much a pair deserves to be read first, from all that is known of it, and why.

Weights are fitted (`risk_model`); only the order of risks means something, and a hint's threshold.
A link's doubt is not among what is weighed: none of the pairs fitted on were linked wrongly. The
review and the lists of findings reckon with it beside this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from alignbench.checks.context import Context
from alignbench.checks.embedding_outliers import risks
from alignbench.checks.pair import CheckedPair, Uncovered
from alignbench.domain.findings import Finding
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement
from alignbench.pipeline.document_scale import document_scale
from alignbench.pipeline.risk_features import (
    Feature,
    PairEvidence,
    features,
    meaning_features,
)
from alignbench.pipeline.risk_model import Weights, risk_model

WORTH_SAYING = 0.3
"""Log odds from which on a reason is worth a line."""
MOST_REASONS = 3
EMPTY = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 3.0, Severity.CRITICAL: 4.0}
"""The risk of a pair with an empty side, by its worst finding: set by hand, none was fitted on."""
_LEAST_SPREAD = 1.0
_ENOUGH = 5
"""Pairs from which on the embedding's risks have a mean of their own."""


@dataclass(frozen=True, slots=True)
class EmbeddingEvidence:
    """What the embedding says of a pair of a document, as `PairEvidence` holds it."""

    unlikeness: float | None = None
    uncovered_ja: Sequence[Uncovered] = ()
    uncovered_en: Sequence[Uncovered] = ()


@dataclass(frozen=True, slots=True)
class PairRisk:
    """A risk in log odds: more is riskier. `reasons` are clauses, the weightiest first."""

    value: float
    reasons: tuple[str, ...]


def pair_risk(known: PairEvidence) -> PairRisk | None:
    """The risk of a pair; None for one with an empty side of which no check says anything."""
    if not (known.pair.ja.strip() and known.pair.en.strip()):
        return _of_empty(known.findings)
    weights = risk_model().order
    there = features(known)
    return PairRisk(weights.risk(there), tuple(_reasons(there, weights)))


def _of_empty(findings: Sequence[Finding]) -> PairRisk | None:
    """The risk of a pair with an empty side, which neither model reads, by its worst finding."""
    if not findings:
        return None
    worst = max(findings, key=lambda each: EMPTY[each.severity])
    return PairRisk(EMPTY[worst.severity], (worst.message,))


def _reasons(there: Sequence[Feature], weights: Weights) -> list[str]:
    """The reasons of the parts that add most, the weightiest first."""
    parts: dict[str, float] = {}
    said: dict[str, str] = {}
    for each in there:
        part = each.part or each.name
        parts[part] = parts.get(part, 0.0) + weights.of(each)
        if each.reason:
            said.setdefault(part, each.reason)
    weighed = sorted(said, key=lambda part: -parts[part])
    return [said[part] for part in weighed if parts[part] >= WORTH_SAYING][:MOST_REASONS]


def hint_risk(known: PairEvidence) -> float | None:
    """The risk that a hint goes by, in log odds; None for a pair that was not read for meaning.

    Findings and the embedding are left out, whether they are known or not.
    """
    if known.judgement is None:
        return None
    return risk_model().hint.risk(meaning_features(known))


def hint_risks(
    pairs: Sequence[CheckedPair], judgements: Sequence[Judgement | None]
) -> list[float | None]:
    """The hint risk of each pair of a document, on the document's own scale."""
    scale = document_scale([each.logit for each in judgements if each])
    return [
        hint_risk(PairEvidence(pair, judgement, scale))
        for pair, judgement in zip(pairs, judgements, strict=True)
    ]


def pair_risks(
    pairs: Sequence[CheckedPair],
    context: Context,
    findings: Sequence[Sequence[Finding]],
) -> list[PairRisk | None]:
    """The risk of each pair of a document, from a context with judgements and similarities.

    `findings` are those of each pair.
    """
    scale = document_scale([each.logit for each in context.judgements if each])
    made: list[PairRisk | None] = []
    for at, (pair, said) in enumerate(zip(pairs, embedding_evidence(pairs, context), strict=True)):
        judgement = context.judgements[at] if context.judgements else None
        known = PairEvidence(
            pair, judgement, scale, said.unlikeness, said.uncovered_ja, said.uncovered_en,
            findings[at],
        )  # fmt: skip
        made.append(pair_risk(known))
    return made


def embedding_evidence(pairs: Sequence[CheckedPair], context: Context) -> list[EmbeddingEvidence]:
    """What the embedding says of each pair of a document, from a context with similarities."""
    return [
        EmbeddingEvidence(
            unlike,
            context.uncovered_ja[at] if context.uncovered_ja else (),
            context.uncovered_en[at] if context.uncovered_en else (),
        )
        for at, unlike in enumerate(unlikeness(risks(pairs, context)))
    ]


def unlikeness(values: Sequence[float | None]) -> list[float | None]:
    """How many spreads each semantic risk lies above the mean of its document.

    None where nothing is known of a pair, and everywhere in a document of a few pairs.
    """
    known = [each for each in values if each is not None]
    if len(known) < _ENOUGH:
        return [None] * len(values)
    mean, spread = fmean(known), max(pstdev(known), _LEAST_SPREAD)
    return [None if each is None else (each - mean) / spread for each in values]
