"""Phrases of the two languages that cannot both be said of one thing: `lex.contradiction`.

Where `lex.antonym` weighs a word against its opposite, a row of `tables/contradictions.tsv` names a
turn of phrase of the Japanese, the English that contradicts it, and on both sides all that would
reconcile them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LONGEST = 400
"""Characters of the Japanese beyond which a text is no sentence, and all may be reconciled."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One row of the table."""

    name: str
    ja: re.Pattern[str]
    ja_not: re.Pattern[str]
    en: re.Pattern[str] | None
    """What contradicts; None where the lack of `en_not` alone does."""
    en_not: re.Pattern[str] | None
    """What reconciles; None where nothing does."""


@cache
def _contradictions() -> ByTrigger[Contradiction]:
    return ByTrigger(
        (ja, Contradiction(name, japanese(ja), japanese(ja_not), _english(en), _english(en_not)))
        for name, ja, ja_not, en, en_not in rows("contradictions")
    )


def _english(pattern: str) -> re.Pattern[str] | None:
    return None if pattern == "." else english(pattern)


class Contradicted(PairCheck):
    """The English says what the Japanese rules out."""

    id = "lex.contradiction"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A turn of the Japanese (まだ…ない, 以下の, 前に, すべて…わけではない, 税別) and a phrase of the "
        "English that contradicts it (already, above, after, none, including tax) stand in one pair, "
        "and nothing on either side reconciles them."
    )
    examples = (
        Example(
            "会場はまだ決まっていない。",
            "The venue has not been decided yet.",
            "The venue has already been decided.",
        ),
        Example("下の表をご覧ください。", "See the table below.", "See the table above."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first contradiction."""
        ja, en = pair.ja, pair.en
        if not en.strip() or len(ja) > _LONGEST:
            return
        for row in _contradictions().in_text(ja):
            meant = row.ja.search(ja)
            if not meant or row.ja_not.search(ja[: meant.start()] + "\n" + ja[meant.end() :]):
                continue
            read = row.en.search(en) if row.en else None
            if (row.en and not read) or (row.en_not and row.en_not.search(en)):
                continue
            if read and row.name in _ORDERS and _turned_about(ja, meant, en, read, context):
                continue
            yield self._told(row, meant, read)
            return

    def _told(
        self, row: Contradiction, meant: re.Match[str], read: re.Match[str] | None
    ) -> Finding:
        if read is None:
            return self.finding(
                t("{ja} is “{name}”; nothing in the English says so.", ja=meant[0], name=row.name),
                ja=Span(*meant.span()),
                ja_value=row.name,
            )
        return self.finding(
            t("{ja} is “{name}”; the English has “{en}”.", ja=meant[0], name=row.name, en=read[0]),
            ja=Span(*meant.span()),
            en=Span(*read.span()),
            ja_value=row.name,
            en_value=read[0],
        )


_ORDERS = frozenset({"before", "after"})
_TAIL = lazy(r"[^,.;:!?]*")
_SENTENCE = lazy("[^。！？!?\n]*")


def _turned_about(
    ja: str, meant: re.Match[str], en: str, read: re.Match[str], context: Context
) -> bool:
    """Whether the English puts the second thing behind its “before”: wash, then eat; before eating."""
    tail = _TAIL.match(en, read.start())
    after = _SENTENCE.match(ja, meant.end())
    if not context.answers or not tail or not after or not after[0].strip():
        return False
    known = context.answers.of(ja, en)
    first = second = 0.0
    for answer in known.answers:
        if tail.start() <= known.en[answer.en].start < tail.end():
            place = known.ja[answer.ja].start
            if place < meant.end():
                first = max(first, answer.strength)
            elif place < after.end():
                second = max(second, answer.strength)
    return second > first


CHECKS: tuple[type[Check], ...] = (Contradicted,)
