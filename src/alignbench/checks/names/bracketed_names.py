"""Names whose reading the Japanese gives, and an English word that reads their kanji otherwise."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.near_readings import reads_by_character, sounds, spells
from alignbench.checks.pair import CheckedPair
from alignbench.domain.text import Span
from alignbench.language.english_spelling import is_word
from alignbench.language.morphology import morphemes
from alignbench.language.name_readings import name_readings
from alignbench.language.romanisation import looks_japanese, plain_letters, shortest, spellings

_KANJI = "[一-龠々ヶ〆]"
_GIVEN = lazy(
    rf"(?P<base>{_KANJI}{{1,7}}(?:[ \u3000]?[一-龠々ヶぁ-んァ-ヺー]{{1,4}})?)"
    r"[（(《](?P<first>[ぁ-んー]{1,14})(?:[・＝= \u3000](?P<second>[ぁ-んー]{1,8}))?[）)》]"
    rf"|\{{(?P<braced>{_KANJI}{{1,7}})\|(?P<parts>[ぁ-んー|]{{1,16}})\}}"
)
_WORD = lazy(r"(?<![^\W\d_])[A-ZĀĪŪĒŌ][^\W\d_]+")
_BETWEEN = lazy(r",? \Z")
_LEAST = 3
"""Letters of a reading that is looked for."""


class _Named(NamedTuple):
    base: str
    start: int
    end: int
    parts: tuple[str, ...]
    """The reading, in two where the text parts it."""

    @property
    def reading(self) -> str:
        return "".join(self.parts)


Reading = tuple[Span, str, str]
"""A place in the Japanese, how it is read, and the English word that has it otherwise."""


def given_in_full(pair: CheckedPair) -> frozenset[str]:
    """Bases whose reading the English has in two words in either order: Kaoru Hasebe."""
    words = [match[0] for match in _WORD.finditer(pair.en)]
    return frozenset(
        named.base
        for named in _named(pair.ja)
        if any(
            any(spells(word, one) for word in words) and any(spells(word, two) for word in words)
            for one, two in _halves(named)
        )
        or any(spells(word, part) for word in words for part in _of_a_house(named.reading))
    )


def _of_a_house(reading: str) -> tuple[str, ...]:
    """What の joins in a name: みなもと and よりとも; nothing where it joins nothing."""
    at = reading.find("の", 2)
    parts = (reading[:at], reading[at + 1 :])
    return parts if at > 0 and min(map(len, parts)) >= _LEAST else ()


def read_otherwise(pair: CheckedPair) -> Reading | None:
    """The first such name that the English reads otherwise.

    The wrong word stands beside the right other half of the name, or is a reading that the kanji
    may have; nothing else in the Japanese is read so.
    """
    named = list(_named(pair.ja))
    words = list(_WORD.finditer(pair.en)) if named else []
    for name in named:
        found = _beside_its_half(pair, name, words) or _by_its_kanji(pair, name, words)
        if found:
            return found
    return None


def _named(ja: str) -> Iterator[_Named]:
    if not re.search("[（(《{]", ja):
        return
    for match in _GIVEN.finditer(ja):
        if match["base"]:
            parts = (match["first"], match["second"]) if match["second"] else (match["first"],)
            yield _Named(match["base"], *match.span("base"), parts)
        else:
            reading = match["parts"].replace("|", "")
            yield _Named(match["braced"], *match.span("braced"), (reading,))


def _halves(name: _Named) -> Iterator[tuple[str, str]]:
    """Family and given name as they are read: as the text parts them, or wherever they may part."""
    if len(name.parts) == 2:
        yield name.parts[0], name.parts[1]
    elif len(name.base) > 2 and len(name.reading) > 3:
        yield from (
            (name.reading[:at], name.reading[at:]) for at in range(2, len(name.reading) - 1)
        )


def _beside_its_half(pair: CheckedPair, name: _Named, words: list[re.Match[str]]) -> Reading | None:
    """A Japanese word beside one half of a name that is not the other half."""
    parted = len(name.parts) == 2
    if not parted and not _is_person(name):
        return None
    halves = list(_halves(name))
    if any(
        any(spells(w[0], one) for w in words) and any(spells(w[0], two) for w in words)
        for one, two in halves
    ):
        return None
    for here, there in pairwise(words):
        if not _BETWEEN.fullmatch(pair.en, here.end(), there.start()):
            continue
        for one, two in halves:
            for right, other, wanted in (
                (here, there, (one, two)), (here, there, (two, one)),
                (there, here, (one, two)), (there, here, (two, one)),
            ):  # fmt: skip
                if spells(right[0], wanted[0]) and _strange(pair, name, other[0]):
                    return Span(name.start, name.end), shortest(spellings(wanted[1])), other[0]
    return None


def _is_person(name: _Named) -> bool:
    return any("人名" in m.pos for m in morphemes(name.base))


def _by_its_kanji(pair: CheckedPair, name: _Named, words: list[re.Match[str]]) -> Reading | None:
    """A word that the kanji of a name may be read as where its own reading is not in the English."""
    written = sounds(re.sub(r"[^a-z]", "", plain_letters(pair.en)))
    parts = _parts_of(name)
    for base, reading in parts:
        forms = spellings(reading)
        said = forms.union(*map(spellings, _of_a_house(reading)[1:]))
        if not forms or any(sounds(form) in written for form in said):
            continue
        for word in words:
            if _may_be_read(word[0], base) and _strange(pair, name, word[0], known=True):
                return Span(name.start, name.end), shortest(forms), word[0]
    return None


def _parts_of(name: _Named) -> Iterator[tuple[str, str]]:
    """Kanji with the part of the reading that is theirs, as far as the text tells."""
    kanji = name.base.replace(" ", "").replace("\u3000", "")
    if len(name.parts) == 1:
        yield kanji, name.reading
        return
    family, given = name.parts
    for at in range(1, len(kanji)):
        if any(spells(shortest(spellings(each)), family) for each in name_readings(kanji[:at])):
            yield kanji[at:], given
        elif any(spells(shortest(spellings(each)), given) for each in name_readings(kanji[at:])):
            yield kanji[:at], family


def _may_be_read(word: str, base: str) -> bool:
    if any(spells(word, reading) for reading in name_readings(base)):
        return True
    return reads_by_character(word, base)


def _strange(pair: CheckedPair, name: _Named, word: str, *, known: bool = False) -> bool:
    """Whether a word is of Japanese sound and nothing in the Japanese is read so."""
    plain = plain_letters(word)
    if (
        len(plain) < (_LEAST if known else 2)
        or not looks_japanese(plain)
        or (not known and is_word(plain))
    ):
        return False
    heard = sounds(word)
    if any(heard in sounds(form) for form in spellings(name.reading)):
        return False
    rest = pair.ja[: name.start] + "、" + pair.ja[name.end :]
    said = "".join(shortest(spellings(m.reading or m.surface)) for m in morphemes(rest))
    return heard not in sounds(said)
