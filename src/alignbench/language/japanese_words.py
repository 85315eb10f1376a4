"""Japanese words for the embedding: UniDic lemmas, loan-word keys, readings, numbers as values."""

import re
from collections.abc import Iterator

from alignbench.language.english_words import Piece, word_features
from alignbench.language.loanwords import loan_words, romanise
from alignbench.language.marks import marks
from alignbench.language.morphology import LONGEST_PARSE, tagger
from alignbench.language.spelled_numbers import KANJI_NUMERALS, MONTHS, kanji_value, plain

_LATIN = re.compile(r"[A-Za-z][A-Za-z']*\Z")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}\Z")
_NUMERAL = re.compile(r"[0-9.]+\Z")
_KANJI = re.compile(r"[一-鿿々]")
_MOST_KANJI = 8
_SKIPPED = ("補助記号", "空白")

_cache: dict[str, tuple[str, tuple[str, ...], bool]] = {}


def japanese_pieces(text: str) -> Iterator[Piece]:
    """The words and numbers of NFKC `text` in order."""
    run = ""
    for surface, found, numeral in _morphemes(text):
        if numeral or (surface == "." and run):
            run += surface
            continue
        if run:
            yield from _number(run)
            if surface == "月" and run in _MONTH_NAMES:
                found = (*found, _MONTH_NAMES[run])
            run = ""
        yield surface, found
    if run:
        yield from _number(run)


_MONTH_NAMES = {str(number): f"e:{name}" for number, name in enumerate(MONTHS, 1)}


def _morphemes(text: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    parse = tagger().parse
    for at in range(0, len(text), LONGEST_PARSE):
        for line in parse(text[at : at + LONGEST_PARSE]).split("\n"):
            known = _cache.get(line)
            if known is None:
                if len(_cache) > 300_000:
                    _cache.clear()
                known = _cache[line] = _read(line)
            yield known


def _read(line: str) -> tuple[str, tuple[str, ...], bool]:
    """One line of MeCab's output as (surface, features, whether it is part of a number)."""
    if "\t" not in line:
        return "", (), False
    surface, _, reading, lemma, kind = line.split("\t")[:5]
    if surface == ".":
        return surface, (), False
    if kind == "名詞-数詞" and (_NUMERAL.match(surface) or set(surface) <= KANJI_NUMERALS):
        return surface, (), True
    if kind.startswith(_SKIPPED):
        return surface, marks(surface), False
    if _LATIN.match(surface):
        return surface, word_features(surface), False
    return surface, tuple(_features(surface, reading, lemma, kind)), False


def _features(surface: str, reading: str, lemma: str, kind: str) -> Iterator[str]:
    loans = loan_words(lemma)
    if "固有名詞" in kind:
        yield f"j:{surface}"
        yield from _kanji(surface)
        if loans:
            yield from (f"e:{word}" for word in loans)
        elif name := romanise(reading):
            yield f"e:{name}"
        return
    word = lemma.split("-")[0] or surface
    yield f"j:{word}"
    yield from _kanji(word)
    if loans:
        yield from (f"e:{word}" for word in loans)
    elif _KATAKANA.match(surface) and (name := romanise(surface)):
        yield f"e:{name}"


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
