"""Another person in the English: a name of Japanese sound that is no reading of the one named."""

import re
from collections.abc import Sequence
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.domain.text import Span
from alignbench.language.english_spelling import is_english
from alignbench.language.morphology import Morpheme
from alignbench.language.name_readings import name_readings
from alignbench.language.romanisation import looks_japanese, plain_letters, shortest, spellings

Reading = tuple[Span, str, str]
"""A place in the Japanese, how it is read, and the English word that has it otherwise."""
_WORD = r"[A-ZĀĪŪĒŌ][a-zāīūēō]{2,}|[A-Z]{3,}"
_TITLED_EN = lazy(
    rf"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor)\b\.? ({_WORD})\b(?! [A-Z])|\b({_WORD})-(?:san|sensei|sama|kun)\b"
)
_TITLES_JA = lazy("氏|さん|様|さま|先生|教授|君(?!主)|博士")
_TWO_EN = lazy(rf"\b(?=({_WORD}),? ({_WORD})\b)")
_KANA = lazy("[ぁ-ヺー]+")
_FULL_NAME = lazy("(?<![ァ-ヺー・])([ァ-ヺー]{2,5})[ \u3000・]([ァ-ヺー]{2,6})(?![ァ-ヺー・])")
_GIVEN_KANA = lazy("[一-龠々]{1,3}[ぁ-ん]{2,4}(?=[。、さ様氏）)]|\\Z)")
_SHORTEST = 3


def other_person(pair: CheckedPair, parsed: Sequence[Morpheme]) -> Reading | None:
    """A family name with its title, or a given name beside its family name, that is another one."""
    people = [m for m in parsed if "人名" in m.pos]
    if not people and not _FULL_NAME.search(pair.ja):
        return None
    written = {plain_letters(word) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", pair.en)}
    heard = "".join(shortest(spellings(m.reading or m.surface)) for m in parsed)
    return (
        _titled(pair, parsed, people, written, heard)
        or _given(pair, parsed, written, heard)
        or _in_kana(pair, written, heard)
    )


def names_in_kana(ja: str) -> bool:
    """Whether a Japanese text may name somebody in kana."""
    return bool(_FULL_NAME.search(ja) or _GIVEN_KANA.search(ja))


def _in_kana(pair: CheckedPair, written: set[str], heard: str) -> Reading | None:
    """One half of a full name in kana that is another one, beside the half that is right."""
    for match in _FULL_NAME.finditer(pair.ja):
        foreign = "・" in match[0] and not _TITLES_JA.match(pair.ja, match.end())
        if foreign:
            continue
        for here, beside in ((1, 2), (2, 1)):
            ours, right = spellings(match[here]), spellings(match[beside])
            if not ours or not right & written or ours & written:
                continue
            for found in _TWO_EN.finditer(pair.en):
                one, two = found[1], found[2]
                word = two if plain_letters(one) in right else one
                plain = plain_letters(word)
                beside_it = {plain_letters(one), plain_letters(two)} & right
                strange = looks_japanese(plain) and not is_english(plain) and plain not in heard
                if beside_it and strange:
                    return Span(*match.span(here)), shortest(ours), word
    return None


def _titled(
    pair: CheckedPair,
    parsed: Sequence[Morpheme],
    people: Sequence[Morpheme],
    written: set[str],
    heard: str,
) -> Reading | None:
    titled = [
        one
        for one, after in pairwise(parsed)
        if one.pos.endswith("人名-姓") and one.end == after.start and _TITLES_JA.match(pair.ja, one.end)
    ]  # fmt: skip
    theirs = {match[1] or match[2] for match in _TITLED_EN.finditer(pair.en)}
    if len({m.surface for m in titled}) != 1 or len(theirs) != 1 or len(people) != len(titled):
        return None
    return _differing(titled[0], theirs.pop(), written, heard)


def _given(
    pair: CheckedPair, parsed: Sequence[Morpheme], written: set[str], heard: str
) -> Reading | None:
    for family, name in pairwise(parsed):
        if not (
            family.pos.endswith("人名-姓") and "人名-名" in name.pos and family.end == name.start
        ):
            continue  # fmt: skip
        family_forms = _forms(family.surface)
        for match in _TWO_EN.finditer(pair.en):
            one, two = match[1], match[2]
            beside = two if plain_letters(one) in family_forms else None
            beside = one if plain_letters(two) in family_forms else beside
            if not beside or not _KANA.fullmatch(name.surface):
                continue  # parents may read kanji as they like
            if found := _differing(name, beside, written, heard):
                return found
    return None


def _differing(name: Morpheme, word: str, written: set[str], heard: str) -> Reading | None:
    """The name read otherwise, if no reading of it is written and `word` is read from nothing else."""
    plain, forms = plain_letters(word), _forms(name.surface)
    if not forms or forms & written or len(plain) < _SHORTEST or not looks_japanese(plain):
        return None
    if plain in heard or any(form in plain for form in forms):
        return None
    return Span(name.start, name.end), shortest(spellings(name.reading)), word


def _forms(name: str) -> frozenset[str]:
    read = {name} if _KANA.fullmatch(name) else name_readings(name)
    return frozenset(form for reading in read for form in spellings(reading))
