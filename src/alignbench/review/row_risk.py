"""How much a row under review deserves a look, and why: its link's doubt beside its texts' risk.

Of a row that was read for meaning, the fitted model says how risky its texts are
(`pipeline.pair_risk`); of the others, the weights here, which were set by hand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from alignbench.checks.pair import CheckedPair
from alignbench.domain.doubt import doubt
from alignbench.domain.findings import Finding
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement
from alignbench.domain.links import Link
from alignbench.meaning import chance
from alignbench.pipeline.document_scale import DocumentScale
from alignbench.pipeline.pair_risk import (
    MOST_REASONS,
    EmbeddingEvidence,
    PairRisk,
    pair_risk,
)
from alignbench.pipeline.risk_features import PairEvidence

RATE = 0.05
"""Share of wrong pairs that the chance shown of a row takes for granted: a good translation's."""
WEIGHT = {
    Severity.NEUTRAL: 0.0, Severity.MINOR: 0.15, Severity.MAJOR: 0.4, Severity.CRITICAL: 0.6,
}  # fmt: skip
"""How likely a finding of a severity makes a row worth a look, for the order of the queue."""
HINT_WEIGHT = 0.25
"""A hint counts so much of a finding."""
UNLIKE = 0.2
"""The chance that the embedding's word alone gives the pair it finds the least alike."""
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class RowRisk:
    """The chance that something is wrong with a row, 0 to 1, and clauses that say why.

    The weightiest reason comes first; only the order of chances means something.
    """

    chance: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPair:
    """What was read of a row: its judgement, on its document's scale, moved by people's answers."""

    judgement: Judgement
    scale: DocumentScale
    moved: float = 0.0
    """Log odds that the answers to the document's hints add."""


def row_risk(
    link: Link,
    pair: CheckedPair,
    findings: Sequence[Finding],
    evidence: EmbeddingEvidence,
    read: ReadPair | None,
) -> RowRisk:
    """The risk of a row; `findings` are those that nobody has dismissed."""
    link_doubt = doubt(link.status, link.confidence)
    if read is None and pair.ja.strip() and pair.en.strip():
        fine = (1.0 - chance_wrong(link_doubt, findings)) * (1.0 - chance_unlike(evidence))
        return RowRisk(1.0 - fine, _messages(findings))
    found = pair_risk(_known(pair, findings, evidence, read)) or PairRisk(-60.0, ())
    moved = read.moved if read else 0.0
    fine = (1.0 - link_doubt) * (1.0 - chance(found.value + moved, RATE))
    return RowRisk(1.0 - fine, found.reasons)


def _known(
    pair: CheckedPair,
    findings: Sequence[Finding],
    evidence: EmbeddingEvidence,
    read: ReadPair | None,
) -> PairEvidence:
    return PairEvidence(
        pair,
        read.judgement if read else None,
        read.scale if read else DocumentScale(),
        evidence.unlikeness,
        evidence.uncovered_ja,
        evidence.uncovered_en,
        findings,
    )


def chance_unlike(evidence: EmbeddingEvidence) -> float:
    """The chance that a pair is wrong by the embedding's word alone."""
    return UNLIKE * _share_more_alike(evidence) ** 2


def _share_more_alike(evidence: EmbeddingEvidence) -> float:
    """The share of a document's pairs that are more alike, were their risks normal; 0: unknown."""
    return 0.0 if evidence.unlikeness is None else _NORMAL.cdf(evidence.unlikeness)


def _messages(findings: Sequence[Finding]) -> tuple[str, ...]:
    sure = (each for each in findings if not each.hint)
    heaviest = sorted(sure, key=lambda each: -WEIGHT[each.severity])
    return tuple(each.message for each in heaviest[:MOST_REASONS])


def chance_wrong(link_doubt: float, findings: Iterable[Finding]) -> float:
    """The chance that something is wrong: with a link so doubtful, or by one of its findings.

    Each is taken for an independent chance: 1 − Π(1 − chance).
    """
    fine = 1.0 - link_doubt
    for finding in findings:
        share = HINT_WEIGHT if finding.hint else 1.0
        fine *= 1.0 - WEIGHT[finding.severity] * share
    return 1.0 - fine
