"""A clause of whose telling words none has an answer, in an English that has little of its own.

The two together tell an omission from free wording: a clause that is said otherwise leaves words in
the English that nothing in the Japanese explains. Of 5,132 good pairs with clauses (news, software,
an encyclopaedia, a novel, talk) five are so, and three of those lack the clause.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.word_answers import AnsweredWords
from alignbench.domain.text import Span

_CLAUSE = lazy(r"[^、。，；「」『』\n]{5,}")
_ASIDE = lazy(r"[（(][^（）()]*(?:[）)]|\Z)")
_WRITTEN = lazy("[一-龠々ァ-ヺ]")
_NO_CLAUSE = lazy(r"は\Z|\A[をにがでとはの]|\A[^ぁ-ん]*(?:[ぁ-ん][^ぁ-ん]*)?\Z|[）)]\Z")
"""A topic, which a pronoun may answer; what goes on after a quotation; a name."""
_LEFT_OUT = lazy(r"(?:ず|ないで|なく)(?:に)?\Z")
_STRONG = 0.35
"""Strength that answers a word even where another clause has a better one for the English word."""
_LEAST = 0.12
"""Strength from which a word is answered, or explained."""
LONGEST_SHARE = 0.95
"""Share of the expected length from which nothing is asked."""


def clauses_to_answer(ja: str, en: str) -> Iterator[Span]:
    """Clauses that say something by themselves."""
    said = _ASIDE.sub(lambda match: "、" * len(match[0]), ja)
    for clause in _CLAUSE.finditer(said):
        if _NO_CLAUSE.search(clause[0]):
            continue
        if _LEFT_OUT.search(clause[0]) and "without" in en:
            continue
        yield Span(*clause.span())


def unanswered(
    clauses: Iterable[Span], ja: str, share: float, known: AnsweredWords
) -> Iterator[Span]:
    """Those of `clauses` without an answer, where the English is as short as that asks for.

    `share` is the part of the expected length that the English has.
    """
    own = _unexplained(known)
    for clause in clauses:
        words = {
            place
            for place in known.telling_ja
            if clause.start <= known.ja[place].start < clause.end
            and _WRITTEN.search(ja, known.ja[place].start, known.ja[place].end)
        }
        if _short_enough(len(words), own, share) and not _answered(words, known):
            yield clause


def _short_enough(missing: int, own: int, share: float) -> bool:
    """Whether an English with `own` words that nothing explains is short for `missing` words."""
    if missing < 2:
        return False
    if missing == 2:
        return share < (0.9 if not own else 0.6 if own == 1 else 0)
    if missing > 3 and own <= 3 and share < 0.7:
        return True
    if own == 1:
        return share < (0.78 if missing == 3 else 0.88)
    return share < (0 if own > 2 else 0.65 if own else LONGEST_SHARE)


def _unexplained(known: AnsweredWords) -> int:
    """Telling words of the English that no word of the Japanese is like."""
    strengths: defaultdict[int, float] = defaultdict(float)
    for answer in known.answers:
        strengths[answer.en] = max(strengths[answer.en], answer.strength)
    return sum(strengths[place] < _LEAST for place in known.telling_en)


def _answered(words: set[int], known: AnsweredWords) -> bool:
    """Whether any of these words has an answer that is no better one of a word elsewhere."""
    best: dict[int, float] = {}
    ours: dict[int, float] = {}
    for answer in known.answers:
        best[answer.en] = max(best.get(answer.en, 0), answer.strength)
        if answer.ja in words:
            ours[answer.en] = max(ours.get(answer.en, 0), answer.strength)
    return any(
        strength >= _LEAST and (strength >= _STRONG or strength >= best[place])
        for place, strength in ours.items()
    )
