"""Names: spelled as the registry has them, and not left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.names import (
    Name,
    Names,
    Order,
    accepted,
    heard,
    latin_words,
    learned,
)
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.romanisation import Macrons, looks_japanese, plain_letters, spelled
from alignbench.messages import t

_SEEN = 3
"""Pairs that must agree on a name before a document without a registry holds to it."""
_PRONOUN = re.compile(
    r"\b(?:he|she|they|it|his|him|her|hers|their|them|its|himself|herself|who|whose|this|that|these"
    r"|there|here|the (?:city|town|prefecture|province|area|region|man|woman|former|latter|same"
    r"|two)"
    r"|both|locals?|one)\b",
    re.IGNORECASE,
)
_HABIT = 3
"""Places without its reading from which a name is rendered otherwise on purpose, and told once."""
_NEAR = 3
"""Pairs back in which the English may have named somebody that it now calls he or she."""
_INNER_NAME = re.compile(
    r"(?:(?<=[a-z,;] )|(?<=M[rs]\. ))[A-ZĀĪŪĒŌ][a-zāīūēō]{3,}\b(?!['’]?s [A-Z])"
)
_CLOSE, _CLOSE_TO_SURE = 0.8, 0.7
"""Likeness from which a word is a name misspelt; a reading given in ruby is no guess."""
_ADDED = frozenset({"kyoto", "osaka", "tokyo", "edo", "nara"})
"""Places that English names where the Japanese says “the capital” or “here”."""


def registry(pairs: Sequence[CheckedPair], context: Context) -> Names:
    """The project's names, and beside them those that the document itself renders alike."""
    known = context.names or Names()
    first = pairs[0] if pairs else CheckedPair("", "")
    return first.remember("names", lambda: known.beside(learned(pairs, _SEEN)))


class NameRegistry(DocumentCheck):
    """A name that the registry, its ruby or the rest of the document spells otherwise."""

    id = "name.registry"
    grade = Grade.D2
    type = "terminology/wrong-term"
    severity = Severity.MAJOR
    explanation = (
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
        spelled_out = _spelled_somewhere(pairs, names)
        count = Counter(name.ja for pair in pairs for _, name in names.found(pair))
        for at, pair in enumerate(pairs):
            if not pair.en.strip():
                continue
            words = latin_words(pair.en)
            written = {plain_letters(word): word for word in words}
            present = list(names.found(pair))
            for match, name in {name: (span, name) for span, name in reversed(present)}.values():
                hits = accepted(name) & written.keys()
                if hits:
                    finding = self._style(names, name, match, pair, written[min(hits)])
                elif name.ja not in spelled_out and count[name.ja] >= _HABIT:
                    continue  # rendered by its meaning throughout
                elif len(accepted(name)) and not _inside(name, pair.en):
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
            if (swapped or (not others and _misspelt(plain, name))) and plain not in heard(pair):
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


class NameMissing(DocumentCheck):
    """A name in the Japanese, nothing of it in the English."""

    id = "name.missing"
    grade = Grade.D3
    type = "accuracy/omission"
    severity = Severity.MINOR
    explanation = (
        "A registered name stands in the Japanese and in no spelling in the English. A pronoun "
        "will do where the name was given a few pairs before."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Registered names in the Japanese that the English neither has nor replaces."""
        names = registry(pairs, context)
        missing = list(self._missing(pairs, names))
        spelled_out = _spelled_somewhere(pairs, names)
        count = Counter(name.ja for _, _, name in missing)
        told: set[str] = set()
        for at, span, name in missing:
            if name.ja in told:
                continue
            once = name.ja not in spelled_out and count[name.ja] >= _HABIT
            if once:
                told.add(name.ja)
            yield at, self._not_there(name, span, count[name.ja] if once else 1)

    def _not_there(self, name: Name, span: Span, places: int) -> Finding:
        """A name that is missing here, or in all its `places`: then it is rendered by meaning."""
        if places > 1:
            message = t(
                "{ja} (“{en}”) is not in the English, here and in {places} places: is it "
                "rendered by its meaning?",
                ja=name.ja,
                en=name.en[0],
                places=places,
            )
        else:
            message = t("{ja} (“{en}”) is not in the English.", ja=name.ja, en=name.en[0])
        return self.finding(message, ja=span, ja_value=name.en[0])

    def _missing(
        self, pairs: Sequence[CheckedPair], names: Names
    ) -> Iterator[tuple[int, Span, Name]]:
        for at, pair in enumerate(pairs):
            if not pair.en.strip():
                continue
            written = {plain_letters(word) for word in latin_words(pair.en)}
            seen: set[str] = set()
            for span, name in names.found(pair):
                if name.ja in seen or accepted(name) & written or _inside(name, pair.en):
                    continue
                seen.add(name.ja)
                if any(_misspelt(plain, name) for plain in written):
                    continue
                before = " ".join(other.en for other in pairs[max(at - _NEAR, 0) : at])
                if _PRONOUN.search(pair.en) and _inside(name, before):
                    continue
                yield at, span, name


def _spelled_somewhere(pairs: Sequence[CheckedPair], names: Names) -> set[str]:
    """Japanese forms of names that the English spells by their reading in any pair."""
    found: set[str] = set()
    for pair in pairs:
        for _, name in names.found(pair):
            if name.ja not in found and _inside(name, pair.en):
                found.add(name.ja)
    return found


def _romanised(word: str, name: Name) -> bool:
    plain = plain_letters(word)
    return len(plain) > 3 and looks_japanese(plain) and plain not in accepted(name)


def _misspelt(plain: str, name: Name) -> bool:
    """Whether a word that is no spelling of `name` is meant to be one."""
    if len(plain) < 5 or plain in accepted(name):
        return False
    if plain[0] != name.en[0][0].lower() or not looks_japanese(plain):
        return False
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(plain)
    for form in accepted(name):
        matcher.set_seq1(form)
        enough = _CLOSE_TO_SURE if name.sure else _CLOSE
        if abs(len(form) - len(plain)) <= 2 and matcher.ratio() >= enough:
            return True
    return False


def _inside(name: Name, en: str) -> bool:
    """Whether a spelling stands in `en` at all, as a part of a longer word too."""
    text = plain_letters(en)
    return any(form in text or form.replace(" ", "") in text for form in accepted(name))


def _same_letters(word: str, wanted: str) -> bool:
    one, other = (unicodedata.normalize("NFD", text.lower()) for text in (word, wanted))
    return one.replace("-", "") == other.replace("-", "")


def _place(word: str, en: str) -> Span:
    start = en.find(word)
    return Span(start, start + len(word))


CHECKS = (NameRegistry, NameMissing)
