"""What is known of a pair, as numbers for the fitted risk, and in words for people.

Nothing is worked out here that is not known already: what the reader of meaning said, what the
embedding and the checks found, and lengths.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from alignbench.checks.meaning import explained
from alignbench.checks.omissions.coverage import length_share
from alignbench.checks.pair import CheckedPair, Uncovered
from alignbench.domain.findings import Finding
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement, Mark
from alignbench.messages import Message, t
from alignbench.pipeline.document_scale import DocumentScale

KIND_GROUPS = {
    "word": ("opposite", "sister", "neighbour", "higher", "sense", "contrast", "name"),
    "who": ("role", "referent", "relation"),
    "logic": ("condition", "exception", "negation", "question", "cause", "modality"),
    "time": ("tense", "aspect"),
    "measure": ("degree", "quantity", "number", "unit", "comparison", "rise"),
    "missing": ("omission", "item"),
    "added": ("addition", "foreign"),
}
"""Kinds of error that the reader names, in groups that its word is about equally good for."""
CHECK_GROUPS = {
    "values": ("num", "date", "time", "unit", "id", "law", "struct"),
    "words": ("lex", "kin", "neg", "mod", "sent", "subj", "term", "name"),
    "coverage": ("cov",),
}
"""Families of checks that speak of meaning; those that speak of form move no row."""
WEIGHT = {
    Severity.NEUTRAL: 0.0, Severity.MINOR: 0.4, Severity.MAJOR: 1.0, Severity.CRITICAL: 1.3,
}  # fmt: skip
"""What a finding of a severity counts among those of its family."""
OWN_CHECKS = ("sem.meaning", "sem.outlier", "sem.omission")
"""What these go by is among the features already."""
LEAST_CHANCE = 0.2
"""Chances of words below this are not kept between sessions, so they count as this."""
READER = "reader"
"""The part of what the reader of meaning says."""
_MOST_FOUND = 2.0
_MOST_UNANSWERED = 4.0
_SHOWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """A pair and all that is known of it; each part may be missing.

    `unlikeness` is how many spreads its semantic risk lies above the mean of its document.
    """

    pair: CheckedPair
    judgement: Judgement | None = None
    scale: DocumentScale = field(default_factory=DocumentScale)
    unlikeness: float | None = None
    uncovered_ja: Sequence[Uncovered] = ()
    uncovered_en: Sequence[Uncovered] = ()
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """A number by its name, and what people are told where it weighs most; empty: nothing."""

    name: str
    value: float
    reason: str = ""
    part: str = ""
    """Features of one part give one reason together; empty: a part by itself."""


def features(known: PairEvidence) -> list[Feature]:
    """All that moves the risk of a pair. What is missing is not among them."""
    return [*meaning_features(known), *_of_findings(known.findings)]


def meaning_features(known: PairEvidence) -> list[Feature]:
    """The features less those of findings, which people are shown anyway."""
    pair = known.pair
    found = _of_reader(known.judgement, known.scale) if known.judgement else []
    if known.unlikeness is not None:
        found.append(Feature("unlike", _between(known.unlikeness, -2.5, 2.5)))
    lost = sum(word.weight for word in known.uncovered_ja)
    extra = sum(word.weight for word in known.uncovered_en)
    found += [
        Feature("unanswered ja", _between(lost, 0, _MOST_UNANSWERED), _unanswered(known)),
        Feature("unanswered en", _between(extra, 0, _MOST_UNANSWERED)),
    ]
    share = math.log(min(max(length_share(pair), 0.2), 5.0))
    found.append(Feature("short", max(0.0, -share), t("the English is short for this Japanese")))
    found.append(Feature("long", max(0.0, share), t("the English is long for this Japanese")))
    return found


def _of_reader(judgement: Judgement, scale: DocumentScale) -> list[Feature]:
    standing = _between(scale.standing(judgement.logit), -3.0, 4.0)
    en, ja = _chances(judgement.en), _chances(judgement.ja)
    found = [
        Feature("standing", standing, explained(judgement), part=READER),
        Feature("standing above 1", max(0.0, standing - 1.0), part=READER),
        Feature("word en", en[0], part=READER),
        Feature("words en", sum(en[1:3]), part=READER),
        Feature("word ja", ja[0], part=READER),
        Feature("words ja", sum(ja[1:3]), part=READER),
    ]
    for group, kinds in KIND_GROUPS.items():
        share = sum(reason.share for reason in judgement.reasons if reason.kind in kinds)
        if share:
            found.append(Feature(f"kind {group}", share, part=READER))
    return found


def _chances(marks: Sequence[Mark]) -> list[float]:
    """The three largest chances of words, from 0 (as good as none) to 1."""
    largest = sorted((mark.chance for mark in marks), reverse=True)[:3]
    largest += [0.0] * (3 - len(largest))
    return [max(0.0, chance - LEAST_CHANCE) / (1.0 - LEAST_CHANCE) for chance in largest]


def _of_findings(findings: Sequence[Finding]) -> list[Feature]:
    sums: dict[str, float] = {}
    heaviest: dict[str, Finding] = {}
    for each in findings:
        family = each.check.partition(".")[0]
        group = next((name for name, there in CHECK_GROUPS.items() if family in there), "")
        if not group or each.check in OWN_CHECKS:
            continue
        name = f"{'hinted' if each.hint else 'found'} {group}"
        sums[name] = sums.get(name, 0.0) + WEIGHT[each.severity]
        if name not in heaviest or WEIGHT[each.severity] > WEIGHT[heaviest[name].severity]:
            heaviest[name] = each
    return [
        Feature(name, min(value, _MOST_FOUND), heaviest[name].message)
        for name, value in sums.items()
    ]


def _unanswered(known: PairEvidence) -> str | Message:
    words = sorted(known.uncovered_ja, key=lambda word: -word.weight)[:_SHOWN_WORDS]
    if not words:
        return ""
    shown = "、".join(known.pair.ja[word.span.start : word.span.end] for word in words)
    return t("nothing in the English answers {words}", words=shown)


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
