"""What checks may know beyond a pair."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alignbench.checks.pair import Uncovered
from alignbench.domain.judgements import Judgement

if TYPE_CHECKING:
    from alignbench.checks.names.names import Names
    from alignbench.checks.rule_files import UserRule
    from alignbench.checks.terms.glossary import Glossary
    from alignbench.checks.word_answers import WordAnswers


class Need(StrEnum):
    """What of a context costs so much that only checks which use it have it worked out."""

    MODEL = "model"
    """The evidence of the embedding: similarities, margins, words without an answer."""
    READER = "reader"
    """What the reader of meaning says of each pair."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a project knows beyond the pair; all of it may be missing.

    Semantic evidence comes from the embedding and is worked out by whoever calls the checks:
    `similarity` of each pair's two sides, how much better a neighbouring text would fit
    (`neighbour_margin`), and content words with no answer on the other side.
    """

    similarity: Sequence[float | None] = ()
    neighbour_margin: Sequence[float | None] = ()
    uncovered_ja: Sequence[tuple[Uncovered, ...]] = ()
    uncovered_en: Sequence[tuple[Uncovered, ...]] = ()
    glossary: "Glossary | None" = None
    names: "Names | None" = None
    user_rules: "Sequence[UserRule]" = ()
    judgements: Sequence[Judgement | None] = ()
    meaning_risks: Sequence[float | None] = ()
    """How risky each judgement makes its pair, in log odds, on the scale of the document."""
    answers: "WordAnswers | None" = None
    """What knows words of both languages, for checks that ask about single pairs."""
    meaning_threshold: float = math.inf
    """Risk above which a judgement is worth a hint."""
