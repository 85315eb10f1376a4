"""Japanese words for the embedding: UniDic lemmas, loan-word keys, readings, numbers as values."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from alignbench.language.english_words import SHORTEST_SOUND, Piece, word_features
from alignbench.language.keys import skeleton
from alignbench.language.loanwords import loan_words, romanise
from alignbench.language.marks import marks
from alignbench.language.morphology import LONGEST_PARSE, tagger
from alignbench.language.spelled_numbers import KANJI_NUMERALS, MONTHS, kanji_value, plain
from alignbench.language.syllables import border_feature, syllable_features

_LATIN = re.compile(r"[A-Za-z][A-Za-z']*\Z")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}\Z")
_NUMERAL = re.compile(r"[0-9.]+\Z")
_PARTED = re.compile(r"[ァ-ヺー]+(?:・[ァ-ヺー]+)+\Z")
_KANJI = re.compile(r"[一-鿿々]")
_MOST_KANJI = 8
_SKIPPED = ("補助記号", "空白")
_NAMED = ("名詞", "接尾辞", "接頭辞", "形状詞", "動詞")
"""Parts of speech that English texts about Japan write by their sound ("tsukune", "noriba")."""
_LONGEST_READING = 16


class _Morpheme(NamedTuple):
    """What one line of MeCab's output says; `reading` in Latin letters, or empty."""

    surface: str
    features: tuple[str, ...]
    numeral: bool = False
    reading: str = ""


_cache: dict[str, _Morpheme] = {}


def japanese_pieces(text: str) -> Iterator[Piece]:
    """The words and numbers of NFKC `text` in order.

    A word whose neighbour before has a reading too is given both as one: English joins them.
    """
    run = before = ""
    for surface, found, numeral, reading in _morphemes(text):
        if numeral or (surface == "." and run):
            run += surface
            continue
        if run:
            yield from _number(run)
            if surface == "月" and run in _MONTH_NAMES:
                found = (*found, _MONTH_NAMES[run])
            run = ""
        if before and reading and len(before) + len(reading) <= _LONGEST_READING:
            found = (*found, f"r:{before}{reading}", *border_feature(before, reading))
        before = reading
        yield surface, found
    if run:
        yield from _number(run)


_MONTH_NAMES = {str(number): f"e:{name}" for number, name in enumerate(MONTHS, 1)}


def _morphemes(text: str) -> Iterator[_Morpheme]:
    parse = tagger().parse
    for at in range(0, len(text), LONGEST_PARSE):
        for line in parse(text[at : at + LONGEST_PARSE]).split("\n"):
            known = _cache.get(line)
            if known is None:
                if len(_cache) > 300_000:
                    _cache.clear()
                known = _cache[line] = _read(line)
            yield known


def _read(line: str) -> _Morpheme:
    if "\t" not in line:
        return _Morpheme("", ())
    surface, _, reading, lemma, kind = line.split("\t")[:5]
    if surface == ".":
        return _Morpheme(surface, ())
    if kind == "名詞-数詞" and (_NUMERAL.match(surface) or set(surface) <= KANJI_NUMERALS):
        return _Morpheme(surface, (), numeral=True)
    if kind.startswith(_SKIPPED):
        return _Morpheme(surface, marks(surface))
    if _LATIN.match(surface):
        return _Morpheme(surface, word_features(surface))
    if _PARTED.match(surface):
        parts = [each for part in surface.split("・") for each in _features(part, part, part, "")]
        return _Morpheme(surface, tuple(parts))
    name = romanise(reading) if kind.startswith(_NAMED) and not loan_words(lemma) else ""
    found = tuple(_features(surface, reading, lemma, kind))
    if name:
        found = (*found, f"r:{name}", *syllable_features(name))
    return _Morpheme(surface, found, reading=name)


def _features(surface: str, reading: str, lemma: str, kind: str) -> Iterator[str]:
    loans = loan_words(lemma)
    if "固有名詞" in kind:
        yield f"j:{surface}"
        yield from _kanji(surface)
        if loans:
            yield from (f"e:{word}" for word in loans)
        elif name := romanise(reading):
            yield f"e:{name}"
            yield from _sound(surface, name)
        return
    word = lemma.split("-")[0] or surface
    yield f"j:{word}"
    yield from _kanji(word)
    if loans:
        yield from (f"e:{word}" for word in loans)
    elif _KATAKANA.match(surface) and (name := romanise(surface)):
        yield f"e:{name}"
        yield from _sound(surface, name)


def _sound(surface: str, romanised: str) -> Iterator[str]:
    """The consonants of a katakana word, which its original may share (エムバペ, Mbappé)."""
    if _KATAKANA.match(surface) and len(sound := skeleton(romanised)) >= SHORTEST_SOUND:
        yield f"s:{sound}"


def _kanji(word: str) -> Iterator[str]:
    """The kanji of a compound: what a rare one shares with those that are known."""
    if len(word) > 1:
        yield from (f"k:{char}" for char in word[:_MOST_KANJI] if _KANJI.match(char))


def _number(run: str) -> Iterator[Piece]:
    run = run.rstrip(".")
    value = kanji_value(run)
    if value is None:
        yield from ((char, (f"j:{char}",)) for char in run)
    else:
        yield run, (f"n:{plain(value)}",)
