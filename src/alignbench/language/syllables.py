"""The syllables of a romanised Japanese word: what a name shares with others that sound like it.

政 is read "sei" in most names, so training brings the vectors of this kanji and of this syllable
together, and a name meets its spelling even where the dictionary reads it in another way.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

_SYLLABLE = re.compile(r"[^aeiou]*?(?:[aeou]i?|i)(?:n(?![aeiouy]))?|n")
_DOUBLED = re.compile(r"([kstpc])(?=\1)|t(?=ch)")


@lru_cache(maxsize=1 << 16)
def syllables(romanised: str) -> tuple[str, ...]:
    """The syllables of a lower-case Hepburn spelling, long vowels short: nissei → ni, sei.

    A vowel keeps an i or an n after it, as the readings of most kanji end that way; the first of
    two consonants is left out, since it depends on the neighbour.
    """
    return tuple(_DOUBLED.sub("", match[0], count=1) for match in _SYLLABLE.finditer(romanised))


@lru_cache(maxsize=1 << 16)
def syllable_features(romanised: str) -> tuple[str, ...]:
    """`y:sei` for each syllable, `y:ni.sei` for each two neighbours."""
    found = syllables(romanised)
    return (*(f"y:{each}" for each in found), *_neighbours(found))


def border_feature(before: str, after: str) -> tuple[str, ...]:
    """The pair of syllables where two romanised words meet that may be one in English."""
    return tuple(_neighbours((*syllables(before)[-1:], *syllables(after)[:1])))


def _neighbours(found: tuple[str, ...]) -> Iterator[str]:
    return (f"y:{first}.{second}" for first, second in pairwise(found))
