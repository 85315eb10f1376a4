"""The names of a project: what they are called, and the house style for writing them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from sys import intern
from typing import NamedTuple

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.domain.text import Span
from alignbench.language.morphology import morphemes
from alignbench.language.romanisation import Macrons, plain_letters, shortest, spellings

_NAME = lazy(r"名詞-固有名詞-(?:人名|地名)")
_KANJI = lazy(r"[一-龠々]{2,}\Z")
_WORD = lazy(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ONE_NAME = 3
"""Characters of a name that is hardly family and given name together."""
_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_AROUND = 20
"""Characters on either side of a word with ruby that tell the parser what it is."""
_MARKUP = lazy(r"《[^《》\n]*》?|［＃[^［］\n]*］?|[｜]|[（(][ぁ-んー]+[）)]")
_HONORIFIC = lazy(r"さん|君|くん|様|さま|氏|先生|殿|ちゃん|県|市|町|村|川|山|駅")
_BEGINS_LONG = {
    "浦": "うら", "内": "うち", "上": "うえ", "海": "うみ", "梅": "うめ", "馬": "うま", "牛": "うし",
    "宇": "う", "植": "うえ", "瓜": "うり", "臼": "うす", "尾": "お", "岡": "おか", "奥": "おく",
    "乙": "おと", "沖": "おき", "荻": "おぎ",
}  # fmt: skip
"""Last parts of names whose first vowel is no lengthening of what stands before."""
SHORTEST = 4
"""Letters of a romanised name below which an English word may be it by chance."""


class Order(StrEnum):
    """Which part of a person's name comes first in English."""

    ANY = "any"
    FAMILY_FIRST = "family-first"
    GIVEN_FIRST = "given-first"


class Honorifics(StrEnum):
    """What becomes of さん and its kind."""

    ANY = "any"
    KEEP = "keep"
    """Tanaka-san"""
    DROP = "drop"
    """Tanaka"""
    TITLE = "title"
    """Mr. or Ms. Tanaka"""


@dataclass(frozen=True, slots=True)
class Policy:
    """The house style for names. `any` asks only that a document is at one with itself."""

    macrons: Macrons = Macrons.ANY
    order: Order = Order.ANY
    honorifics: Honorifics = Honorifics.ANY


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Japanese, how it is read (kana, or empty), and how English writes it."""

    ja: str
    reading: str
    en: tuple[str, ...]
    """The approved spellings; the first one is proposed."""
    sure: bool = True
    """Whether a person or ruby says so; else it is looked for only where the parser sees a name."""


@dataclass(frozen=True)
class Names:
    """The registry of a project's names."""

    names: tuple[Name, ...] = ()
    policy: Policy = field(default_factory=Policy)

    def found(self, pair: CheckedPair) -> Iterator[tuple[Span, Name]]:
        """Names in the Japanese of `pair`, the longest first where several begin."""
        if not self.names:
            return
        for match in self._pattern.finditer(pair.ja):
            name = self.by_ja[match[0]]
            if name.sure or match.start() in _starts(pair, name.ja):
                yield Span(*match.span()), name

    def beside(self, others: Iterable[Name]) -> "Names":
        """These names, and those of `others` that are not among them."""
        new = tuple(name for name in others if name.ja not in self.by_ja)
        return replace(self, names=(*self.names, *new)) if new else self

    @cached_property
    def by_ja(self) -> dict[str, Name]:
        """Each name under its Japanese form."""
        return {name.ja: name for name in self.names}

    @cached_property
    def by_spelling(self) -> dict[str, set[str]]:
        """Japanese forms under each English spelling, accents and case aside."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            for form in accepted(name):
                found[form].add(name.ja)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted((re.escape(name.ja) for name in self.names), key=len, reverse=True)
        return re.compile("|".join(forms) or r"(?!)")


def _starts(pair: CheckedPair, ja: str) -> set[int]:
    return {noun.start for noun in proper_nouns(pair) if noun.surface == ja}


def accepted(name: Name) -> frozenset[str]:
    """All spellings that are `name`, whatever the style: lower case, no accents or hyphens."""
    return spellings(name.reading) | {plain_letters(form) for form in name.en}


def from_ruby(content: str) -> Iterator[Name]:
    """Names whose reading a text gives in ruby (宮崎《みやざき》) or brackets, each once.

    Verbs and common nouns have ruby too: a name is what the parser takes for one where it stands.
    """
    from alignbench.language.ruby import bracketed, readings

    seen = set()
    for ruby in (*readings(content), *bracketed(content)):
        base = content[ruby.start : ruby.end]
        forms = spellings(ruby.reading)
        if base in seen or not forms or not _is_name(base, content, ruby.start, ruby.end):
            continue
        seen.add(base)
        for part, reading in _parts(base, ruby.reading):
            yield Name(part, reading, (_proposed(part, reading).capitalize(),))


def _parts(base: str, reading: str) -> Iterator[tuple[str, str]]:
    """Family and given name apart, where the parser reads them so; else the whole as one name.

    A longer name that is read otherwise gives none: where its parts meet is not known.
    """
    parsed = morphemes(base)
    readings = [morpheme.reading.translate(_HIRAGANA) for morpheme in parsed]
    if len(parsed) > 1 and "".join(readings) == reading.translate(_HIRAGANA):
        yield from zip((morpheme.surface for morpheme in parsed), readings, strict=True)
    elif len(base) <= _ONE_NAME:
        yield base, reading


def _proposed(base: str, reading: str) -> str:
    """The shortest spelling that keeps two words apart: まつうら, 松浦, is Matsuura."""
    last = _BEGINS_LONG.get(base[-1], "")
    if last and reading.endswith(last) and len(reading) > len(last):
        parts = (reading.removesuffix(last), last)
        return "".join(shortest(spellings(part)) for part in parts)
    return shortest(spellings(reading))


def as_spelled(name: Name, pairs: Iterable[CheckedPair]) -> Name:
    """`name` with the spelling that `pairs` use most, if it is one of its reading at all."""
    forms = accepted(name)
    written = Counter(
        cased(word)
        for pair in pairs
        if name.ja in pair.ja
        for word in latin_words(pair.en)
        if word[0].isupper() and plain_letters(word) in forms
    )
    return replace(name, en=(written.most_common(1)[0][0],)) if written else name


def _is_name(base: str, content: str, start: int, end: int) -> bool:
    """Whether the parser takes `base`, which stands at `start`, for a name in its sentence."""
    if not _all_names(base, 0, len(base)):
        return False
    before, after = (
        _MARKUP.sub("", text)
        for text in (content[max(start - _AROUND, 0) : start], content[end : end + 2 * _AROUND])
    )
    before, after = before.rpartition("\n")[2].lstrip("》"), after.partition("\n")[0]
    if len(base) == 1 and not _HONORIFIC.match(after):
        return False
    return _all_names(before + base + after, len(before), len(before) + len(base))


def _all_names(text: str, start: int, end: int) -> bool:
    """Whether names fill `text[start:end]` from edge to edge."""
    inside = [m for m in morphemes(text) if m.start < end and m.end > start]
    whole = bool(inside) and inside[0].start == start and inside[-1].end == end
    return whole and all(_NAME.match(morpheme.pos) for morpheme in inside)


def cased(word: str) -> str:
    """Capitals throughout are a way of marking family names, not a spelling."""
    return word.capitalize() if word.isupper() else word


class Noun(NamedTuple):
    """A proper noun of the Japanese; kept for all pairs of a document, so no more than needed."""

    surface: str
    reading: str
    start: int
    place: bool
    """Whether the parser takes it for a place, not a person."""


def proper_nouns(pair: CheckedPair) -> tuple[Noun, ...]:
    """Names of people and places in the Japanese that are kanji with a reading of some length."""
    return pair.remember("proper nouns", lambda: tuple(_proper_nouns(pair)))


def _proper_nouns(pair: CheckedPair) -> Iterator[Noun]:
    if not any(char.isupper() for char in pair.en):
        return
    for morpheme in morphemes(pair.ja, "名詞-固有名詞"):
        if _NAME.match(morpheme.pos) and _KANJI.match(morpheme.surface):
            forms = spellings(morpheme.reading)
            if forms and len(shortest(forms)) >= SHORTEST:
                surface, reading = intern(morpheme.surface), intern(morpheme.reading)
                yield Noun(surface, reading, morpheme.start, "地名" in morpheme.pos)


def heard(pair: CheckedPair) -> str:
    """The whole Japanese as it is read, in Latin letters: what a romanised word may come from."""
    if not any(char.isupper() for char in pair.en):
        return ""
    return "".join(min(spellings(m.reading), default="") for m in morphemes(pair.ja))


def latin_words(en: str) -> Sequence[str]:
    """The words of an English text as they are written."""
    return _WORD.findall(en)
