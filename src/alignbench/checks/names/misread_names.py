"""Well-known names with a reading that they do not have, and names read against their ruby.

`tables/misread_names.tsv` says how names of places and people are read whose kanji are often misread,
and how they are not.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.names import latin_words
from alignbench.checks.pair import CheckedPair
from alignbench.checks.tables import alternatives, rows
from alignbench.domain.text import Span
from alignbench.language.english_spelling import is_english
from alignbench.language.morphology import Morpheme, morphemes
from alignbench.language.romanisation import plain_letters, shortest, spellings

_LETTERS = lazy(r"[^a-z]")
_SHORTEST = 3
"""Letters of a reading that is looked for."""
_SURE_LENGTH = 6
"""Letters of a name from which one letter more or less is a slip and no other name."""

_TOLD = lazy(r"[一-龠々]{0,4}[（(《][ぁ-んー・ \u3000]{2,20}[）)》]")
"""A reading that the text gives itself, whatever is usual."""
Reading = tuple[Span, str, str]
"""A place in the Japanese, how it is read, and the English word that has it otherwise."""


def misread(pair: CheckedPair) -> Reading | None:
    """The first well-known name of the Japanese that the English has in a wrong reading only."""
    found = list(_named(pair.ja))
    words = _capitalised(pair.en) if found else {}
    if not words:
        return None
    written = _LETTERS.sub("", plain_letters(pair.en))
    for match in found:
        right, wrong = _known_names()[match.lastgroup or ""]
        if _TOLD.match(pair.ja, match.end()):
            continue
        if any(form in written for form in right):
            continue
        for plain, word in words.items():
            slip = any(_a_letter_off(plain, form) for form in right) and not is_english(plain)
            if (plain in wrong or slip) and word not in pair.ja:
                return Span(*match.span()), right[0], word
    return None


def read_by_rule(pair: CheckedPair, given: dict[str, str]) -> Reading | None:
    """A name whose given reading the English passes over for the one that its kanji mostly have."""
    words = _capitalised(pair.en) if given else {}
    written = _LETTERS.sub("", plain_letters(pair.en))
    for base, reading in given.items():
        forms = spellings(reading)
        if len(base) < 2 or not forms or any(form in written for form in forms):
            continue
        mostly = "".join(m.reading or "" for m in morphemes(base))
        for form in spellings(mostly):
            if form in words and len(form) >= _SHORTEST:
                at = pair.ja.find(base)
                return Span(at, at + len(base)), shortest(forms), words[form]
    return None


def slip_of_a_given_name(
    pair: CheckedPair, words: Sequence[str], parsed: Sequence[Morpheme]
) -> Reading | None:
    """A given name behind a family name with one letter too many, one too few, or two exchanged.

    Another letter makes another name of the same kanji (Shigekata, Shigetaka).
    """
    written = _LETTERS.sub("", plain_letters(pair.en))
    for family, name in pairwise(parsed):
        if not (family.pos.endswith("人名-姓") and "人名-名" in name.pos and name.reading):
            continue
        forms = spellings(name.reading)
        if any(form in written for form in forms):
            continue
        for word in words:
            near = [form for form in forms if _slipped(plain_letters(word), form)]
            if near and word[0].isupper():
                return Span(name.start, name.end), shortest(near), word
    return None


def _slipped(one: str, other: str) -> bool:
    """Whether a letter was added to or left out of `other`, or two neighbours exchanged."""
    if min(len(one), len(other)) < _SURE_LENGTH - 1 or one[:2] != other[:2]:
        return False
    if len(one) == len(other):
        at = next((i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), 0)
        return at > 0 and one == other[:at] + other[at : at + 2][::-1] + other[at + 2 :]
    return abs(len(one) - len(other)) == 1 and _has_one_more(*sorted((one, other), key=len))


def _capitalised(en: str) -> dict[str, str]:
    """Words with a capital by their plain letters."""
    return {plain_letters(word): word for word in latin_words(en) if word[0].isupper()}


def _a_letter_off(one: str, other: str) -> bool:
    """Whether one letter was changed, added or left out, of a name whose spelling is sure."""
    if len(other) < _SURE_LENGTH or one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return _has_one_more(*sorted((one, other), key=len))


def _has_one_more(short: str, long: str) -> bool:
    """Whether `long` is `short` and a letter that does not mark a long vowel."""
    cut = next((at for at, letter in enumerate(long) if short[at : at + 1] != letter), 0)
    return long[:cut] + long[cut + 1 :] == short and long[cut] not in "hou"


@cache
def _known_names() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """The right and the wrong readings of well-known names, by the group of their pattern."""
    return {
        f"n{at}": (tuple(right.split("|")), frozenset(wrong.split("|")))
        for at, (_, right, wrong) in enumerate(rows("misread_names"))
    }


def _named(ja: str) -> Iterator[re.Match[str]]:
    """Where a text has a name of the table."""
    by_start = _by_start()
    for start in _starts().finditer(ja):
        if match := by_start[start[0]].match(ja, start.start()):
            yield match


@cache
def _by_start() -> dict[str, re.Pattern[str]]:
    """The names of the table by the character that they begin with."""
    found: dict[str, list[str]] = {}
    for at, (ja, *_) in enumerate(rows("misread_names")):
        group = f"(?P<n{at}>{ja})"
        for name in alternatives(ja):
            heads = _HEADS.match(name)
            for head in heads[1].split("|") if heads else [name]:
                if group not in found.setdefault(head[0], []):
                    found[head[0]].append(group)
    return {character: re.compile("|".join(groups)) for character, groups in found.items()}


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, _by_start()))}]")


_HEADS = lazy(r"\(\?:([^()]*)\)")
"""Alternatives with which a name begins."""
