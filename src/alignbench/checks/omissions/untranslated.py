"""Japanese that was left in the English."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.romanisation import looks_japanese, plain_letters
from alignbench.messages import t

_WRITING = r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆〇ｦ-ﾟ"
_JAPANESE = lazy(rf"[{_WRITING}](?:[{_WRITING}・、。「」『』　]*[{_WRITING}])?")
_MARKS = lazy(r"[、。「」『』【】〈〉《》〔〕・〜！-～　]+")
_GLOSSED = lazy(r"[(\[（［][^()\[\]（）［］]*\Z")
_OPENED = lazy(r"[\"“‘'「『][^\"”’」』]*\Z")
_ABOUT_WRITING = lazy(
    r"\b(?:kanji|kana|hiragana|katakana|characters?|letters?|written|writes?|wrote|pronounced?"
    r"|pronunciation|inscri\w+|spelled|notation|reads?)\b",
    re.IGNORECASE,
)
_QUOTABLE = lazy(r"\b(?:means?|meaning|called|words?|terms?|named?|literally|phrase)\b", re.I)
_WORD_BEFORE = lazy(r"([A-Za-zāīūēō-]{3,})[\"'”’]? ?\Z")
_ROMANISED = lazy(r"([A-Za-zāīūēō-]{3,})[\"'”’]{0,2} ?[(（\[]\Z")
_KANJI = lazy(r"[\u3400-\u9fff々]{1,12}\Z")
_GOES_ON = lazy(r"[\"'”’]?(?:[,.;:)(]|\Z| (?:and|or|in|of)\b)")
_MOST = 20
"""Stretches of Japanese in one English text that are looked at."""
_NEAR = 60
"""Characters on either side in which such a word explains the Japanese."""
_KANA_ENDING = lazy(r"[一-龠][ぁ-ん]|[ぁ-ん]{3}|[ぁ-ん]\Z")
"""Okurigana and particles: not a term, a piece of a sentence."""
_LONGEST_TERM = 12
"""Characters of a term that English may quote in Japanese; longer runs are sentences."""
_CLOSED = lazy(r"[^()]{0,40}[)\]）］]")
_GLOSS_FOLLOWS = lazy(r"[\"”’'」]{0,2} ?[(（\[]\s*[A-Za-z]")
_TRANSLATION_FOLLOWS = lazy(r"[\"”’'」。.]{0,3} ?[(（\[]\s*[A-Za-z]+(?: [A-Za-z,']+){3}")


class Residue(PairCheck):
    """Kana, kanji and Japanese punctuation in the English."""

    id = "text.residue"
    grade = Grade.D1
    type = "accuracy/untranslated"
    severity = Severity.MAJOR
    of_code = True
    explanation = t(
        "Kana or kanji stand in the English, or the English repeats the Japanese; Japanese "
        "punctuation and full-width letters are a minor matter. A short term given in brackets "
        "after its English, or quoted in a sentence about words and writing, is let pass."
    )
    examples = (
        Example(
            "「はじめまして」と挨拶した。",
            "She greeted us with “Nice to meet you.”",
            "She greeted us with “はじめまして.”",
        ),
        Example("受付は二階です。", "The reception (受付) is upstairs.", "The 受付 is upstairs."),
        Example("鍵は箱の中、蓋の裏。", "The key is in the box.", "The key、is in the box。"),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """What is Japanese in the English."""
        if pair.en.isascii() or not pair.ja:
            return
        if pair.en.strip() == pair.ja.strip() and _JAPANESE.search(pair.ja):
            yield self.finding(t("The English is the Japanese text."), en=Span(0, len(pair.en)))
            return
        found = list(self._words(pair))
        yield from found
        if not found:
            yield from self._marks(pair)

    def _words(self, pair: CheckedPair) -> Iterator[Finding]:
        found = list(_JAPANESE.finditer(pair.en))
        listed = len(found) > 1 and bool(_ABOUT_WRITING.search(pair.en))
        left = [match for match in found[:_MOST] if not _let_pass(pair.en, match, listed)]
        if left:
            value = left[0][0][:30]
            more = (
                t(" So are {count} more stretches.", count=len(left) - 1) if len(left) > 1 else ""
            )
            span = Span(*left[0].span())
            yield self.finding(
                t("“{value}” is left in Japanese.{more}", value=value, more=more),
                en=span,
                en_value=value,
            )

    def _marks(self, pair: CheckedPair) -> Iterator[Finding]:
        for match in _MARKS.finditer(_JAPANESE.sub(lambda m: "x" * len(m[0]), pair.en)):
            if match[0].strip() and match[0] in pair.ja and not match[0].strip("〜～・"):
                continue  # a placeholder kept as it is: 〜と言う
            yield self.finding(
                t("Japanese punctuation or full-width letters in the English."),
                en=Span(*match.span()),
                en_value=unicodedata.normalize("NFKC", match[0][:30]),
                severity=Severity.MINOR,
                type="linguistic/punctuation",
            )
            return


def _let_pass(en: str, match: re.Match[str], listed: bool) -> bool:
    """Whether a Japanese run is there on purpose: a gloss in brackets, a word talked about.

    `listed`: it is one of several in a text about writing.
    """
    run = match[0]
    if len(run) > _LONGEST_TERM * 3:
        return False
    before = en[max(match.start() - _NEAR, 0) : match.start()]
    around = before + en[match.end() : match.end() + _NEAR]
    if _GLOSS_FOLLOWS.match(en, match.end()) and len(run) <= _LONGEST_TERM:
        return True
    if _TRANSLATION_FOLLOWS.match(en, match.end()):
        return True
    if _GLOSSED.search(before) and _CLOSED.match(en, match.end()):
        word = _ROMANISED.search(before)
        if word and looks_japanese(plain_letters(word[1])):
            return True
        return bool(re.search(r"[A-Za-z]", before)) and not _KANA_ENDING.search(run)
    if _names_it(before, match, en):
        return True
    if listed or _ABOUT_WRITING.search(around):
        return bool(_OPENED.search(before)) or not _KANA_ENDING.search(run)
    return bool(_OPENED.search(before) and _QUOTABLE.search(around))


def _names_it(before: str, match: re.Match[str], en: str) -> bool:
    """Whether kanji stand straight after their romanisation (Shirasagi-jo 白鷺城,)."""
    word = _WORD_BEFORE.search(before)
    if not word or not _KANJI.match(match[0]) or not _GOES_ON.match(en, match.end()):
        return False
    return looks_japanese(plain_letters(word[1])) and (word[1][0].isupper() or len(word[1]) > 4)


CHECKS = (Residue,)
