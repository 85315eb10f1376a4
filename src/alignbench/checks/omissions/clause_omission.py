"""A clause left out of a long sentence: words that nothing answers, and too short an English.

Neither sign says much alone. On good pairs with one clause cut out of the English
(`benchmarks/clause_omission.py`) their sum finds more than half at one false alarm in a hundred pairs.
"""

from collections.abc import Iterator, Sequence

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context, Need
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.omissions.coverage import length_ratio, said
from alignbench.checks.pair import CheckedPair, Uncovered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_JAPANESE = lazy(r"[\u3041-\u30ff\u4e00-\u9fff]")
_ASIDE = lazy(r"[（(][^（）()]*[）)]")
_SHORT = 1.0
"""What a spread of missing length counts beside the weight of an unanswered word."""
_ENOUGH = 3.5
"""Sum from which a pair is doubted."""
_KATAKANA = lazy("[ァ-ヺー]+")
_LEAST = 1.0
"""Weight of unanswered words below which shortness alone says nothing."""
_SHORTEST = 25
"""Japanese characters of a sentence that has a clause to lose."""
_NAMED = 4


class OmittedClause(DocumentCheck):
    """Part of a long sentence has no English."""

    id = "sem.omission"
    grade = Grade.D4
    type = "accuracy/omission"
    severity = Severity.MAJOR
    needs = frozenset({Need.MODEL})
    hint = True
    explanation = t(
        "Several content words of the Japanese have no answer in the English by the bundled "
        "model's word links, and the English is short for this document: a clause may be missing. "
        "For sorting, not for blaming."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs whose unanswered words and missing length add up."""
        if not context.uncovered_ja:
            return
        ratio = length_ratio(pairs)
        for at, (pair, uncovered) in enumerate(zip(pairs, context.uncovered_ja, strict=False)):
            ja, en = said(pair)
            if ja < _SHORTEST or not en:
                continue
            words = unanswered(pair.ja, uncovered)
            weight = sum(word.weight for word in words)
            if weight > _LEAST and weight - _SHORT * ratio.distance(ja, en) > _ENOUGH:
                yield at, self._finding(pair, words)

    def _finding(self, pair: CheckedPair, words: Sequence[Uncovered]) -> Finding:
        heaviest = sorted(words, key=lambda word: -word.weight)[:_NAMED]
        shown = sorted(heaviest, key=lambda word: word.span.start)
        named = "、".join(pair.ja[word.span.start : word.span.end] for word in shown)
        return self.finding(
            t(
                "Nothing answers {named}, and the English is short: is a clause missing?",
                named=named,
            ),
            ja=Span(shown[0].span.start, shown[-1].span.end),
            ja_value=named,
        )


def unanswered(ja: str, uncovered: Sequence[Uncovered]) -> list[Uncovered]:
    """Words that have to be answered: in Japanese writing, outside brackets."""
    asides = [match.span() for match in _ASIDE.finditer(ja)]
    asides += _answered_in_part(ja, uncovered)
    return [
        word
        for word in uncovered
        if _JAPANESE.search(ja, word.span.start, word.span.end)
        and not any(start <= word.span.start < end for start, end in asides)
    ]


def _answered_in_part(ja: str, uncovered: Sequence[Uncovered]) -> list[tuple[int, int]]:
    """Words in katakana of which a piece has an answer: a dictionary cuts プログラマ anywhere."""
    found: list[tuple[int, int]] = []
    for run in _KATAKANA.finditer(ja):
        inside = [
            min(word.span.end, run.end()) - max(word.span.start, run.start())
            for word in uncovered
            if word.span.start < run.end() and run.start() < word.span.end
        ]
        if inside and sum(inside) < run.end() - run.start():
            found.append(run.span())
    return found


CHECKS = (OmittedClause,)
