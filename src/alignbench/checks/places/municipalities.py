"""Wards, cities, prefectures, stations, castles that are other ones in the English."""

from collections.abc import Iterator
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.near_readings import sounds
from alignbench.checks.pair import CheckedPair, parsed
from alignbench.domain.text import Span
from alignbench.language.english_spelling import is_word
from alignbench.language.name_readings import place_readings, word_readings
from alignbench.language.romanisation import looks_japanese, plain_letters, shortest, spellings

_WORD = r"[A-ZĀĪŪĒŌ][a-zāīūēō'’]+(?:-[a-z]+)?"
_CLASSES = {
    "区": lazy(rf"\b({_WORD})(?:-ku\b| Ward\b)"),
    "市": lazy(rf"\b({_WORD})-shi\b"),
    "駅": lazy(rf"\b({_WORD}) (?:Railway |Train |Subway |Metro |Bus )?Station\b"),
    "城": lazy(rf"\b({_WORD}) Castle\b"),
    "村": lazy(rf"\b({_WORD})(?:-mura\b| Village\b)"),
    "空港": lazy(rf"\b({_WORD}) (?:International |Domestic )?Airport\b"),
    "県": lazy(rf"\b({_WORD})(?:-ken\b| Prefecture\b)"),
}
"""How English names each class beyond doubt; a City may be anything."""
_ALSO = {"県": "県府都道"}
_SAFE = "区市県"
"""Classes whose English ending no foreign name has."""
Other = tuple[Span, Span, str, str]


def other_municipality(pair: CheckedPair) -> Other | None:
    """Both places, the right name and the English one, of the first that is another one."""
    for sign, pattern in _CLASSES.items():
        if not any(mark in pair.ja for mark in _ALSO.get(sign, sign)):
            continue
        theirs = list(pattern.finditer(pair.en))
        if not theirs:
            continue
        heard = "".join(shortest(spellings(m.reading or m.surface)) for m in parsed(pair))
        strange = [
            match
            for match in theirs
            if sounds(match[1]) not in sounds(heard) and (sign in _SAFE or _is_a_name(match[1]))
        ]
        written = sounds(plain_letters(pair.en))
        ours = list(_named(pair, _ALSO.get(sign, sign)))
        if any(
            sounds(form) == sounds(match[1])
            for _, forms in ours
            for form in forms
            for match in strange
        ):
            continue
        lost = [
            (span, forms)
            for span, forms in ours
            if forms and not any(sounds(form) in written for form in forms)
        ]
        if strange and lost:
            span, forms = lost[0]
            return span, Span(*strange[0].span()), shortest(forms), strange[0][0]
    return None


def _is_a_name(word: str) -> bool:
    """Whether a word before Station or Castle is a Japanese name: no Central, no Windsor."""
    plain = plain_letters(word)
    return looks_japanese(plain) and not is_word(plain)


def _named(pair: CheckedPair, marks: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """Names before one of the marks, with the spellings of all their readings."""
    morphemes = parsed(pair)
    for name, after in pairwise(morphemes):
        if after.surface in marks and name.end == after.start and "固有名詞" in name.pos:
            if marks in _CLASSES and marks not in _SAFE and not place_readings(name.surface):
                continue
            readings = word_readings(name.surface) | {name.reading}
            forms = frozenset(form for reading in readings for form in spellings(reading))
            yield Span(name.start, after.end), forms
