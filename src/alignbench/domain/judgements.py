"""What the reader of meaning says of a pair: a guess, never a finding of fact."""

from dataclasses import dataclass

from alignbench.domain.text import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind of error, by its id, and its share of all kinds of error, 0 to 1."""

    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a text, and how probably they are wrong or, of the Japanese, unsaid: 0 to 1."""

    span: Span
    chance: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """How risky a pair is, why, and where.

    `logit` is the model's own measure: more is riskier, without a unit. `reasons` come with the
    likeliest first; marks are offsets into the pair's two texts.
    """

    logit: float
    reasons: tuple[Reason, ...] = ()
    ja: tuple[Mark, ...] = ()
    en: tuple[Mark, ...] = ()
