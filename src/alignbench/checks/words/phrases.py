"""Japanese turns of phrase with few answers in English, and words that only look English."""

import re
from collections.abc import Iterable
from functools import cache
from typing import ClassVar

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LONGEST = 5_000
"""Characters of each side that are looked at: more is no sentence."""


@cache
def phrases(check: str) -> ByTrigger[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Name, Japanese and English answers of the phrases of one check."""
    return ByTrigger(
        (ja, (name, japanese(ja), english(en)))
        for id_, name, ja, en in rows("phrases")
        if id_ == check
    )


def unanswered(check: str, pair: CheckedPair) -> Iterable[tuple[str, Span]]:
    """Phrases of `check` in the Japanese that nothing in the English answers."""
    ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
    if not en.strip():
        return
    for name, said, answers in phrases(check).in_text(ja):
        match = said.search(ja)
        if match and not answers.search(en):
            yield name, Span(*match.span())


class PartialNegation(PairCheck):
    """Not all, not always, nothing but: negations that do not deny."""

    id = "neg.partial"
    grade: ClassVar[Grade] = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "Some Japanese negations do not deny: とは限らない is “not necessarily”, しか…ない is "
        "“only”, "
        "ざるを得ない is “cannot but”. The English has none of the answers such a phrase can have."
    )
    examples = (
        Example("必ずしも安全ではない。", "It is not necessarily safe.", "It is not safe."),
        Example("三人しか来なかった。", "Only three came.", "Three did not come."),
        Example("認めざるを得ない。", "I have to admit it.", "I do not admit it."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Phrases without an answer."""
        if "な" in pair.ja or "ず" in pair.ja or "ざる" in pair.ja or "ませ" in pair.ja:
            for name, span in unanswered(self.id, pair):
                yield self.finding(
                    t(
                        "{ja} means “{name}”; the English does not say so.",
                        ja=pair.ja[span.start : span.end][-20:],
                        name=name,
                    ),
                    ja=span,
                    ja_value=name,
                )


class ClosedWords(PairCheck):
    """Words on which a sentence hangs: against, minority, except, dropped."""

    id = "lex.answer"
    grade: ClassVar[Grade] = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A word of a closed class on which the sense of a sentence hangs (反対, 少数, 一部の, 含む, "
        "潮が引く) has nothing in the English that could stand for it, of all that English says "
        "for such a word."
    )
    examples = (
        Example("私は反対だった。", "I was against it.", "I was all for it."),
        Example(
            "少数株主の利益を守る。",
            "Protect the interests of minority shareholders.",
            "Protect the interests of majority shareholders.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first such word without an answer."""
        for name, span in unanswered(self.id, pair):
            said = pair.ja[span.start : span.end]
            yield self.finding(
                t("{said} is “{name}”; nothing in the English says so.", said=said, name=name),
                ja=span,
                ja_value=name,
            )
            return


class FalseFriend(PairCheck):
    """Loan words that mean something else in English."""

    id = "lex.false_friend"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A Japanese loan word stands in the English as the word it was borrowed from, which means "
        "something else there (マンション is no mansion, クレーム is no claim)."
    )
    examples = (
        Example("窓口にクレームが来た。", "A complaint came in.", "A claim came in."),
        Example("駅前のマンション。", "A flat near the station.", "A mansion near the station."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Loan words taken at their word."""
        ja = pair.ja[:_LONGEST]
        for said, meant, wrong in _friends().in_text(ja):
            match = said.search(ja)
            if not match:
                continue
            read = wrong.search(pair.en[:_LONGEST])
            if read:
                yield self.finding(
                    t(
                        "{match} is {meant}, not “{read}”.",
                        match=match[0],
                        meant=meant,
                        read=read[0],
                    ),
                    ja=Span(*match.span()),
                    en=Span(*read.span()),
                    ja_value=meant,
                    en_value=read[0],
                )


@cache
def _friends() -> ByTrigger[tuple[re.Pattern[str], str, re.Pattern[str]]]:
    return ByTrigger(
        (ja, (japanese(ja), meant, english(wrong))) for ja, meant, wrong in rows("false_friends")
    )


CHECKS = (PartialNegation, ClosedWords, FalseFriend)
