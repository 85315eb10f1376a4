"""Words of the English that no dictionary has and that are a slip away from one it has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.names import accepted
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import rows
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_spelling import has_dictionary, is_english, meant
from alignbench.language.romanisation import looks_japanese, plain_letters
from alignbench.messages import t

_CODE = lazy(
    r"`[^`]*`|https?:\S{1,500}|\{[^{}]{0,80}\}|<[^<>]{0,300}>|\[\[[^\[\]]{0,80}\]\]|:\w{1,40}:"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,100}|(?<!\S)[^\s/\\_]{0,100}[/\\_]\S{0,300}"
)
_MAY_BE_CODE = lazy(r"[`:{<\[@/\\_]")
_WORD = lazy(
    r"(?<![\w'’.@#&=$*+~^|\]-])(?:[a-z]{5,30}|(?:(?<=\A)|(?<=[.!?] )|(?<=[\"“]))[A-Z][a-z]{4,30})"
    r"(?![\w'’@=*+(^|-]|\.\w)"
)
"""Words in lower case, and those that open a sentence; other capitals are names."""
_LONG = 7
"""Letters from which a capital or a word of Japanese syllables may still be an English slip."""
_OWN = 3
"""Places from which a word is the document's own."""


class Spelling(DocumentCheck):
    """A word that is one slip of the hand away from a word of the dictionary."""

    id = "en.spelling"
    grade = Grade.D2
    type = "linguistic/spelling"
    severity = Severity.MINOR
    explanation = t(
        "A word of the English is in no dictionary, British or American, and one slip away from a "
        "word that is: two letters exchanged, one doubled, left out or one too many. Names, terms "
        "of the glossary, romanised Japanese, words the Japanese has as they are and words the "
        "document uses three times are let pass."
    )
    examples = (
        Example(
            "封筒は別に送る。", "The envelope goes separately.", "The envelope goes seperately."
        ),
        Example("委員会が開かれた。", "The commission met.", "The comission met."),
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Unknown words for which a known one was meant."""
        if not has_dictionary():
            return
        strange = [(at, span) for at, pair in enumerate(pairs) for span in _unknown(pair)]
        count = Counter(_word(pairs[at], span).lower() for at, span in strange)
        known = _known(context)
        for at, span in strange:
            word = _word(pairs[at], span)
            lower = word.lower()
            if count[lower] >= _OWN or lower in known or lower in pairs[at].ja.lower():
                continue
            right = _often().get(lower) or (meant(lower) if _may_be_a_slip(word) else None)
            if right and (lower in _often() or _sure(word, right)):
                yield (
                    at,
                    self.finding(
                        t("“{word}” is often written for “{right}”.", word=word, right=right)
                        if lower in _often()
                        else t("No dictionary has “{word}”; “{right}”?", word=word, right=right),
                        en=span,
                        ja_value=right,
                        en_value=word,
                        grade=None if lower in _often() else Grade.D3,
                    ),
                )


def _sure(word: str, right: str) -> bool:
    """Whether `word` is rather a slip than a word of its own that happens to be near `right`."""
    if right in (f"{word.lower()}s", word.lower().removesuffix("s")):
        return False
    if word[0].isupper() or looks_japanese(word.lower()):
        return _may_be_a_slip(word) and len(word) == len(right)
    return True


def _may_be_a_slip(word: str) -> bool:
    """Whether `word` is no short name: those are words of their own."""
    return len(word) >= _LONG or not (word[0].isupper() or looks_japanese(word.lower()))


def _unknown(pair: CheckedPair) -> Iterator[Span]:
    """Words of the English outside code that the dictionary does not have."""
    text = pair.en
    if _MAY_BE_CODE.search(text):
        text = _CODE.sub(lambda match: "0" * len(match[0]), text)
    for match in _WORD.finditer(text):
        if _is_strange(match[0]):
            yield Span(*match.span())


@lru_cache(maxsize=8192)
def _is_strange(word: str) -> bool:
    lower = word.lower()
    return lower in _often() or (lower not in _more_words() and not is_english(lower))


@cache
def _more_words() -> frozenset[str]:
    return frozenset(word for _, words in rows("known_words") for word in words.split())


@cache
def _often() -> dict[str, str]:
    """Common misspellings, each with what is meant."""
    return {slip: right for slip, right, *_ in rows("misspellings")}


def _word(pair: CheckedPair, span: Span) -> str:
    return pair.en[span.start : span.end]


def _known(context: Context) -> frozenset[str]:
    """Words of the project's names and glossary, in lower case."""
    words: set[str] = set()
    for name in context.names.names if context.names else ():
        words |= accepted(name)
    for term in context.glossary.terms if context.glossary else ():
        words.update(plain_letters(word) for word in re.findall(r"\w+", term.en))
    return frozenset(words)


CHECKS = (Spelling,)
