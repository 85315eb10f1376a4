"""Nouns whose reading the English has nowhere, and the romanised word that is nearly one of them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.near_readings import (
    differs_in_a_vowel,
    ends_otherwise,
    is_slip,
    reads_by_character,
    sounds,
    spells,
)
from alignbench.checks.pair import CheckedPair, parsed
from alignbench.domain.text import Span
from alignbench.language.english_spelling import is_word
from alignbench.language.morphology import Morpheme
from alignbench.language.name_readings import place_readings, word_readings
from alignbench.language.romanisation import looks_japanese, plain_letters, shortest, spellings

_LETTERS = lazy(r"[^a-z]")
_KANJI = lazy("[㐀-䶿一-鿿々ヶ]{2,}")
_KATAKANA = lazy("[ァ-ヺー]+")
_KANA = lazy("[ぁ-んー]+")
_LONGEST_GIVEN = 2
_SHORTEST_PLACE = 4
"""Characters of a common noun that somebody may be called by."""
_COUNTED = ("名詞-数", "名詞-普通名詞-助数詞")


class _Noun(NamedTuple):
    surface: str
    reading: str
    span: Span
    pos: str

    @property
    def person(self) -> bool:
        return "人名" in self.pos

    @property
    def place(self) -> bool:
        return "地名" in self.pos


def nearly_read(pair: CheckedPair, word: str) -> tuple[Span, str] | None:
    """The noun that a word nearly reads, or a place that it reads character by character.

    Nothing if the word is a reading of anything in the Japanese, or if the noun has its own reading
    in the English beside it.
    """
    written = sounds(_LETTERS.sub("", plain_letters(pair.en)))
    nouns = [*_nouns(pair), *_places_with_numerals(pair.ja)]
    place = _as_a_place(word, pair.en)
    if any(spells(word, reading) for noun in nouns for reading in _all_readings(noun, place=place)):
        return None
    for noun in nouns:
        forms = spellings(noun.reading)
        if not forms or any(sounds(form) in written for form in forms):
            continue
        if _nearly(pair, word, noun):
            return noun.span, shortest(forms)
    return None


def misread_numbered_place(pair: CheckedPair, word: str) -> tuple[Span, str] | None:
    """A place such as 十日町 that a word reads character by character, and nothing reads right."""
    if not _NUMBERED_PLACE.search(pair.ja) or not _as_a_place(word, pair.en):
        return None
    written = sounds(_LETTERS.sub("", plain_letters(pair.en)))
    for noun in _places_with_numerals(pair.ja):
        forms = spellings(noun.reading)
        if any(sounds(form) in written for form in forms):
            continue
        if reads_by_character(word, noun.surface) or ends_otherwise(
            word, noun.surface, noun.reading
        ):
            return noun.span, shortest(forms)
    return None


_PLACE_ENDS = lazy(
    r"[駅市県府郡港城湖線川山島町村区]|温泉|空港|半島|海岸|漁港|焼|塗|産|在住|出身|[^一-龠々ァ-ヶー]|\Z"
)


def _stands_alone(ja: str, noun: _Noun) -> bool:
    """Whether a place is no part of a longer name, no country and of a sure reading."""
    if not _KANJI.fullmatch(noun.surface) or noun.surface[-1] in "町国" or "国" in noun.pos:
        return False
    before = ja[noun.span.start - 1 : noun.span.start]
    return not _KANJI_BEFORE.match(before) and bool(_PLACE_ENDS.match(ja, noun.span.end))


_KANJI_BEFORE = lazy("[㐀-䶿一-鿿々ヶ](?<![県府都道市郡])")


def another_place(pair: CheckedPair, word: str) -> tuple[Span, str] | None:
    """The one place of the Japanese that the English has nowhere, for a place that nothing reads."""
    if not _as_a_place(word, pair.en) or len(word) < _SHORTEST_PLACE:
        return None
    written = sounds(_LETTERS.sub("", plain_letters(pair.en)))
    nouns = list(_nouns(pair))
    if any(
        spells(word, reading) or reads_by_character(word, noun.surface)
        for noun in nouns
        if not noun.place
        for reading in word_readings(noun.surface) | {noun.reading}
    ):
        return None
    places = [noun for noun in nouns if noun.place]
    lost = [
        noun
        for noun in places
        if not any(
            sounds(form) in written
            for reading in word_readings(noun.surface) | {noun.reading}
            for form in spellings(reading)
        )
    ]
    if len(lost) != 1 or not _stands_alone(pair.ja, lost[0]):
        return None
    only = place_readings(lost[0].surface)
    return (lost[0].span, shortest(spellings(lost[0].reading))) if len(only) == 1 else None


def _nearly(pair: CheckedPair, word: str, noun: _Noun) -> bool:
    by_character = bool(_KANJI.fullmatch(noun.surface)) and reads_by_character(word, noun.surface)
    sure = noun.place and len(place_readings(noun.surface)) == 1 and _as_a_place(word, pair.en)
    if by_character or (sure and ends_otherwise(word, noun.surface, noun.reading)):
        return sure
    if noun.person and (len(noun.surface) < _LONGEST_GIVEN or not differs_in_a_vowel(word, noun.reading)):  # fmt: skip
        return False  # parents may read one character, or most, as they like
    may_be_given = len(noun.surface) <= _LONGEST_GIVEN and word[0].isupper()
    if not noun.place and not noun.person and may_be_given and _beside_a_name(word, pair.en):
        return False
    voiced = sure or bool(_KANA.fullmatch(noun.surface))
    return is_slip(word, noun.reading, voiced=voiced, name=sure)


def _as_a_place(word: str, en: str) -> bool:
    """Whether the English speaks of a place by this word."""
    spoken_of = False
    at = en.find(word)
    while at >= 0:
        end = at + len(word)
        if _NO_PLACE.match(en, end):
            return False
        spoken_of = spoken_of or bool(
            (_BOUNDARY.match(en, end) and _BEFORE.search(en, max(at - _LONGEST_BEFORE, 0), at))
            or (_BOUNDARY.match(en, at) and _AFTER.match(en, end))
        )
        at = en.find(word, at + 1)
    return spoken_of


_BOUNDARY = lazy(r"\b")
_BEFORE = lazy(
    r"\b(?:in|at|on|to|from|near|around|through|of|for|via|off|outside|leave|left|called|reach(?:ed)?|visit(?:ed)?) \Z"
)
_LONGEST_BEFORE = 12
_AFTER = lazy(
    r"(?:'s)?[ -](?:City|Town|Village|Prefecture|Ward|District|Station|Line|Park|Island|Islands|Castle|Shrine|Temple|Bay|Port|River|Lake|Falls|Pass|Valley"
    r"|Peninsula|Airport|Onsen|Hot|Festival|Marathon|Stream|Beach|Branch|Street|Road|Highway|Bridge|Stadium|Museum|ware|pottery)\b"
    r"|, (?:an?|the) (?:[\w-]+ ){0,3}(?:town|city|village|station|port|district|area|island|prefecture|ward|resort|spa)\b"
)
_NO_PLACE = lazy(" (?:school|style|clan|family|sect|method)")


def _all_readings(noun: _Noun, *, place: bool) -> frozenset[str]:
    """The readings that a word may have; a place that has but one is read so where it is one."""
    sure = noun.place and noun.surface[-1] not in _READ_EITHER_WAY
    if place and sure and len(only := place_readings(noun.surface)) == 1:
        return only
    return word_readings(noun.surface) | {noun.reading}


_READ_EITHER_WAY = "町原谷田川野沢島山崎津浜"
"""Last characters of places whose readings the dictionary has not all: Honmachi, Honcho."""
_NUMBERED_PLACE = lazy(
    "[一二三四五六七八九十百千万](?:日[町市]|[^一二三四五六七八九十百千万年月日人円時分回度つ本枚個台名歳才か、。ぁ-ん]{1,2}[町市島]?)"
)
_LONGEST_PLACE = 4


def _places_with_numerals(ja: str) -> Iterator[_Noun]:
    """Places whose name begins with a number, which the parser takes for one: 十日町, 四日市."""
    for match in _NUMBERED_PLACE.finditer(ja):
        for length in range(min(len(match[0]), _LONGEST_PLACE), 1, -1):
            name = match[0][:length]
            if len(found := place_readings(name)) == 1:
                span = Span(match.start(), match.start() + length)
                yield _Noun(name, next(iter(found)), span, "名詞-固有名詞-地名")
                break


def _nouns(pair: CheckedPair) -> Iterator[_Noun]:
    """Nouns, and nouns with the noun or the ending that stands at them."""
    last: Morpheme | None = None
    for m in parsed(pair):
        noun = m.pos.startswith("名詞") and not m.pos.startswith(_COUNTED)
        if not noun and m.pos != "接尾辞-名詞的-一般":
            last = None
            continue
        if _KATAKANA.fullmatch(m.surface):
            last = None  # foreign words, which English spells its own way
            continue
        if _KANA.fullmatch(m.surface) and not spellings(m.surface) & spellings(m.reading):
            last = None  # the parser's guess at a word that kana alone do not tell
            continue
        if noun and m.reading:
            yield _Noun(m.surface, m.reading, Span(m.start, m.end), m.pos)
        joined = last is not None and last.end == m.start and "固有名詞" in last.pos
        if last is not None and joined and m.reading and last.reading:
            span = Span(last.start, m.end)
            yield _Noun(last.surface + m.surface, last.reading + m.reading, span, "名詞")
        last = m


def _beside_a_name(word: str, en: str) -> bool:
    """Whether another romanised name stands at a word, so that it may be read as its bearer likes."""
    names = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", en)
    return any(
        word in (one, two) and _is_name(two if word == one else one) for one, two in pairwise(names)
    )


def _is_name(word: str) -> bool:
    """Whether a word has a capital and is of Japanese syllables, and no English."""
    plain = plain_letters(word)
    return word[0].isupper() and looks_japanese(plain) and not is_word(plain)
