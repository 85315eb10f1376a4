"""English slips that no reader of the English misses: doubled words, spaces, articles, marks."""

import re
from collections.abc import Iterable, Iterator

from alignbench.checks.check import CheckedPair, Context, Example, PairCheck
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span

_DOUBLED = re.compile(r"(?<![\w'’.*-])([A-Za-z]+)(?:[ \t\n]+\1)+(?![\w'’*-])")
_MAY_DOUBLE = frozenset({
    "that", "had", "so", "very", "bye", "no", "ha", "hey", "well", "there", "tut", "now", "many",
    "much", "long", "really", "far", "more", "oh", "yes", "please", "come", "night", "knock",
    "boo", "ma", "pa", "her", "uh", "um",
})  # fmt: skip
"""Words English doubles by rule or for emphasis (`that that`, `very very`)."""
_SPACE_BEFORE = re.compile(r"(?<=\w) +([,;:!?]|\.(?![\w.]))(?=\s|\Z)")
_ARTICLE = re.compile(r"(?<![\w.'’/(*&+-])(a|A|an|An) ([A-Za-z][A-Za-z-]*)(?!\w|\.\w)")
_SILENT_H = re.compile(r"hour|honest|hono[u]?r|heir(?!\w*loom\b)|herb\b|homage")
_WEAK_H = re.compile(r"h(?:istor|otel|abitual|ereditary|ysteri|eroic|armonic|allucin)")
_YOU_SOUND = re.compile(r"uni(?!n|m[ap])|us[aeiu]|ut[ieo]|eu|ew|ubi|uk[riu]|ur[aeiou]|one|once|oui")
"""Words whose first vowel letter sounds like `you` or `won`."""


class Mechanics(PairCheck):
    """Doubled words, spaces before marks, a for an, words run together with their marks."""

    id = "en.mechanics"
    grade = Grade.D1
    type = "linguistic/grammar"
    severity = Severity.MINOR
    explanation = (
        "A word stands twice in a row, a space stands before a mark, or “a” and “an” do not fit "
        "the word that follows. Words that English doubles by rule are let pass."
    )
    examples = (
        Example("鍵は箱の中にある。", "The key is in the box.", "The key is in the the box."),
        Example("一時間かかる。", "It takes an hour.", "It takes a hour."),
        Example("着いた、と彼は言った。", "We are here, he said.", "We are here , he said."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Slips in the English alone."""
        yield from self._doubled(pair.en)
        yield from self._articles(pair.en)
        match = _SPACE_BEFORE.search(pair.en)
        if match:
            yield self.finding(
                f"A space stands before “{match[1]}”.",
                en=Span(*match.span()),
                en_value=match[1],
                type="linguistic/punctuation",
            )

    def _doubled(self, en: str) -> Iterator[Finding]:
        for match in _DOUBLED.finditer(en):
            word = match[1]
            if word.lower() in _MAY_DOUBLE or (word[0].isupper() and len(word) > 3):
                continue
            span = Span(*match.span())
            yield self.finding(f"“{word}” stands twice in a row.", en=span, en_value=match[0])

    def _articles(self, en: str) -> Iterator[Finding]:
        for match in _ARTICLE.finditer(en):
            article, word = match[1].lower(), match[2]
            if _fits(article, word) is False:
                span = Span(*match.span())
                should = "an" if article == "a" else "a"
                yield self.finding(
                    f"“{match[0]}”: before this word the article is “{should}”.",
                    en=span,
                    en_value=match[0],
                )


def _fits(article: str, word: str) -> bool | None:
    """Whether the article fits how `word` begins; None where spelling does not tell."""
    lower = word.lower()
    if len(word) < 3 or word.isupper() or any(c.isupper() for c in word[1:]):
        return None
    if lower[0] == "h":
        if _SILENT_H.match(lower):
            return None if lower.startswith(("herb", "homage")) else article == "an"
        return None if _WEAK_H.match(lower) else article == "a"
    if lower[0] in "aeiou":
        return article == "a" if _YOU_SOUND.match(lower) else article == "an"
    return article == "a"


CHECKS = (Mechanics,)
