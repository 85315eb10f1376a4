"""Names: spelled as the registry has them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.name_spellings import (
    HABIT,
    inside,
    misspelt,
    registry,
    spelled_somewhere,
)
from alignbench.checks.names.names import (
    Name,
    Names,
    Order,
    accepted,
    heard,
    latin_words,
)
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.romanisation import Macrons, looks_japanese, plain_letters, spelled
from alignbench.messages import t

_INNER_NAME = lazy(r"(?:(?<=[a-z,;] )|(?<=M[rs]\. ))[A-ZĀĪŪĒŌ][a-zāīūēō]{3,}\b(?!['’]?s [A-Z])")
_ADDED = frozenset({"kyoto", "osaka", "tokyo", "edo", "nara"})
"""Places that English names where the Japanese says “the capital” or “here”."""


class NameRegistry(DocumentCheck):
    """A name that the registry, its ruby or the rest of the document spells otherwise."""

    id = "name.registry"
    grade = Grade.D2
    type = "terminology/wrong-term"
    severity = Severity.MAJOR
    explanation = t(
        "The English misspells a name that the registry knows (from ruby, from confirmed pairs, or "
        "because the document spells it alike elsewhere), has another registered name in its "
        "place (D3 where only the document itself taught the name), or keeps to another style of "
        "long vowels or order of names than the project."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Registered names in the Japanese, each looked up in the English."""
        names = registry(pairs, context)
        spelled_out = spelled_somewhere(pairs, names)
        count = Counter(name.ja for pair in pairs for _, name in names.found(pair))
        for at, pair in enumerate(pairs):
            present = list(names.found(pair)) if pair.en.strip() else []
            if not present:
                continue
            words = latin_words(pair.en)
            written = {plain_letters(word): word for word in words}
            for match, name in {name: (span, name) for span, name in reversed(present)}.values():
                hits = accepted(name) & written.keys()
                if hits:
                    finding = self._style(names, name, match, pair, written[min(hits)])
                elif name.ja not in spelled_out and count[name.ja] >= HABIT:
                    continue  # rendered by its meaning throughout
                elif len(accepted(name)) and not inside(name, pair.en):
                    finding = self._other(names, name, match, pair, words)
                else:
                    finding = None
                if finding:
                    yield at, finding
            yield from ((at, finding) for finding in self._order(names, present, pair))

    def _style(
        self, names: Names, name: Name, match: Span, pair: CheckedPair, word: str
    ) -> Finding | None:
        """A spelling that is right, but not the one agreed on."""
        style = names.policy.macrons
        wanted = spelled(name.reading, style).lower() if style is not Macrons.ANY else ""
        wanted = wanted or name.en[0].lower()
        if _same_letters(word, wanted):
            return None
        right = wanted.capitalize()
        return self.finding(
            t("{ja} is written “{right}” in this project.", ja=name.ja, right=right),
            ja=match,
            en=_place(word, pair.en),
            ja_value=right,
            en_value=word,
            severity=Severity.MINOR,
        )

    def _other(
        self,
        names: Names,
        name: Name,
        match: Span,
        pair: CheckedPair,
        words: Sequence[str],
    ) -> Finding | None:
        """A misspelling of the name, or another name of the registry in its place."""
        for word in words:
            plain = plain_letters(word)
            if not word[0].isupper() or len(plain) < 4:
                continue
            others = names.by_spelling.get(plain, set())
            swapped = others and plain not in _ADDED and not any(o in pair.ja for o in others)
            if (swapped or (not others and misspelt(plain, name))) and plain not in heard(pair):
                return self.finding(
                    t(
                        "{ja} is “{en}”; the English has “{word}”.",
                        ja=name.ja,
                        en=name.en[0],
                        word=word,
                    ),
                    ja=match,
                    en=_place(word, pair.en),
                    ja_value=name.en[0],
                    en_value=word,
                    grade=Grade.D3 if swapped and not name.sure else None,
                )
        return self._misread(name, match, pair) if name.sure else None

    def _misread(self, name: Name, match: Span, pair: CheckedPair) -> Finding | None:
        """A romanised word in the middle of a sentence that no name of the Japanese explains."""
        words = [found for found in _INNER_NAME.finditer(pair.en) if _romanised(found[0], name)]
        strange = [w for w in words if plain_letters(w[0]) not in heard(pair)]
        if len(strange) != 1:
            return None
        return self.finding(
            t(
                "{ja} is read “{en}”; the English has “{strange}”.",
                ja=name.ja,
                en=name.en[0],
                strange=strange[0][0],
            ),
            ja=match,
            en=Span(*strange[0].span()),
            ja_value=name.en[0],
            en_value=strange[0][0],
        )

    def _order(
        self,
        names: Names,
        present: Sequence[tuple[Span, Name]],
        pair: CheckedPair,
    ) -> Iterator[Finding]:
        """Family and given name in another order than the project's."""
        if names.policy.order is Order.ANY:
            return
        for (one, family), (two, given) in pairwise(present):
            if one.end != two.start:
                continue
            first, second = family.en[0], given.en[0]
            if names.policy.order is Order.FAMILY_FIRST:
                first, second = second, first
            match = re.search(rf"\b{re.escape(first)},? {re.escape(second)}\b", pair.en, re.I)
            if match and "," not in match[0]:
                yield self.finding(
                    t(
                        "“{match}”: this project writes names {order}.",
                        match=match[0],
                        order=names.policy.order,
                    ),
                    ja=Span(one.start, two.end),
                    en=Span(*match.span()),
                    ja_value=f"{second} {first}",
                    en_value=match[0],
                    severity=Severity.MINOR,
                )


def _romanised(word: str, name: Name) -> bool:
    plain = plain_letters(word)
    return len(plain) > 3 and looks_japanese(plain) and plain not in accepted(name)


def _same_letters(word: str, wanted: str) -> bool:
    one, other = (unicodedata.normalize("NFD", text.lower()) for text in (word, wanted))
    return one.replace("-", "") == other.replace("-", "")


def _place(word: str, en: str) -> Span:
    start = en.find(word)
    return Span(start, start + len(word))


CHECKS = (NameRegistry,)
