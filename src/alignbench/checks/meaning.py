"""What the reader of meaning says of a pair, as a hint: `sem.meaning`.

The reader is no check: it is asked by whoever makes the context, in the background, and what it
says is a guess. A hint is given only where that makes a pair riskier than a threshold, which people
set as so many of a hundred good pairs that may be called risky by mistake.
"""

from collections.abc import Iterator, Sequence

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context, Need
from alignbench.checks.meaning_reasons import reason_text
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement, Mark
from alignbench.domain.text import Span
from alignbench.messages import Message, t

SURE = 0.5
"""Chance from which on a word is one of those the finding is about."""
TYPES = {
    "omission": "accuracy/omission",
    "item": "accuracy/omission",
    "addition": "accuracy/addition",
    "foreign": "accuracy/addition",
}
"""Kinds of error that are no mistranslation."""


class MeaningDiffers(PairCheck):
    """The English says what the Japanese says."""

    id = "sem.meaning"
    grade = Grade.D4
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    needs = frozenset({Need.READER})
    hint = True
    explanation = t(
        "A small reading model hears another meaning in the English: a sense, a role, a condition, "
        "a negation, a clause. It guesses, and says only what kind of difference it would be. "
        "Asked for with --meaning or in the workbench; never sure enough to blame."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """One hint for a pair whose judgement makes it riskier than the threshold."""
        if at >= min(len(context.judgements), len(context.meaning_risks)):
            return
        judgement, risk = context.judgements[at], context.meaning_risks[at]
        if judgement is not None and risk is not None and risk > context.meaning_threshold:
            yield self.said_of(judgement)

    def said_of(self, judgement: Judgement) -> Finding:
        """The hint that a judgement makes."""
        kind = judgement.reasons[0].kind if judgement.reasons else ""
        return self.finding(
            explained(judgement),
            ja=likeliest(judgement.ja),
            en=likeliest(judgement.en),
            ja_value=kind,
            type=TYPES.get(kind),
        )


def explained(judgement: Judgement) -> Message:
    """The reasons of a judgement in one line, the likeliest first."""
    clauses = [reason_text(reason.kind) for reason in judgement.reasons[:2]]
    if not clauses:
        return t("The two may not say the same.")
    if len(clauses) == 1:
        return t("Read again: {reason}.", reason=clauses[0])
    return t("Read again: {reason}, or {other}.", reason=clauses[0], other=clauses[1])


def likeliest(marks: Sequence[Mark]) -> Span | None:
    """The run of marked words that is likeliest, None if no word is likely enough."""
    best: Mark | None = None
    run: Mark | None = None
    for mark in marks:
        if mark.chance < SURE:
            run = None
            continue
        if run is not None and mark.span.start - run.span.end <= 1:
            run = Mark(Span(run.span.start, mark.span.end), max(run.chance, mark.chance))
        else:
            run = mark
        if best is None or run.chance >= best.chance:
            best = run
    return best.span if best else None


CHECKS = (MeaningDiffers,)
