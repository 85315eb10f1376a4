"""Must, may, must not, need not: what the Japanese demands or allows, and what the English does."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.words.phrases import unanswered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

NAMES = {
    "must": "obligation",
    "must_not": "prohibition",
    "may": "permission",
    "need_not": "no obligation",
}
_AGREES = {
    "must": {"must", "demand", "weak"},
    "must_not": {"must_not", "no"},
    "need_not": {"need_not", "may", "can"},
    "may": {"may", "can"},
}
_CONTRADICTS = {
    "must": {"need_not", "may", "must_not"},
    "must_not": {"need_not", "must", "may"},
    "need_not": {"must", "must_not"},
    "may": {"must", "must_not"},
}
"""Kinds of English phrases that a Japanese kind can become, and those it never becomes."""
_NEGATED_BEFORE = lazy(r"(?:な[いく]|ず|ぬ)[^。、]{0,12}\Z")
_BOUND = lazy(r"\b(?:without|too|but|until|unless|only|except)\b", re.IGNORECASE)
_OF_A_LIMIT = lazy(
    "(?:超え|越え|こえ|上回っ|下回っ|割っ|割り込ん|切っ|達し|過ぎ)\\Z|(?:下回る|超える|上回る|満たない)[^。、]{1,16}\\Z"
)
_DENIED = lazy(r"[^。]{0,6}?(?:な[いかく]|ませ|ず|ぬ|まい)|[^。]*(?:か。?\Z|？|\?)")


@cache
def _phrases(side: str) -> re.Pattern[str]:
    """All phrases of one side, each kind a named group, in the order of the table."""
    kinds: dict[str, list[str]] = {}
    for row_side, kind, pattern in rows("modality"):
        if row_side == side:
            kinds.setdefault(kind, []).append(pattern)
    joined = "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in kinds.items())
    return english(joined) if side == "en" else japanese(joined)


class Obligation(PairCheck):
    """Must became may, must not became need not."""

    id = "mod.obligation"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese demands, forbids, allows or excuses (なければならない, てはならない, "
        "てもよい, "
        "必要はない), and the English has only a phrase that says otherwise; or a danger "
        "(おそれがある) is told as a fact."
    )
    examples = (
        Example("ここに立ち入ってはならない。", "You must not enter.", "You do not have to enter."),
        Example("全員が登録しなければならない。", "All must register.", "All may register."),
        Example(
            "靴を脱ぐ必要はない。", "You need not take off your shoes.", "Take off shoes: a must."
        ),
        Example("凍るおそれがある。", "It may freeze.", "It freezes."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Modal phrases without an answer that agrees with them."""
        if "おそれ" in pair.ja or "恐れ" in pair.ja:
            for name, span in unanswered(self.id, pair):
                yield self.finding(t("The English does not speak of a {name}.", name=name), ja=span)
        yield from self._exchanged(pair)

    def _exchanged(self, pair: CheckedPair) -> Iterator[Finding]:
        said = list(_phrases("ja").finditer(pair.ja))
        kinds = {match.lastgroup for match in said}
        if len(kinds) != 1 or _denied(said[-1], pair):
            return
        meant = said[0].lastgroup or ""
        read = list(_phrases("en").finditer(pair.en))
        found = {match.lastgroup for match in read}
        if meant == "must_not" and _OF_A_LIMIT.search(pair.ja, 0, said[0].start()):
            return  # “must not fall below” is “must be at least”: a matter of limits
        agreeing = found & _AGREES[meant]
        for match in () if agreeing - {"weak"} else read:
            kind = match.lastgroup or ""
            if kind == "must_not" and meant == "must" and _BOUND.search(pair.en):
                return  # “cannot do without” demands
            if agreeing and kind not in ("must_not", "need_not"):
                continue
            if kind in _CONTRADICTS[meant]:
                yield self.finding(
                    t(
                        "{ja}: {ours}. “{en}”: {theirs}.",
                        ja=said[0][0],
                        ours=NAMES[meant],
                        en=match[0],
                        theirs=NAMES[kind],
                    ),
                    ja=Span(*said[0].span()),
                    en=Span(*match.span()),
                    ja_value=NAMES[meant],
                    en_value=NAMES[kind],
                )
                return


def _denied(said: re.Match[str], pair: CheckedPair) -> bool:
    """Whether a negation or a question turns round what is demanded or allowed."""
    if "?" in pair.en:
        return True
    if said.lastgroup == "must" and _NEGATED_BEFORE.search(pair.ja, 0, said.start()):
        return True
    deniable = said.lastgroup == "may" or said[0].startswith(("必要", "必須", "義務", "べき"))
    return deniable and bool(_DENIED.match(pair.ja, said.end()))


CHECKS = (Obligation,)
