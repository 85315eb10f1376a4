"""Hints from judgements: above a threshold only, in a translator's words, at the likeliest place."""

import math

from alignbench.checks import CheckedPair, Context
from alignbench.checks.meaning import MeaningDiffers, explained, likeliest
from alignbench.checks.meaning_reasons import reason_text
from alignbench.domain.findings import Finding
from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.text import Span

PAIR = CheckedPair("雨が降れば中止する。", "It is cancelled when it is sunny.")
RISKY = Judgement(
    3.0,
    (Reason("opposite", 0.7), Reason("condition", 0.2)),
    (Mark(Span(0, 1), 0.2),),
    (
        Mark(Span(6, 15), 0.1),
        Mark(Span(16, 20), 0.6),
        Mark(Span(21, 23), 0.7),
        Mark(Span(27, 32), 0.9),
    ),
)


def hints(judgement: Judgement | None, risk: float | None, threshold: float = 0.0) -> list[Finding]:
    context = Context(judgements=[judgement], meaning_risks=[risk], meaning_threshold=threshold)
    return list(MeaningDiffers().check(PAIR, 0, context))


def test_a_risk_above_the_threshold_is_a_hint_with_its_reasons() -> None:
    (found,) = hints(RISKY, 1.1, threshold=1.0)
    assert found.message == (
        "Read again: a word may have been turned into its opposite, "
        "or a condition may be missing, or made up."
    )


def test_nothing_is_said_below_the_threshold_or_before_the_pair_was_read() -> None:
    assert hints(RISKY, 1.0, threshold=1.0) == []
    assert hints(None, None, threshold=-math.inf) == []
    assert list(MeaningDiffers().check(PAIR, 0, Context())) == []


def test_a_hint_is_never_more_than_a_hint() -> None:
    (found,) = hints(RISKY, 1.0)
    assert (found.hint, found.grade) == (True, "D4")
    assert found.en == Span(27, 32)
    assert found.ja is None


def test_words_that_touch_are_one_place() -> None:
    assert likeliest(RISKY.en[:3]) == Span(16, 23)
    assert likeliest(RISKY.ja) is None


def test_a_lost_clause_is_an_omission() -> None:
    lost = Judgement(5.0, (Reason("omission", 0.9),))
    (found,) = hints(lost, 1.0)
    assert found.type == "accuracy/omission"


def test_a_kind_that_a_later_model_brings_is_said_in_general() -> None:
    assert explained(Judgement(1.0)) == "The two may not say the same."
    assert reason_text("irony") == "the two may not say the same"
