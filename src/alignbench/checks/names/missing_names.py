"""Names of the Japanese that are in no spelling in the English."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

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
from alignbench.checks.names.names import Name, Names, accepted, latin_words
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.romanisation import plain_letters
from alignbench.messages import t

_PRONOUN = lazy(
    r"\b(?:he|she|they|it|his|him|her|hers|their|them|its|himself|herself|who|whose|this|that|these"
    r"|there|here|the (?:city|town|prefecture|province|area|region|man|woman|former|latter|same"
    r"|two)"
    r"|both|locals?|one)\b",
    re.IGNORECASE,
)
_NEAR = 3
"""Pairs back in which the English may have named somebody that it now calls he or she."""


class NameMissing(DocumentCheck):
    """A name in the Japanese, nothing of it in the English."""

    id = "name.missing"
    grade = Grade.D3
    type = "accuracy/omission"
    severity = Severity.MINOR
    explanation = t(
        "A registered name stands in the Japanese and in no spelling in the English. A pronoun "
        "will do where the name was given a few pairs before."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Registered names in the Japanese that the English neither has nor replaces."""
        names = registry(pairs, context)
        missing = list(self._missing(pairs, names))
        spelled_out = spelled_somewhere(pairs, names)
        count = Counter(name.ja for _, _, name in missing)
        told: set[str] = set()
        for at, span, name in missing:
            if name.ja in told:
                continue
            once = name.ja not in spelled_out and count[name.ja] >= HABIT
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
            present = list(names.found(pair)) if pair.en.strip() else []
            if not present:
                continue
            written = {plain_letters(word) for word in latin_words(pair.en)}
            seen: set[str] = set()
            for span, name in present:
                if name.ja in seen or accepted(name) & written or inside(name, pair.en):
                    continue
                seen.add(name.ja)
                if any(misspelt(plain, name) for plain in written):
                    continue
                before = " ".join(other.en for other in pairs[max(at - _NEAR, 0) : at])
                if _PRONOUN.search(pair.en) and inside(name, before):
                    continue
                yield at, span, name


CHECKS = (NameMissing,)
