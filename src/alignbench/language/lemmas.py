"""Sentences as the static embedding reads them: words, each with the features that stand for it.

A feature is a short string whose first letter says its kind: `j:` a Japanese lemma, `k:` a kanji of
it, `e:` a Latin spelling shared by both languages (an English word, a loan word's source, a name's
reading), `b:` the spellings an inflected English word may come from, `x:` the beginning of a long
one, `r:` a Japanese reading and an English word that may be one, `y:` the syllables of both, `s:`
the consonants of a katakana word and of an English one, `n:` a number by value, `p:` a punctuation
mark that both languages have. Last come the features of the sentence's shape, `q:`. A word's
features are summed by the embedding, so they need no weights here.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from alignbench.domain.text import Side
from alignbench.language.english_words import english_pieces
from alignbench.language.japanese_words import japanese_pieces
from alignbench.language.shape import shape

VERSION = 4
"""Grows whenever texts get other features: models and kept corpora are made for one version."""

_BEGINNING, _END = ("p:^",), ("p:$",)
_COMMAS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CONTROL = {"Cc", "Cs", "Cn", "Zl", "Zp"}


class Word(NamedTuple):
    """Characters `start` up to `end` of the text it was found in, and what stands for them."""

    start: int
    end: int
    features: tuple[str, ...]


class NumberedWords:
    """Texts of one language, each read once, as the numbers of their distinct words.

    `words` are the features of each, in the order they were met.
    """

    def __init__(self, side: Side) -> None:
        self.side = side
        self.words: list[tuple[str, ...]] = []
        self._numbers: dict[tuple[str, ...], int] = {}
        self._texts: dict[str, list[int]] = {}

    def numbers(self, text: str) -> list[int]:
        """The words of a text in order, its shape's last."""
        found = self._texts.get(text)
        if found is None:
            features = _features(text, self.side)
            numbers = self._numbers
            for each in features:
                if each not in numbers:
                    numbers[each] = len(self.words)
                    self.words.append(each)
            found = self._texts[text] = [numbers[each] for each in features]
        return found


_kept: ContextVar[dict[Side, NumberedWords] | None] = ContextVar("_kept", default=None)


@contextmanager
def each_text_read_once() -> Iterator[None]:
    """Within it, what was read of a text is kept for when it is asked for again."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def features(texts: Sequence[str], side: Side) -> Iterator[list[tuple[str, ...]]]:
    """For each text its words' features in order, its shape's last; without offsets, but fast."""
    if _kept.get() is None:
        yield from (_features(text, side) for text in texts)
        return
    read = numbered_words(side)
    for text in texts:
        yield [read.words[number] for number in read.numbers(text)]


def numbered_words(side: Side) -> NumberedWords:
    """What is kept of the texts of a language: nothing yet outside `each_text_read_once`."""
    kept = _kept.get()
    return NumberedWords(side) if kept is None else kept.setdefault(side, NumberedWords(side))


def _features(text: str, side: Side) -> list[tuple[str, ...]]:
    pieces = japanese_pieces if side == "ja" else english_pieces
    normal = _COMMAS.sub("", _normalise(text))
    found = [each for _, each in pieces(normal)]
    if any(found):
        found.append(shape(normal, side))
    return found


def words(text: str, side: Side) -> list[Word]:
    """The words of `text` that have features, with their places in `text` as given.

    Punctuation is left out, though some marks have features.
    """
    normal, origins = _normalise_with_origins(text)
    pieces = japanese_pieces if side == "ja" else english_pieces
    result = []
    at = 0
    for surface, found in pieces(normal):
        start = normal.find(surface, at)
        if start < 0 or not surface:
            continue
        at = start + len(surface)
        if found and not found[0].startswith("p:"):
            result.append(Word(origins[start][0], origins[at - 1][1], found))
    return result


def _normalise(text: str) -> str:
    """NFKC on one line, without characters that a C library or a table lookup trips over."""
    if text.isascii() and text.isprintable():
        return text
    return _clean(unicodedata.normalize("NFKC", text))


def _clean(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(char) in _CONTROL else char for char in text)


def _normalise_with_origins(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` as `features` reads it, and the stretch of `text` each of its characters came from.

    A base character and the marks after it are normalised together (ｶﾞ becomes ガ).
    """
    if text.isprintable() and unicodedata.is_normalized("NFKC", text) and not _COMMAS.search(text):
        return text, [(at, at + 1) for at in range(len(text))]
    out: list[str] = []
    origins: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] in "ﾞﾟ"):
            end += 1
        normal = _normalise(text[start:end])
        out.append(normal)
        origins.extend([(start, end)] * len(normal))
        start = end
    joined = "".join(out)
    commas = {match.start() for match in _COMMAS.finditer(joined)}
    if commas:
        joined = _COMMAS.sub("", joined)
        origins = [origin for place, origin in enumerate(origins) if place not in commas]
    return joined, origins
