"""English words for the embedding: lower case, clitics apart, base forms, numbers as values."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from alignbench.language.inflections import base_forms
from alignbench.language.keys import skeleton
from alignbench.language.loanwords import short_vowels
from alignbench.language.marks import marks
from alignbench.language.romanisation import looks_japanese
from alignbench.language.spelled_numbers import SCALES, SMALL, plain
from alignbench.language.syllables import syllable_features

Piece = tuple[str, tuple[str, ...]]
"""A surface as it stands in the normalised text, and its features (none for most punctuation)."""

_PIECE = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th|s)?(?![A-Za-z])"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|\d+"
)
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z]+")
_CLITICS = {
    "s": (), "t": ("not",), "m": ("am",), "re": ("are",), "ve": ("have",), "ll": ("will",),
    "d": ("would",), "em": ("them",),
}  # fmt: skip
_TENS = frozenset(Decimal(tens) for tens in range(20, 100, 10))
_LONG, _BEGINNING = 7, 5
_SHORTEST_READING = 3
SHORTEST_SOUND = 2
_LAST_SOUNDS = frozenset("aeiounw")
"""Letters that `looks_japanese` lets a word end in: most English words are told apart by that."""
_LABIAL = re.compile(r"m(?=[bpm])")
_IRREGULAR = {"won": "will", "can": "can", "shan": "shall", "ain": "be"}


def english_pieces(text: str) -> Iterator[Piece]:
    """The words and numbers of NFKC `text` in order.

    Number words that belong together give their common value too: the last word of "twenty-five"
    has 25, that of "3 million" has 3,000,000.
    """
    value: Decimal | None = None
    end = 0
    for match in _PIECE.finditer(text):
        between = text[end : match.start()]
        joined = between in (" ", "-")
        end = match.end()
        if not joined and (found := marks(between)):
            yield between, found
        word = match["word"]
        if word is None:
            digits = plain(match["number"] or match[0])
            value = Decimal(digits) if digits[-1].isdigit() else None
            yield match[0], (f"n:{digits}",)
            continue
        lower = word.lower()
        found = word_features(word)
        if lower in SCALES:
            value = (value if value is not None and joined else 1) * Decimal(SCALES[lower])
            found = (*found, f"n:{plain(value)}")
        elif lower in SMALL:
            number = Decimal(SMALL[lower])
            if joined and value is not None and number < 10 and value in _TENS:
                value += number
                found = (*found, f"n:{plain(value)}")
            else:
                value = number
        else:
            value = None
        yield word, found
    if end < len(text) and (found := marks(text[end:])):
        yield text[end:], found


_cache: dict[str, tuple[str, ...]] = {}


def word_features(word: str) -> tuple[str, ...]:
    """The features of one written word, clitics and camel case taken apart."""
    found = _cache.get(word)
    if found is None:
        if len(_cache) > 300_000:
            _cache.clear()
        found = _cache[word] = tuple(_word_features(word))
    return found


def _word_features(word: str) -> Iterator[str]:
    stem, *tails = re.split(r"['’]", fold(word))
    if tails and tails[0].lower() == "t" and stem.lower().endswith("n"):
        stem = _IRREGULAR.get(stem.lower(), stem[:-1])
    for part in _CAMEL.findall(stem):
        lower = part.lower()
        yield f"e:{lower}"
        if bases := base_forms(lower):
            yield f"b:{'|'.join(bases)}"
        if lower in SMALL:
            yield f"n:{SMALL[lower]}"
        yield from _likenesses(lower)
    for tail in tails:
        for part in _CLITICS.get(tail.lower(), (tail.lower(),)):
            yield f"e:{part}"


def _likenesses(word: str) -> Iterator[str]:
    """What a word shares with its kin (nation, national), with a katakana word, with a reading."""
    if len(word) >= _LONG:
        yield f"x:{word[:_BEGINNING]}"
    if len(sound := skeleton(word)) >= SHORTEST_SOUND:
        yield f"s:{sound}"
    if len(word) >= _SHORTEST_READING and word[-1] in _LAST_SOUNDS and looks_japanese(word):
        reading = short_vowels(_LABIAL.sub("n", word))
        yield f"r:{reading}"
        yield from syllable_features(reading)


def fold(word: str) -> str:
    """`word` without its accents (Tōkyō → Tokyo)."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
