"""Terms of the glossary: kept to, and none forbidden."""

from collections.abc import Iterable, Iterator

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, parsed
from alignbench.checks.terms.glossary import Entry, Glossary
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_forms import EnglishWord, english_words, find_words
from alignbench.messages import t

_KANJI_PAIR = lazy(r"[一-龠々]{2}")


def words_of(pair: CheckedPair) -> tuple[EnglishWord, ...]:
    """The English words of a pair, found once for all checks."""
    return pair.remember("english words", lambda: english_words(pair.en))


class GlossaryKept(PairCheck):
    """A glossary term without its English, or with a forbidden one."""

    id = "term.glossary"
    grade = Grade.D2
    type = "terminology/resource"
    severity = Severity.MAJOR
    explanation = t(
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
            if entry.ja not in seen and not _inside_a_word(span, pair):
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
                    t("The glossary forbids “{en}” for {ja}.", en=en, ja=entry.ja)
                    + (f" It wants {approved}." if approved else ""),
                    ja=span,
                    en=Span(*place),
                    ja_value=entry.ja,
                    en_value=en,
                )
                return
        if entry.approved:
            yield self.finding(
                t("The glossary wants {approved} for {ja}.", approved=approved, ja=entry.ja),
                ja=span,
                ja_value=entry.ja,
                en_value=entry.approved[0],
            )


def _inside_a_word(span: Span, pair: CheckedPair) -> bool:
    """Whether a term in kanji is only a piece of a longer word: 京都 in 東京都, 弁 in 弁護士."""
    ja, start, end = pair.ja, span.start, span.end
    left = _KANJI_PAIR.match(ja[start - 1 : start + 1]) if start else None
    right = _KANJI_PAIR.match(ja[end - 1 : end + 1])
    if not left and not right:
        return False
    edges = [(morpheme.start, morpheme.end) for morpheme in parsed(pair)]
    if left and not any(begin == start for begin, _ in edges):
        return True
    return bool(right) and not any(finish == end for _, finish in edges)


CHECKS = (GlossaryKept,)
