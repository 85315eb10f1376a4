"""One rendering for one term, and one term for one rendering, learned from the document itself."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_forms import english_words, stems_in
from alignbench.messages import t

_CANDIDATE = lazy(
    r"(?<![ァ-ヺー・ ])[ァ-ヺー]{4,}(?![ァ-ヺー・ ])(?![しすさせ](?!く))"
    r"|(?<![一-龠々\d])[一-龠々]{3,8}(?<![上下内外前後中間部度的])(?![一-龠々])(?![しすさせけ])"
)
"""Words of katakana or kanji that stand alone: inside a longer one they may mean another thing,
and as verbs (クリックする) they are rendered freely."""
_SEEN = 5
"""Pairs a term stands in before its usual rendering is known."""
_USUAL, _FOREIGN = 0.8, 0.005
"""Share of the term's pairs its rendering stands in, and of all others, to be its rendering."""
_ROOT = 5
"""Letters that a word and what is made of it share (context, contextual)."""
_LONGEST = 5_000
"""Characters of the Japanese that are looked at."""
_SMALL = frozenset({
    "the", "a", "an", "of", "in", "on", "to", "and", "or", "for", "with", "by", "at", "from",
    "is", "was", "were", "are", "be", "that", "this", "it", "as", "his", "her", "their", "its",
    "which", "who", "he", "she", "they", "not", "but", "has", "have", "had", "also", "one",
    "into", "than", "then", "there", "hav",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rendering:
    """A term, the pairs it stands in, and the stem that most of them have."""

    term: str
    places: tuple[int, ...]
    stem: str
    hits: int


class _Stems:
    """The stems of all English texts of a document, four bytes a word."""

    def __init__(self, pairs: Sequence[CheckedPair]) -> None:
        self.numbers: dict[str, int] = {}
        self.rows = [self._row(pair.en) for pair in pairs]
        self.frequency = Counter(number for row in self.rows for number in row)
        self.names = list(self.numbers)

    def _row(self, en: str) -> "array[int]":
        found = stems_in(en)
        return array("I", [self.numbers.setdefault(stem, len(self.numbers)) for stem in found])

    def made_of(self, stem: str) -> set[int]:
        """Numbers of `stem` and of all stems that share its root."""
        root = stem[:_ROOT]
        return {number for name, number in self.numbers.items() if root in name}

    def of_term(self, term: str, places: tuple[int, ...]) -> Rendering | None:
        """What most of the term's pairs have, if anything; the rarest of several."""
        counted = Counter(number for place in places for number in self.rows[place])
        best = [
            (hits, -self.frequency[number], self.names[number])
            for number, hits in counted.items()
            if len(self.names[number]) > 2 and self.names[number] not in _SMALL
        ]
        if not best:
            return None
        hits, _, stem = max(best)
        usual = hits >= max(_USUAL * len(places), _SEEN - 1)
        return Rendering(term, places, stem, hits) if usual else None

    def foreign(self, stem: str, places: set[int]) -> bool:
        """Whether `stem` is at home in other pairs than `places` too."""
        number = self.numbers[stem]
        inside = sum(number in self.rows[place] for place in places)
        elsewhere = self.frequency[number] - inside
        return elsewhere > _FOREIGN * max(len(self.rows) - len(places), 50)


class TermConsistency(DocumentCheck):
    """One Japanese term, now and then another English one; or two terms, one English word."""

    id = "term.consistency"
    grade = Grade.D3
    type = "terminology/inconsistent"
    severity = Severity.MINOR
    explanation = t(
        "A term (katakana, or three kanji and more) that is rendered alike in most of its pairs "
        "has nothing of that rendering here. Needs five pairs with the term. As a hint, told once: "
        "two terms share one rendering, which stands for nothing else."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs with a term whose usual rendering they lack; then terms that share one."""
        terms = _terms(pairs)
        if not terms:
            return
        stems = _Stems(pairs)
        found = [r for term, at in terms.items() if (r := stems.of_term(term, at))]
        for rendering in found:
            if rendering.hits < len(rendering.places) and not stems.foreign(
                rendering.stem, set(rendering.places)
            ):
                yield from self._lacking(rendering, stems, pairs)
        yield from self._shared(found, stems, pairs)

    def _lacking(
        self, rendering: Rendering, stems: _Stems, pairs: Sequence[CheckedPair]
    ) -> Iterator[tuple[int, Finding]]:
        enough = stems.made_of(rendering.stem)
        for place in rendering.places:
            if enough.isdisjoint(stems.rows[place]) and pairs[place].en.strip():
                written = _written(rendering, pairs)
                yield (
                    place,
                    self.finding(
                        t(
                            "Elsewhere {term} is rendered with “{written}”.",
                            term=rendering.term,
                            written=written,
                        ),
                        ja=_place(rendering.term, pairs[place].ja),
                        ja_value=rendering.term,
                        en_value=written,
                    ),
                )

    def _shared(
        self, found: Sequence[Rendering], stems: _Stems, pairs: Sequence[CheckedPair]
    ) -> Iterator[tuple[int, Finding]]:
        by_stem: dict[str, list[Rendering]] = defaultdict(list)
        for rendering in found:
            by_stem[rendering.stem].append(rendering)
        for stem, alike in by_stem.items():
            if len(alike) != 2:
                continue
            rarer, usual = sorted(alike, key=lambda r: len(r.places))
            both = set(rarer.places) | set(usual.places)
            together = set(rarer.places) & set(usual.places)
            if together or set(rarer.term) & set(usual.term) or stems.foreign(stem, both):
                continue
            place, written = rarer.places[0], _written(rarer, pairs)
            yield (
                place,
                self.finding(
                    t(
                        "“{written}” stands for {term} as well as for {term2}.",
                        written=written,
                        term=rarer.term,
                        term2=usual.term,
                    ),
                    ja=_place(rarer.term, pairs[place].ja),
                    ja_value=f"{rarer.term}, {usual.term}",
                    en_value=written,
                    hint=True,
                ),
            )


def _terms(pairs: Sequence[CheckedPair]) -> dict[str, tuple[int, ...]]:
    """Terms that stand in enough pairs, and the numbers of these pairs."""
    count: Counter[str] = Counter()
    for pair in pairs:
        count.update({match[0] for match in _CANDIDATE.finditer(pair.ja[:_LONGEST])})
    places: dict[str, list[int]] = {term: [] for term, n in count.items() if n >= _SEEN}
    for at, pair in enumerate(pairs):
        for term in {match[0] for match in _CANDIDATE.finditer(pair.ja[:_LONGEST])}:
            if term in places:
                places[term].append(at)
    return {term: tuple(at) for term, at in places.items()}


def _written(rendering: Rendering, pairs: Sequence[CheckedPair]) -> str:
    """The stem of a rendering as it is written most often."""
    words = Counter(
        word.text
        for place in rendering.places
        for word in english_words(pairs[place].en)
        if word.stem == rendering.stem
    )
    return words.most_common(1)[0][0]


def _place(term: str, ja: str) -> Span:
    start = ja.find(term)
    return Span(start, start + len(term))


CHECKS = (TermConsistency,)
