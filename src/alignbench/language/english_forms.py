"""English words with their places, their stems, and whether a clause is negated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from alignbench.language.english_words import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely"
    r"|barely|seldom|rarely)\b|n['’]t\b",
    re.IGNORECASE,
)
_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "people": "person", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "wives": "wife", "lives": "life", "knives": "knife",
    "leaves": "leaf", "halves": "half", "shelves": "shelf", "was": "be", "were": "be", "is": "be",
    "are": "be", "been": "be", "has": "have", "had": "have", "does": "do", "did": "do",
    "went": "go", "gone": "go", "made": "make", "taken": "take", "took": "take", "gave": "give",
    "given": "give", "held": "hold", "sent": "send", "paid": "pay", "sold": "sell",
    "bought": "buy", "built": "build", "wrote": "write", "written": "write", "data": "datum",
    "criteria": "criterion", "analyses": "analysis", "indices": "index", "matrices": "matrix",
}  # fmt: skip
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """A word at `start` up to `end` of its text; `stem` is what its inflected forms share."""

    text: str
    start: int
    end: int
    stem: str


def english_words(text: str) -> tuple[EnglishWord, ...]:
    """The words and digits of `text` in order."""
    return tuple(
        EnglishWord(match[0], match.start(), match.end(), stem(match[0]))
        for match in _WORD.finditer(text)
    )


def stems_in(text: str) -> set[str]:
    """The stems of the words and digits of `text`."""
    return {stem(word) for word in set(_WORD.findall(text))}


def find_words(wanted: Sequence[str], words: Sequence[EnglishWord]) -> tuple[int, int] | None:
    """Where stems `wanted` first stand side by side in `words`: character offsets, or None."""
    size = len(wanted)
    for at in range(len(words) - size + 1):
        if words[at].stem == wanted[0] and all(
            words[at + place].stem == word for place, word in enumerate(wanted)
        ):
            return words[at].start, words[at + size - 1].end
    return None


def stems(phrase: str) -> tuple[str, ...]:
    """The stems of the words of `phrase`."""
    return tuple(word.stem for word in english_words(phrase))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """What the inflected forms of `word` share: accents, case, plural, -ed and -ing taken off.

    A key to compare with, not always a word: "using" and "used" are both `us`.
    """
    lower = re.sub(r"['’]s?$", "", fold(word).lower())
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ied", "y"), ("ed", "")):
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST_STEM - 1:
            return _closed(lower[: -len(ending)] + instead)
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        lower = lower[:-1]
    return _closed(lower)


def _closed(part: str) -> str:
    """`part` without a final mute e, and with a doubled last consonant single (stopp → stop)."""
    if len(part) > _SHORTEST_STEM and part[-1] == part[-2] and part[-1] not in "aeiousl":
        return part[:-1]
    return part[:-1] if part.endswith("e") and len(part) > _SHORTEST_STEM - 1 else part


def negations(text: str) -> tuple[tuple[int, int], ...]:
    """Where `text` negates in so many words (not, n't, no, never, without, hardly …)."""
    return tuple(match.span() for match in _NEGATION.finditer(text))
