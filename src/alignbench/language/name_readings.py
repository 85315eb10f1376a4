"""All readings that the dictionary has for a name, not only the one that a sentence suggests."""

from collections.abc import Iterator
from functools import lru_cache

from alignbench.language.morphology import tagger

_MOST = 24
"""Analyses asked for; a name with more readings than they hold is read otherwise by nobody."""
_COLUMNS = 5


@lru_cache(maxsize=8192)
def name_readings(name: str) -> frozenset[str]:
    """Readings in katakana that UniDic has for the whole of `name` as a name of a person."""
    return frozenset(reading for reading, pos in _analyses(name) if "人名" in pos)


@lru_cache(maxsize=8192)
def place_readings(name: str) -> frozenset[str]:
    """Readings in katakana that UniDic has for the whole of `name` as a name of a place."""
    return frozenset(reading for reading, pos in _analyses(name) if "地名" in pos)


@lru_cache(maxsize=8192)
def word_readings(word: str) -> frozenset[str]:
    """Readings in katakana that UniDic has for the whole of `word`, whatever it is."""
    return frozenset(reading for reading, _ in _analyses(word) if reading)


def _analyses(word: str) -> Iterator[tuple[str, str]]:
    """Reading and part of speech of each analysis of `word` as one morpheme."""
    for line in tagger().nbest(word, _MOST).split("\n"):
        surface, *described = line.split("\t")
        if surface == word and len(described) >= _COLUMNS - 1:
            yield described[1], described[3]
