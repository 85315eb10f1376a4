"""Terms: the glossary kept to, and one rendering for one term."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from alignbench.checks.check import CheckedPair, Context, DocumentCheck, PairCheck
from alignbench.checks.glossary import Entry, Glossary
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_forms import EnglishWord, english_words, find_words


def words_of(pair: CheckedPair) -> tuple[EnglishWord, ...]:
    """The English words of a pair, found once for all checks."""
    return pair.remember("english words", lambda: english_words(pair.en))


class GlossaryKept(PairCheck):
    """A glossary term without its English, or with a forbidden one."""

    id = "term.glossary"
    grade = Grade.D2
    type = "terminology/resource"
    severity = Severity.MAJOR
    explanation = (
        "The Japanese has a term of the glossary, and the English none of its approved forms (in "
        "any inflection), or a forbidden one. The longest term counts; okurigana and long vowels "
        "in katakana may vary (取扱い, サーバー)."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Terms of the glossary in the Japanese, each looked up in the English."""
        if not context.glossary or not pair.en.strip():
            return
        seen: set[str] = set()
        for span, entry in context.glossary.found(pair.ja):
            if entry.ja not in seen:
                seen.add(entry.ja)
                yield from self._kept(pair, span, entry, context.glossary)

    def _kept(
        self, pair: CheckedPair, span: Span, entry: Entry, glossary: Glossary
    ) -> Iterator[Finding]:
        words = words_of(pair)
        approved = ", ".join(f"“{form}”" for form in entry.approved)
        if any(
            find_words(glossary.words[en], words) for en in entry.approved if glossary.words[en]
        ):
            return
        for en in entry.forbidden:
            place = glossary.words[en] and find_words(glossary.words[en], words)
            if place:
                yield self.finding(
                    f"The glossary forbids “{en}” for {entry.ja}."
                    + (f" It wants {approved}." if approved else ""),
                    ja=span,
                    en=Span(*place),
                    ja_value=entry.ja,
                    en_value=en,
                )
                return
        if entry.approved:
            yield self.finding(
                f"The glossary wants {approved} for {entry.ja}.",
                ja=span,
                ja_value=entry.ja,
                en_value=entry.approved[0],
            )


_CANDIDATE = re.compile(
    r"(?<![ァ-ヺー・ ])[ァ-ヺー]{4,}(?![ァ-ヺー・ ])"
    r"|(?<![一-龠々\d])[一-龠々]{3,8}(?<![上下内外前後中間部度的])(?![一-龠々])"
)
"""Words of katakana or kanji that stand alone: inside a longer one they may mean another thing."""
_SEEN = 5
"""Pairs a term stands in before its usual rendering is known."""
_USUAL, _FOREIGN = 0.8, 0.005
"""Share of the term's pairs its rendering stands in, and of all others, to be its rendering."""
_MOST_WORDS = 3
_SMALL = frozenset({
    "the", "a", "an", "of", "in", "on", "to", "and", "or", "for", "with", "by", "at", "from",
    "is", "was", "were", "are", "be", "that", "this", "it", "as", "his", "her", "their", "its",
    "which", "who", "he", "she", "they", "not", "but", "has", "have", "had", "also", "one",
    "into", "than", "then", "there",
})  # fmt: skip


class TermConsistency(DocumentCheck):
    """One Japanese term, now and then another English one."""

    id = "term.consistency"
    grade = Grade.D3
    type = "terminology/inconsistent"
    severity = Severity.MINOR
    explanation = (
        "A term (katakana, or three kanji and more) that is rendered alike in most of its pairs "
        "has nothing of that rendering here. Needs five pairs with the term."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs with a term whose usual rendering they lack."""
        places = _terms(pairs)
        if not places:
            return
        stems = [{word.stem for word in english_words(pair.en)} for pair in pairs]
        frequency = Counter(stem for found in stems for stem in found)
        for term, at in places.items():
            usual = _rendering(at, stems, frequency, len(pairs))
            if usual is None:
                continue
            for place in at:
                if not _has(usual, stems[place]) and pairs[place].en.strip():
                    start = pairs[place].ja.find(term)
                    yield place, self._missing(term, start, usual, at, pairs)

    def _missing(
        self, term: str, start: int, usual: str, at: list[int], pairs: Sequence[CheckedPair]
    ) -> Finding:
        written = Counter(
            word.text
            for place in at
            for word in english_words(pairs[place].en)
            if word.stem == usual
        ).most_common(1)[0][0]
        return self.finding(
            f"Elsewhere {term} is rendered with “{written}”.",
            ja=Span(start, start + len(term)),
            ja_value=term,
            en_value=written,
        )


def _has(usual: str, stems: set[str]) -> bool:
    """Whether the rendering or a word made of it (context, contextual) is among `stems`."""
    root = usual[:5]
    return usual in stems or any(root in stem for stem in stems)


def _terms(pairs: Sequence[CheckedPair]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        for term in {match[0] for match in _CANDIDATE.finditer(pair.ja[:5_000])}:
            places[term].append(at)
    return {term: at for term, at in places.items() if len(at) >= _SEEN}


def _rendering(
    at: list[int], stems: list[set[str]], frequency: Counter[str], pairs: int
) -> str | None:
    """The stem that stands in most of the term's pairs and in hardly any other."""
    counted = Counter(
        stem for place in at for stem in stems[place] if len(stem) > 2 and stem not in _SMALL
    )
    best = max(counted.items(), key=lambda item: (item[1], -frequency[item[0]]), default=None)
    if best is None:
        return None
    stem, hits = best
    elsewhere = frequency[stem] - hits
    usual = hits >= max(_USUAL * len(at), _SEEN - 1) and hits < len(at)
    return stem if usual and elsewhere <= _FOREIGN * max(pairs - len(at), 50) else None


CHECKS = (GlossaryKept, TermConsistency)
