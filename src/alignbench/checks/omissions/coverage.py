"""Is all of it there? Sentences without an answer, and answers too short or too long."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.omissions.expected_length import expected_length, japanese_length, own_length
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_APPARATUS = lazy(
    r"\(旧暦\)|\((?:元号|日本)\)|[（(][ぁ-んァ-ヶー・ 　]{2,30}[）)、]"
    r"|[（(](?:同|明治|大正|昭和|平成|令和)?[0-9０-９一二三四五六七八九十元]{1,4}年"
    r"(?:[0-9０-９一二三四五六七八九十]{1,2}月)?(?:[0-9０-９一二三四五六七八九十]{1,3}日)?[）)]"
    r"|[^\W\d_]{2}[0-9元]{1,2}年(?:[0-9]{1,2}月[0-9]{1,2}日)?(?=[（(])"
    r"|参考文献[:：][^。]*|ISBN[ 0-9-]+|\]\([^()\s]*\)"
)
"""Readings of names, years of a second calendar, references and link targets: not said again."""
_LEAST_MATTER = 5
"""Rows without an answer at the head of a document that are a preface, told once."""
_SHORTEST = 25
"""Japanese characters below which a length says nothing: idioms and headings vary too much."""
_USUAL_RATIO, _USUAL_SPREAD = 2.6, 0.33
"""English characters per Japanese one, and the spread of its logarithm, in clean human bitext."""
_ENOUGH = 30
"""Pairs from which a document's own ratio is taken instead of the usual one."""
_FAR = 3.6
"""Spreads from the middle at which one length in some thousands still is by chance."""
_SUSPECT = 1.0
"""The same where a sentence seems to be missing."""
_HAS_CLAUSES, _LONG = 36, 60
"""Kana and kanji of a sentence that has a clause to lose, and of a long one."""
_LEAST_SHARE, _LEAST_SHARE_OF_LONG = 0.58, 0.62
"""Share of the expected length below which 5 good pairs in 1,000 lie, and 4 in 10 with a cut clause."""
_CLAUSES = lazy(r"[、，,；;。](?=.{6})")
SURE_LINK = 0.9
"""Confidence of a link from which its omission is taken for one."""
_JA_SENTENCE = lazy(r"[^。！？!?]{6,}(?:[。！？!?]|\Z)")
_EN_SENTENCE = lazy(r"[.!?:;][\"'”’)]*(?=\s|\Z)")
_QUOTED = lazy(r"「[^「」]*」|（[^（）]*）")


@dataclass(frozen=True, slots=True)
class LengthRatio:
    """How long the English of a document is beside its Japanese."""

    middle: float
    """Median of the logarithm of English characters per Japanese character."""
    spread: float
    """Robust standard deviation of that logarithm at 60 Japanese characters."""

    def distance(self, ja: int, en: int) -> float:
        """Spreads between this pair's ratio and the middle; short texts may stray further."""
        spread = self.spread * max(1.0, math.sqrt(60 / max(ja, 1)))
        return (math.log(max(en, 1) / max(ja, 1)) - self.middle) / spread


def length_ratio(pairs: Sequence[CheckedPair]) -> LengthRatio:
    """The ratio of `pairs`, or the usual one where they are too few."""
    logs = [
        math.log(en / ja)
        for ja, en in (lengths(pair) for pair in pairs)
        if ja >= _SHORTEST and en > 0
    ]
    if len(logs) < _ENOUGH:
        return LengthRatio(math.log(_USUAL_RATIO), _USUAL_SPREAD)
    middle = median(logs)
    spread = 1.4826 * median(abs(log - middle) for log in logs)
    return LengthRatio(middle, min(max(spread, 0.15), 0.5))


def lengths(pair: CheckedPair) -> tuple[int, int]:
    """Characters of both sides without spaces."""
    return _written(pair.ja), _written(pair.en)


def _written(text: str) -> int:
    """Characters that are no spaces."""
    return sum(map(len, text.split()))


def said(pair: CheckedPair) -> tuple[int, int]:
    """Characters of both sides that a translation has to answer for."""
    ja, en = lengths(pair)
    return (_written(_APPARATUS.sub("", pair.ja)) if en else ja), en


def _allowed(pair: CheckedPair) -> float:
    """Spreads that the English may be too short: fewer where it has fewer sentences too."""
    sentences = len(_JA_SENTENCE.findall(_QUOTED.sub("", pair.ja)))
    enough = sentences < 2 or len(_EN_SENTENCE.findall(pair.en)) >= sentences
    return _FAR if enough else _SUSPECT


def said_again(pair: CheckedPair) -> str:
    """The Japanese that a translation has to say: no readings, no years of a second calendar."""
    return _APPARATUS.sub("", pair.ja)


def length_share(pair: CheckedPair) -> float:
    """How much of the expected length the English has: about 1."""
    return own_length(pair.ja, pair.en) / max(expected_length(said_again(pair)), 1.0)


def usual_share(pairs: Sequence[CheckedPair]) -> float:
    """The middle share of a document, 1 for a short one; a terse translator is no omitter."""
    shares = [
        length_share(pair) for pair in pairs if pair.en and japanese_length(pair.ja) >= _HAS_CLAUSES
    ]
    return min(max(median(shares), 0.8), 1.2) if len(shares) >= _ENOUGH else 1.0


def clause_missing(pair: CheckedPair, usual: float) -> bool:
    """Whether the English of a sentence with clauses is so short that one of them is missing."""
    written = japanese_length(pair.ja)
    if written < _HAS_CLAUSES or not _CLAUSES.search(pair.ja):
        return False
    least = _LEAST_SHARE if written < _LONG else _LEAST_SHARE_OF_LONG
    return length_share(pair) < least * usual


def _front(pairs: Sequence[CheckedPair], side: str) -> int:
    """How many rows at the head of a document only this side has, if they are matter of their own."""
    count = 0
    for pair in pairs:
        here, there = (pair.ja, pair.en) if side == "ja" else (pair.en, pair.ja)
        if not here.strip() or there.strip() or pair.declared:
            break
        count += 1
    return count if _LEAST_MATTER <= count < len(pairs) else 0


class Omission(DocumentCheck):
    """Japanese that the English leaves out."""

    id = "cov.omission"
    grade = Grade.D1
    type = "accuracy/omission"
    severity = Severity.MAJOR
    of_code = True
    explanation = t(
        "A Japanese sentence has no English, and nobody declared it omitted; or the English of a "
        "sentence with clauses is little more than half as long as its kanji and kana ask for. As "
        "a hint: it is far shorter than this document's own length ratio would have it."
    )
    examples = (Example("図書館は月曜に休む。", "The library is closed on Mondays.", ""),)

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Null links nobody declared, and English much too short."""
        ratio = length_ratio(pairs)
        usual = usual_share(pairs)
        front = _front(pairs, "ja")
        if front:
            yield 0, self._matter(pairs, front)
        for at, pair in enumerate(pairs):
            ja, en = said(pair)
            if at < front:
                continue
            if ja and not en and not pair.declared:
                yield at, self._unanswered(pair)
            elif en and clause_missing(pair, usual):
                yield at, self._halved(pair)
            elif ja >= _SHORTEST and en and ratio.distance(ja, en) < -_allowed(pair):
                yield at, self._short(pair, en / ja, math.exp(ratio.middle))

    def _matter(self, pairs: Sequence[CheckedPair], front: int) -> Finding:
        """One finding for all that stands before the first pair."""
        return self.finding(
            t("The first {count} rows are in Japanese only: front matter of its own?", count=front),
            ja=Span(0, len(pairs[0].ja)),
        )

    def _unanswered(self, pair: CheckedPair) -> Finding:
        """A Japanese text alone; less sure where the link itself is."""
        whole = Span(0, len(pair.ja))
        if pair.confidence is not None and pair.confidence < SURE_LINK:
            return self.finding(
                t("No English is linked to this Japanese, and the link is in doubt: does it belong "
                  "to a row beside it?"),
                ja=whole,
                grade=Grade.D3,
            )  # fmt: skip
        return self.finding(t("No English answers this Japanese."), ja=whole)

    def _halved(self, pair: CheckedPair) -> Finding:
        """English so short that a clause must be missing."""
        return self.finding(
            t("The English is little more than half as long as this Japanese asks for: is a clause "
              "missing?"),
            ja=Span(0, len(pair.ja)),
            ja_value=f"about {expected_length(said_again(pair)):.0f} characters",
            en_value=f"{own_length(pair.ja, pair.en)}",
            grade=Grade.D3,
        )  # fmt: skip

    def _short(self, pair: CheckedPair, found: float, usual: float) -> Finding:
        return self.finding(
            t("The English is short for this Japanese: part of it may be left out."),
            ja=Span(0, len(pair.ja)),
            ja_value=t("{usual:.1f} characters a character are usual here", usual=usual),
            en_value=f"{found:.1f}",
            grade=Grade.D3,
            hint=True,
        )


class Addition(DocumentCheck):
    """English that the Japanese does not say."""

    id = "cov.addition"
    grade = Grade.D1
    type = "accuracy/addition"
    severity = Severity.MAJOR
    of_code = True
    explanation = t(
        "An English sentence has no Japanese, and nobody declared it added. As a hint: the "
        "English is far longer than this document's own length ratio would have it."
    )
    examples = (Example("", "", "Please mind the date."),)

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Null links nobody declared, and English much too long."""
        ratio = length_ratio(pairs)
        front = _front(pairs, "en")
        if front:
            yield (
                0,
                self.finding(
                    t("The first {count} rows are in English only: front matter of the translator?",
                      count=front),
                    en=Span(0, len(pairs[0].en)),
                ),
            )  # fmt: skip
        for at, pair in enumerate(pairs):
            ja, en = lengths(pair)
            whole = Span(0, len(pair.en))
            if at < front:
                continue
            if en and not ja and not pair.declared:
                yield at, self.finding(t("No Japanese stands behind this English."), en=whole)
            elif ja >= _SHORTEST and en and ratio.distance(ja, en) > _FAR:
                yield (
                    at,
                    self.finding(
                        t("The English is long for this Japanese: part of it may be added."),
                        en=whole,
                        ja_value=t(
                            "{middle:.1f} characters a character are usual",
                            middle=math.exp(ratio.middle),
                        ),
                        en_value=f"{en / ja:.1f}",
                        grade=Grade.D3,
                        hint=True,
                    ),
                )


CHECKS = (Omission, Addition)
