"""Terms that a translation settles by itself: Japanese words with the English they mostly get.

A candidate is a word of katakana, a compound of kanji or a title in 『』 that stands in several
pairs. Its English is the run of words that goes with it: by Dice's coefficient 2·together /
(pairs with the term + pairs with the run), the longest run that keeps most of the best one's
pairs. Source of the measure: Smadja et al., "Translating Collocations for Bilingual Lexicons"
(1996).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alignbench.checks.terms.glossary import Glossary, Term
from alignbench.language.english_forms import english_words, stem
from alignbench.messages import t

_TERM = re.compile(
    r"(?<=『)[^『』「」]{2,20}(?=』)"
    r"|(?<![一-龠々ァ-ヺー・\d０-９])(?![第数約一二三四五六七八九十百千万億両各今昨来毎翌・ー])"
    r"[一-龠々ァ-ヺー・]{3,12}(?<![上下内外前後中間部度的等他・])(?![一-龠々ァ-ヺー・けりえめれ])"
)
"""Whole runs only: inside a longer one, or before okurigana, a word may mean another thing."""
_LONGEST = 5_000
"""Characters of a text that are looked at."""
_BREAK = re.compile(r"[^\w\s'’-]")
"""A comma or a bracket: no term goes across it."""
_MOST_WORDS = 4
_DICE, _SHARE = 0.55, 0.6
"""Below this, or where the English stands in fewer of the term's pairs, it is a guess."""
_KEPT = 0.8
"""Share of the best run's pairs that a longer run must keep to be taken instead."""
_LOOSE = frozenset(
    stem(word)
    for word in (
        "the", "a", "an", "of", "in", "on", "to", "and", "or", "for", "with", "by", "at",
        "from", "as", "is", "was", "been", "that", "this", "these", "those", "it", "its",
        "his", "her", "their", "which", "who", "whom", "he", "she", "they", "him", "them",
        "we", "you", "i", "my", "your", "our", "not", "no", "but", "so", "if", "has", "also",
        "into", "than", "then", "there", "would", "could", "will", "can", "may", "said",
        "say", "what", "when", "where", "how", "all", "any", "some", "such", "do", "did",
        "up", "out", "about", "s", "more", "other", "one", "only", "even", "over", "after",
        "before", "person", "people",
    )
)  # fmt: skip
"""Stems that neither begin nor end a term."""


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A term with the English that most of its pairs have."""

    ja: str
    en: str
    pairs: int
    """Pairs with the term."""
    together: int
    """Those of them that have the English too."""

    def term(self) -> Term:
        """The candidate as a line of a glossary; its note says how often it is so."""
        return Term(
            self.ja,
            self.en,
            note=t("in {together} of {pairs} pairs", together=self.together, pairs=self.pairs),
        )


def term_candidates(
    pairs: Sequence[tuple[str, str]], known: Glossary | None = None, *, least: int = 3
) -> list[TermCandidate]:
    """Terms that stand in `least` of the pairs or more, the surest first.

    Left out is what the `known` glossary has, and what has no English of its own.
    """
    runs = [_runs(en) for _, en in pairs]
    frequency = Counter(run for found in runs for run in found)
    found = []
    for ja, places in _terms(pairs).items():
        if len(places) < least or (known and _is_known(ja, known)):
            continue
        best = _best(places, runs, frequency)
        if best is not None:
            run, together = best
            english = _written(run, (runs[at] for at in places))
            found.append(TermCandidate(ja, english, len(places), together))
    return sorted(found, key=lambda each: (-each.together / (each.pairs + 1), each.ja))


def _is_known(ja: str, known: Glossary) -> bool:
    """Whether the glossary has a term in some spelling, not just a part of it."""
    return any(span.end - span.start == len(ja) for span, _ in known.found(ja))


def _terms(pairs: Sequence[tuple[str, str]]) -> dict[str, list[int]]:
    """The pairs that each term stands in; a pair with an empty side says nothing of it."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, (ja, en) in enumerate(pairs):
        if en.strip():
            for term in terms_in(ja):
                places[term].append(at)
    return places


def terms_in(ja: str) -> list[str]:
    """What may be a term in a text, in order, each once."""
    return list(dict.fromkeys(match[0] for match in _TERM.finditer(ja[:_LONGEST])))


Run = tuple[str, ...]


def _runs(en: str) -> dict[Run, str]:
    """The runs of up to four words in a text by their stems, each as it is first written."""
    words = english_words(en[:_LONGEST])
    found: dict[Run, str] = {}
    for at in range(len(words)):
        for size in range(1, _MOST_WORDS + 1):
            run = words[at : at + size]
            text = en[run[0].start : run[-1].end]
            if len(run) < size or _BREAK.search(text):
                break
            if _may_be_term(run[0].stem) and _may_be_term(run[-1].stem):
                found.setdefault(tuple(word.stem for word in run), text)
    return found


def _may_be_term(part: str) -> bool:
    return part not in _LOOSE and not part.isdigit() and len(part) > 1


def _best(
    places: Sequence[int], runs: Sequence[dict[Run, str]], frequency: Counter[Run]
) -> tuple[Run, int] | None:
    """The run that goes with a term, and in how many of its pairs; None if none is sure enough."""
    together = Counter(run for at in places for run in runs[at])

    def dice(run: Run) -> float:
        return 2 * together[run] / (len(places) + frequency[run])

    enough = max(2, _SHARE * len(places))
    best = max(together, key=lambda run: (dice(run), len(run), run), default=None)
    if best is None or dice(best) < _DICE or together[best] < enough:
        return None
    enough = max(enough, _KEPT * together[best])
    longer = [
        run
        for run in together
        if len(run) > len(best) and _holds(run, best) and together[run] >= enough
    ]
    chosen = max(longer, key=lambda run: (len(run), together[run], run), default=best)
    return chosen, together[chosen]


def _holds(run: Run, part: Run) -> bool:
    return any(run[at : at + len(part)] == part for at in range(len(run) - len(part) + 1))


def _written(run: Run, forms_of: Iterable[dict[Run, str]]) -> str:
    """How a run is mostly written; in lower case if that is written at all."""
    forms = Counter(forms[run] for forms in forms_of if run in forms)
    lower = {form for form in forms if form == form.lower()}
    return max(lower or forms, key=lambda form: (forms[form], form))
