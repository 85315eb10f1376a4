"""Words of two texts and how well each of one answers each of the other: what the model knows.

The checks ask for it only where they need it; whoever calls them gives something that knows.
"""

from dataclasses import dataclass
from typing import Protocol

from alignbench.domain.text import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """How well word `en` answers word `ja` (places in their texts, from 0).

    `strength` is above zero: the cosine of the two less that of words which have nothing in common;
    `mutual` says that neither has a better partner.
    """

    ja: int
    en: int
    strength: float
    mutual: bool


@dataclass(frozen=True, slots=True)
class AnsweredWords:
    """The words of two texts with their places, and their answers.

    Pairs of words that are not alike at all, and words that carry grammar only, have no answer.
    """

    ja: tuple[Span, ...] = ()
    en: tuple[Span, ...] = ()
    answers: tuple[Answer, ...] = ()
    telling_ja: frozenset[int] = frozenset()
    """Places in `ja` of words with a content of their own, which a translation has to answer."""
    telling_en: frozenset[int] = frozenset()


class WordAnswers(Protocol):
    """Something that knows words of both languages. Comparable, and small to send elsewhere."""

    def of(self, ja: str, en: str) -> AnsweredWords:
        """The words of a pair of texts and their answers."""
