"""How much a pair deserves to be read first, from all that is known of it, and why.

A weighted sum in log odds of what the reader of meaning says, of what the embedding says and of
what the checks found. Only the order of risks means something. `benchmarks/planted_risk.py`
measures it; the weights were set by hand on its development texts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.checks.meaning import explained
from alignbench.domain.findings import Finding
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement

READER = 1.0
"""Weight of the reader's logit: the others are measured in its unit."""
EMBEDDING = 0.15
"""Weight of `checks.semantic.risk`."""
FOUND = {Severity.NEUTRAL: 0.0, Severity.MINOR: 1.0, Severity.MAJOR: 3.0, Severity.CRITICAL: 4.0}
"""What an open finding of a severity adds."""
HINT = 0.25
"""A hint counts so much of a finding."""
_MEANING = "sem.meaning"


@dataclass(frozen=True, slots=True)
class PairRisk:
    """A risk, without a unit: more is riskier. `reasons` are clauses, the weightiest first."""

    value: float
    reasons: tuple[str, ...]


def pair_risk(
    judgement: Judgement | None, semantic: float | None, findings: Sequence[Finding]
) -> PairRisk | None:
    """The risk of a pair; None where nothing is known of it.

    `semantic` is what `checks.semantic.risk` says. Findings of the reader itself are not counted
    twice.
    """
    others = [each for each in findings if each.check != _MEANING]
    if judgement is None and semantic is None and not others:
        return None
    value = EMBEDDING * (semantic or 0.0)
    value += READER * judgement.logit if judgement else 0.0
    weighed = sorted(((_weight(each), each) for each in others), key=lambda each: -each[0])
    value += sum(weight for weight, _ in weighed)
    reasons = [each.message for weight, each in weighed if weight > 0.5]
    if judgement is not None and judgement.logit > 0:
        reasons.append(explained(judgement))
    return PairRisk(value, tuple(reasons))


def _weight(finding: Finding) -> float:
    return FOUND[finding.severity] * (HINT if finding.hint else 1.0)
