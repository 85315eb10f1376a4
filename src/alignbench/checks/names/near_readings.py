"""Romanised words that are nearly a reading, or read the kanji one by one: whatever the system.

Hepburn, Kunrei and the spellings that people type are one spelling here (Shinbashi, Simbasi,
Shimbashi), and a long vowel may be marked, doubled, given an h or left short; what differs after
that is no matter of system.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from alignbench.language.name_readings import word_readings
from alignbench.language.romanisation import plain_letters, spellings

_RULES = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"l", "r"), (r"nippon", "nihon"), (r"(?<![sc])hu", "fu"), (r"cch", "tch"), (r"sy", "sh"), (r"t(?:ty)", "tch"), (r"ty", "ch"), (r"(?:zy|jy|dy|dj)", "j"),
        (r"si", "shi"), (r"(?<!t)ti", "chi"), (r"tti", "tchi"), (r"tu", "tsu"), (r"zi|di", "ji"), (r"du|dz", "zu"),
        (r"m(?=[bmp])", "n"), (r"nny", "ny"), (r"(?<=[ou])h(?![aeiouy])", ""), (r"ou|oo", "o"), (r"uu", "u"), (r"aa", "a"), (r"ee", "e"),
        (r"(?<![aeiouns])ye|\bye", "e"), (r"wo", "o"), (r"\Aonmy", "ony"), (r"tz", "ts"),
    )
)  # fmt: skip
_SINGLE = {"sh": "S", "ch": "C", "ts": "T"}
_SINGLE_SOUNDS = re.compile("|".join(_SINGLE))
_VOICED = frozenset(map(frozenset, ("kg", "sz", "td", "hb", "pb", "hp", "fb", "Sj", "Cj", "Tz", "sj")))  # fmt: skip
_SYLLABLE = re.compile(r"[^aeiou]*[aeiou]|[^aeiou]+\Z")
_ALIKE, _LONG_ENOUGH = 0.8, 7
"""Likeness of a spelling of so many letters or more that is a slip whatever differs."""
_SHORTEST, _SHORTEST_NAME = 4, 3
_JOINT = re.compile("(?<=[aiueo])(?:no|ga|o)(?=.)")
_UNVOICED = str.maketrans("gzjdbp", "kSStff")
_RENDAKU = {"k": "g", "s": "z", "t": "d", "h": "b", "S": "j", "C": "j", "T": "z", "f": "b"}


@lru_cache(maxsize=8192)
def sounds(word: str) -> str:
    """A spelling by its sounds: one letter a consonant, long vowels short, in no one's system."""
    plain = plain_letters(word)
    for pattern, said in _RULES:
        plain = pattern.sub(said, plain)
    return _SINGLE_SOUNDS.sub(lambda match: _SINGLE[match[0]], plain)


def spells(word: str, reading: str) -> bool:
    """Whether a word is a kana reading in any system."""
    heard = sounds(word)
    return any(sounds(form) == heard for form in spellings(reading))


def is_slip(word: str, reading: str, *, voiced: bool, name: bool) -> bool:
    """Whether a word is a sound off a kana reading, or has two of its syllables exchanged.

    With `voiced`, Nakada for Nakata is a slip too; a `name` may be shorter.
    """
    one, plain = sounds(word), plain_letters(word)
    forms = spellings(reading)
    if any(_joined_alike(plain, form) for form in forms):
        return False
    for other in {sounds(form) for form in forms}:
        if len(other) < (_SHORTEST_NAME if name else _SHORTEST) or len(one) < _SHORTEST_NAME:
            continue
        if _a_sound_off(one, other, voiced=voiced) or _exchanged(one, other):
            return True
        enough = min(len(one), len(other)) >= _LONG_ENOUGH - name and _voiceless(one) != _voiceless(
            other
        )
        apart = not (one.startswith(other) or other.startswith(one))  # 吉野家: Yoshinoya
        if enough and apart and one[0] == other[0]:
            return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
    return False


def differs_in_a_vowel(word: str, reading: str) -> bool:
    """Whether a word is a reading but for one vowel, or has one sound more or less."""
    one = sounds(word)
    for other in {sounds(form) for form in spellings(reading)}:
        if abs(len(one) - len(other)) == 1:
            return True
        differing = [a + b for a, b in zip(one, other, strict=False) if a != b]
        if len(one) == len(other) and len(differing) == 1 and set(differing[0]) <= set("aiueo"):
            return True
    return False


def _voiceless(sound: str) -> str:
    return (
        sound.translate(_UNVOICED)
        .replace("s", "S")
        .replace("C", "S")
        .replace("T", "S")
        .replace("h", "f")
    )


def _a_sound_off(one: str, other: str, *, voiced: bool) -> bool:
    if abs(len(one) - len(other)) > 1 or (one[0] != other[0] and len(other) < _LONG_ENOUGH - 1):
        return False
    if len(one) == len(other):
        differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(differing) == 2:
            return differing[0] == differing[1][::-1]
        return len(differing) == 1 and (voiced or frozenset(differing[0]) not in _VOICED)
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _joined_alike(word: str, form: str) -> bool:
    """Whether two spellings differ by the の or が that joins two parts: Horiuchi, Horinouchi."""
    one, other = ({sounds(_JOINT.sub("", each, count=1)), sounds(each)} for each in (word, form))
    return bool(one & other)


def _exchanged(one: str, other: str) -> bool:
    """Whether both have the same syllables in another order: okonimoyaki."""
    if len(one) != len(other):
        return False
    ours, theirs = _SYLLABLE.findall(one), _SYLLABLE.findall(other)
    return ours != theirs and sorted(ours) == sorted(theirs)


def reads_by_character(word: str, surface: str) -> bool:
    """Whether a word is made of readings of each character of `surface`, as one who guesses reads."""
    return len(surface) > 1 and _made_of(sounds(word), surface)


def ends_otherwise(word: str, surface: str, reading: str) -> bool:
    """Whether a word is `reading` but for the last character: Kabukimachi for Kabukicho."""
    one = sounds(word)
    ends = _character_sounds(surface[-1])
    for form in spellings(reading):
        whole = sounds(form)
        stems = {whole.removesuffix(end) for end in ends if whole.endswith(end)}
        if any(stem and one != whole and one.removeprefix(stem) in ends for stem in stems):
            return True
    return False


def _made_of(rest: str, surface: str) -> bool:
    if not surface:
        return not rest
    if rest.startswith("no") and surface[0] not in "野之乃能" and _made_of(rest[2:], surface):
        return True  # 山城国: Yamashiro no kuni
    if surface[0] in "々のヶケノ" and _made_of(rest, surface[1:]):
        return True
    return any(
        rest.startswith(sound) and _made_of(rest[len(sound) :], surface[1:])
        for sound in _character_sounds(surface[0])
    )


@lru_cache(maxsize=4096)
def _character_sounds(character: str) -> frozenset[str]:
    """How a character may sound: each reading, with its beginning voiced and its end doubled."""
    found: set[str] = set()
    for reading in word_readings(character):
        for form in spellings(reading):
            sound = sounds(form)
            found.add(sound)
            if sound[:1] in _RENDAKU:
                found.add(_RENDAKU[sound[0]] + sound[1:])
    return frozenset(found - {""})
